import * as z from 'zod/mini'
import { authorNames } from '../papers/author-list'
import { earliestDay } from '../papers/day'
import { limits } from '../papers/limits'
import type { Period } from '../papers/list'
import type { Code, Paper } from '../papers/paper'
import { arxivPaperId, type PaperId } from '../papers/paper-id'
import { hfDailyId, sourceFacts } from '../papers/source'
import { hosts, thumbnailOrigin } from './hosts'
import { newYorkTime } from './new-york'
import { type ListedPaper, type Page, ReplyError, type SkippedItem, type Source } from './source'
import { dayOf, line, texLine } from './values'

export const address = 'https://huggingface.co/api/daily_papers'
export const pageSize = '100'
const addressLimit = 2_000
/** Of the header with the links: the pattern looks from each `<` to the end. */
const longestLinks = 2 * addressLimit
/** Ten times as many as are asked for: what holds more is none of its replies. */
const mostItems = 1_000

/**
 * Hugging Face Daily Papers: the day's papers, chosen and voted for by the members.
 *
 * The format: https://huggingface.co/docs/hub/api and the replies themselves. What is missing is left out
 * there, but null is understood as well.
 */
export const hfDaily: Source = {
  ...sourceFacts(hfDailyId),
  id: hfDailyId,
  hosts: [hosts.huggingFace],
  format: 'json',
  firstDay: earliestDay,

  request(period) {
    const url = new URL(address)
    url.search = new URLSearchParams({ ...questionFor(period), limit: pageSize }).toString()
    return url
  },

  nextRequest(headers) {
    // RFC 8288: `<address>; rel="next", <address>; rel="last"`
    const header = headers.get('link')?.slice(0, longestLinks)
    const links = header?.matchAll(/<([^>]+)>([^<]*)/g) ?? []
    for (const [, target = '', parameters = ''] of links) {
      if (/;\s*rel\s*=\s*(?:next\b|"(?:[^"]*\s)?next(?:\s[^"]*)?")/i.test(parameters)) {
        return ownAddress(target)
      }
    }
    return undefined
  },

  read(reply) {
    if (!Array.isArray(reply)) throw new ReplyError('The reply is not a list')
    return readItems(reply)
  },

  // A list grows until that of the next day opens, at about 21:30 in New York.
  closesAt: (day) => newYorkTime(day, '21:30'),
}

function questionFor(period: Period): Record<string, string> {
  switch (period.kind) {
    case 'day':
      return { date: period.day }
    case 'week':
      return { week: period.week }
    case 'month':
      return { month: period.month }
    default:
      return { sort: 'trending' }
  }
}

/** The host that answered must not be able to send us anywhere else. */
function ownAddress(target: string): URL | undefined {
  const url = parsed(target, address)
  if (url === undefined || url.username !== '' || url.password !== '') return undefined
  return `${url.origin}${url.pathname}` === address ? url : undefined
}

const text = z.nullish(z.string())
const organization = z.nullish(z.object({ name: text, fullname: text }))
const member = z.nullish(z.object({ name: text }))

/** As much of an item as is used. */
const item = z.object({
  paper: z.object({
    id: z.string(),
    title: z.string(),
    summary: text,
    authors: z.nullish(z.array(z.object({ name: text, hidden: z.nullish(z.boolean()) }))),
    publishedAt: text,
    submittedOnDailyAt: text,
    submittedOnDailyBy: member,
    upvotes: z.nullish(z.number()),
    organization,
    ai_summary: text,
    ai_keywords: z.nullish(z.array(text)),
    githubRepo: text,
    githubStars: z.nullish(z.number()),
    projectPage: text,
  }),
  numComments: z.nullish(z.number()),
  thumbnail: text,
  organization,
  submittedBy: member,
})
type Item = z.infer<typeof item>

/**
 * Reads a paper that comes by itself, as in the reply of `GET /api/papers/{arxivId}`.
 *
 * @returns undefined where it does not fit
 */
export function readPaperReply(reply: unknown): ListedPaper | undefined {
  return readItems([{ paper: reply }]).items[0]
}

/**
 * Reads items as the daily lists and the search have them. What does not fit is skipped and counted.
 *
 * @throws ReplyError when there are more than a reply has
 */
export function readItems(reply: readonly unknown[]): Page {
  if (reply.length > mostItems) throw new ReplyError(`${reply.length} items are no page of a list`)
  const items = new Map<PaperId, ListedPaper>()
  const skipped: SkippedItem[] = []
  for (const [index, value] of reply.entries()) {
    const checked = item.safeParse(value)
    if (!checked.success) {
      skipped.push({ index, reason: reasonOf(checked.error) })
      continue
    }
    const id = arxivPaperId(checked.data.paper.id)
    const title = texLine(checked.data.paper.title, limits.title)
    if (id === undefined) skipped.push({ index, reason: 'paper.id: not an arXiv id' })
    else if (title === '') skipped.push({ index, reason: 'paper.title: empty' })
    else if (!items.has(id)) items.set(id, toListedPaper(id, title, checked.data))
  }
  return { items: [...items.values()], skipped }
}

function reasonOf({ issues: [issue] }: z.core.$ZodError): string {
  if (issue === undefined) return 'does not fit'
  const path = issue.path.join('.') || 'item'
  return issue.code === 'invalid_type'
    ? `${path}: not of type ${issue.expected}`
    : `${path}: ${issue.code}`
}

function toListedPaper(id: PaperId, title: string, { paper, ...outer }: Item): ListedPaper {
  const listedOn = dayOf(paper.submittedOnDailyAt)
  const by = paper.organization ?? outer.organization
  return {
    paper: {
      id,
      aliases: [],
      title,
      authors: readAuthors(paper.authors ?? []),
      keywords: readKeywords(paper.ai_keywords ?? []),
      ...present({
        organization: line(by?.fullname, limits.author),
        organizationHandle: line(by?.name, limits.handle),
        submitterHandle: line((paper.submittedOnDailyBy ?? outer.submittedBy)?.name, limits.handle),
        publishedOn: dayOf(paper.publishedAt),
        aiSummary: line(paper.ai_summary, limits.summary),
        votes: paper.upvotes ?? undefined,
        comments: outer.numComments ?? undefined,
        code: readCode(paper.githubRepo, paper.githubStars),
        projectUrl: webAddress(paper.projectPage),
        thumbnailUrl: thumbnailAddress(outer.thumbnail),
      }),
      origin: 'source',
    },
    abstract: texLine(paper.summary, limits.abstract),
    ...(listedOn !== undefined && { listedOn }),
  }
}

type Fields = Pick<
  Paper,
  | 'organization'
  | 'organizationHandle'
  | 'submitterHandle'
  | 'publishedOn'
  | 'aiSummary'
  | 'votes'
  | 'comments'
  | 'code'
  | 'projectUrl'
  | 'thumbnailUrl'
>

/** Leaves out keys without a value, as the replies do. */
function present(fields: { [K in keyof Fields]: Fields[K] | undefined }): Fields {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries) as Fields
}

function readAuthors(authors: NonNullable<Item['paper']['authors']>): string[] {
  const shown = authors.filter(({ hidden }) => hidden !== true)
  return authorNames(shown.map(({ name }) => texLine(name, limits.author))).slice(0, limits.authors)
}

function readKeywords(keywords: NonNullable<Item['paper']['ai_keywords']>): string[] {
  const lines = new Set(keywords.map((keyword) => line(keyword, limits.keyword)))
  lines.delete('')
  return [...lines].slice(0, limits.keywords)
}

function readCode(
  repository: string | null | undefined,
  stars: number | null | undefined,
): Code | undefined {
  const url = repositoryAddress(repository ?? '')
  if (url === undefined) return undefined
  return typeof stars === 'number' ? { url, stars } : { url }
}

/** `https://github.com/owner/name` out of whatever was pasted: a folder's address, a line break within. */
function repositoryAddress(pasted: string): string | undefined {
  const url = parsed(pasted.replace(/\s+/g, ''))
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  if (url.host !== 'github.com' && url.host !== 'www.github.com') return undefined
  const [owner = '', folder = ''] = url.pathname.split('/').filter((part) => part !== '')
  const name = folder.replace(/\.git$/, '')
  if (!/^[a-z\d][a-z\d-]*$/i.test(owner) || owner === 'orgs') return undefined
  return /^(?!\.{0,2}$)[\w.-]+$/.test(name) ? `https://github.com/${owner}/${name}` : undefined
}

function webAddress(pasted: string | null | undefined): string | undefined {
  const url = parsed(pasted?.trim() ?? '')
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  return url.href.length <= addressLimit ? url.href : undefined
}

/** Pictures from any other host could let their owner know that the list is being read. */
function thumbnailAddress(told: string | null | undefined): string | undefined {
  const url = parsed(told ?? '')
  if (url === undefined || url.origin !== thumbnailOrigin) return undefined
  if (url.username !== '' || url.password !== '' || url.search !== '') return undefined
  return /^\/[\w./-]+\.(?:png|jpe?g|webp)$/i.test(url.pathname) ? url.href : undefined
}

function parsed(target: string, base?: string): URL | undefined {
  return URL.canParse(target, base) ? new URL(target, base) : undefined
}
