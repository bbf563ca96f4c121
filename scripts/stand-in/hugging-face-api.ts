import { daysOfMonth, daysOfWeek, isDay } from './days'
import type { DailyItem } from './papers'
import { errorReply, jsonReply, notFound, type Reply } from './reply'
import {
  foundItems,
  newestItems,
  type Shelf,
  submittedItems,
  topItems,
  trendingItems,
} from './shelf'

/**
 * Answers an address below `https://huggingface.co/api/` as the service does
 * (https://huggingface.co/docs/hub/api, checked against its replies in summer 2026).
 */
export function answerApi(url: URL, shelf: Shelf): Reply {
  if (url.pathname === '/api/daily_papers') return answerList(url, shelf)
  if (url.pathname === '/api/papers/search') return answerSearch(url, shelf)
  const [, id] = /^\/api\/papers\/([^/]+)$/.exec(url.pathname) ?? []
  if (id === undefined) return notFound
  const item = shelf.find(id)
  if (item === undefined) return errorReply(404, 'Paper not found')
  return jsonReply({
    ...item.paper,
    ...linkedTo(item),
  })
}

/** A paper with code and an organisation has models, of some votes a space as well. */
function linkedTo({ paper, organization }: DailyItem) {
  const name = paper.githubRepo?.split('/')[4]
  const owner = organization?.name ?? 'example'
  const models = name === undefined ? [] : [`${owner}/${name}-base`, `${owner}/${name}-large`]
  const spaces = name === undefined || paper.upvotes < 20 ? [] : [`${owner}/${name}-demo`]
  const linked = (ids: readonly string[]) => ids.map((id) => ({ id, likes: paper.upvotes }))
  return {
    numTotalModels: models.length,
    numTotalDatasets: 0,
    numTotalSpaces: spaces.length,
    linkedModels: linked(models),
    linkedDatasets: [],
    linkedSpaces: linked(spaces),
  }
}

function answerSearch(url: URL, shelf: Shelf): Reply {
  const words = url.searchParams.get('q')?.trim() ?? ''
  if (words === '' || words.length > 250) {
    return errorReply(400, 'q must have from 1 to 250 characters')
  }
  const items = foundItems(shelf, words.split(/\s+/))
  // Less than a list says of the same paper: without the one who submitted it.
  return jsonReply(
    items.map(({ paper, publishedAt, title, summary, thumbnail, numComments }) => ({
      paper,
      publishedAt,
      title,
      summary,
      thumbnail,
      numComments,
    })),
  )
}

function answerList(url: URL, shelf: Shelf): Reply {
  const limit = Number(url.searchParams.get('limit') ?? 50)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return errorReply(400, 'limit must be a whole number from 1 to 100')
  }
  const page = Number(url.searchParams.get('p') ?? 0)
  if (!Number.isInteger(page) || page < 0) {
    return errorReply(400, 'p must be a whole number from 0')
  }
  const items = itemsFor(url.searchParams, shelf)
  if (items === undefined) return errorReply(400, 'Not a day, a week, a month or an order')

  const end = (page + 1) * limit
  const next = new URL(url)
  next.searchParams.set('limit', String(limit))
  next.searchParams.set('p', String(page + 1))
  return jsonReply(
    items.slice(page * limit, end),
    end < items.length ? { link: `<${next}>; rel="next"` } : {},
  )
}

/** @returns undefined for a period that can't be read */
function itemsFor(query: URLSearchParams, shelf: Shelf): readonly DailyItem[] | undefined {
  const date = query.get('date')
  if (date !== null) return isDay(date) ? shelf.itemsOf(date) : undefined
  const week = query.get('week')
  if (week !== null) return topOf(daysOfWeek(week), shelf)
  const month = query.get('month')
  if (month !== null) return topOf(daysOfMonth(month), shelf)
  const sort = query.get('sort')
  const submitter = query.get('submitter')
  if (submitter !== null) return submittedItems(shelf, submitter)
  if (sort === 'trending') return trendingItems(shelf)
  return sort === null || sort === 'publishedAt' ? newestItems(shelf) : undefined
}

function topOf(days: readonly string[] | undefined, shelf: Shelf) {
  return days && topItems(shelf, days)
}
