import type { XmlElement } from '@rgrove/parse-xml'
import { authorNamesInLine } from '../papers/author-list'
import { isDay, isWeekend } from '../papers/day'
import { hourLength } from '../papers/durations'
import { limits } from '../papers/limits'
import type { Announcement } from '../papers/list'
import { arxivPaperId, type PaperId } from '../papers/paper-id'
import { optionalHostsOf, readSourceId, type SourceId, sourceFacts } from '../papers/source'
import { firstDoi } from './arxiv-paper'
import { newYorkDay, newYorkTime } from './new-york'
import { type ListedPaper, type Page, ReplyError, type SkippedItem, type Source } from './source'
import { texLine } from './values'
import { childrenOf, rootOf, textOf } from './xml'

const address = 'https://rss.arxiv.org/rss/'

/** The day of the first paper in it. */
const firstDay = '1991-08-14'

/** Of the line with all authors of a paper, in characters: the largest collaborations have some thousand names. */
const longestAuthors = 200_000

/** The limit of arXiv itself. */
const mostItems = 2_000

/**
 * What arXiv announces in one of its categories: once a day, at midnight in New York, from Monday to Friday. The
 * feed has the newest announcement and no other; on weekends and holidays it is empty.
 *
 * The format: https://info.arxiv.org/help/rss_specifications.html and the feeds themselves.
 *
 * @returns undefined for the id of another source
 */
export function arxivList(id: SourceId): Source | undefined {
  const { kind, rest: category } = readSourceId(id) ?? {}
  if (kind !== 'arxiv' || category === undefined) return undefined
  return {
    ...sourceFacts(id),
    id,
    hosts: optionalHostsOf(id),
    format: 'xml',
    firstDay,
    request: () => new URL(category, address),
    nextRequest: () => undefined,
    read: readFeed,
    // The feed comes as a whole, at that moment or somewhat later.
    closesAt: (day) => newYorkTime(day, '00:00'),
    newestDay: newYorkDay,
    hasListOn: (day) => !isWeekend(day),
    leastInterval: 2 * hourLength,
  }
}

function readFeed(reply: unknown): Page {
  const root = rootOf(reply)
  const channel = root?.name === 'rss' ? childrenOf(root, 'channel')[0] : undefined
  if (channel === undefined) throw new ReplyError('The reply is not a feed')
  const day = dayOf(textOf(channel, 'pubDate'))
  if (day === undefined) throw new ReplyError('The feed does not say which day it is of')
  const items = new Map<PaperId, ListedPaper>()
  const skipped: SkippedItem[] = []
  for (const [index, element] of childrenOf(channel, 'item').slice(0, mostItems).entries()) {
    const item = readItem(element)
    if (typeof item === 'string') skipped.push({ index, reason: item })
    else if (!items.has(item.paper.id)) items.set(item.paper.id, item)
  }
  return { items: [...items.values()].sort(newestFirst), skipped, day }
}

/** @returns why it can't be read, where it can't */
function readItem(item: XmlElement): ListedPaper | string {
  const told = readDescription(textOf(item, 'description'))
  const [, linked = ''] = textOf(item, 'link').split('/abs/')
  const id = arxivPaperId(linked) ?? arxivPaperId(told.id)
  if (id === undefined) return 'link: not an arXiv id'
  const title = texLine(textOf(item, 'title'), limits.title)
  if (title === '') return 'title: empty'
  const announced = announcementOf(textOf(item, 'arxiv:announce_type') || told.type)
  const venue = texLine(textOf(item, 'arxiv:journal_reference'), limits.venue)
  return {
    paper: {
      id,
      aliases: firstDoi(textOf(item, 'arxiv:DOI')).filter((doi) => doi !== id),
      title,
      authors: readAuthors(textOf(item, 'dc:creator')),
      keywords: [],
      ...(venue !== '' && { venue }),
      origin: 'source',
    },
    abstract: texLine(told.abstract, limits.abstract),
    ...(announced !== undefined && { announced }),
  }
}

/** `arXiv:2601.00001v2 Announce Type: replace`, and on the next line `Abstract: …`. */
function readDescription(text: string): { id: string; type: string; abstract: string } {
  const [, id = '', type = ''] = /^\s*arXiv:(\S+)\s+Announce Type:\s*(\S+)/i.exec(text) ?? []
  const start = /\bAbstract:\s*/.exec(text)
  const abstract = start === null ? '' : text.slice(start.index + start[0].length)
  return { id, type, abstract }
}

/** `replace-cross` is a new version of a paper of another category. */
function announcementOf(type: string): Announcement | undefined {
  const word = type.trim().toLowerCase()
  if (word.startsWith('replace')) return 'replacement'
  return word === 'cross' ? 'cross-list' : undefined
}

function readAuthors(text: string): string[] {
  return authorNamesInLine(texLine(text, longestAuthors)).slice(0, limits.authors)
}

const order: readonly (Announcement | undefined)[] = [undefined, 'cross-list', 'replacement']

/** New papers, then those of other categories, then new versions; each in the order of arXiv. */
function newestFirst(one: ListedPaper, other: ListedPaper): number {
  return order.indexOf(one.announced) - order.indexOf(other.announced)
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** The day as it is written, which is New York's: `Fri, 23 Feb 2024 00:00:00 -0500` (RFC 822). */
function dayOf(date: string): string | undefined {
  const [, day = '', month = '', year = ''] =
    /^\s*(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\b/i.exec(date) ?? []
  const number = months.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1
  const whole = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(whole) ? whole : undefined
}
