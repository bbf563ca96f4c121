import type { AbstractRow, ListRow, SeenRow } from '../../lib/db/rows'
import type { v1 } from '../../lib/db/schema/v1'
import { addDays } from '../../lib/papers/day'
import { type Entry, statuses } from '../../lib/papers/entry'
import { listKey } from '../../lib/papers/list'
import type { Paper } from '../../lib/papers/paper'
import { arxivPaperId, type PaperId } from '../../lib/papers/paper-id'
import { hfDaily } from '../../lib/sources/hf-daily'
import { between, oneOf, type Random, randomOf, shuffled } from '../stand-in/random'
import { familyNames, givenNames, topics } from '../stand-in/topics'

export interface LibrarySize {
  readonly papers: number
  /** No more than there are papers. */
  readonly entries: number
}

/** The rows of one day. */
export interface LibraryDay {
  readonly rows: Readonly<Partial<Record<keyof typeof v1, readonly unknown[]>>>
}

const firstDay = '2020-01-01'
const papersOfADay = 100
/** Some moment, in milliseconds since the epoch: the rows are the same whenever they are made. */
const madeAt = Date.parse('2024-01-01')

/**
 * The database of somebody who has used Dogear for long: daily lists with invented papers, all of them seen,
 * and entries spread evenly over them. The same size gives the same rows on every machine.
 */
export function* libraryOf({ papers, entries }: LibrarySize): Generator<LibraryDay> {
  const random = randomOf('library')
  const days = Math.ceil(papers / papersOfADay)
  for (let index = 0; index < days; index++) {
    const first = index * papersOfADay
    const day = addDays(firstDay, index)
    const numbers = Array.from(
      { length: Math.min(papersOfADay, papers - first) },
      (_, rank) => first + rank,
    )
    const listed = numbers.map((number) => paperOf(random, day, number - first + 1))
    const ids = listed.map(({ id }) => id)
    const abstracts: AbstractRow[] = ids.map((id) => ({ id, text: words(random, 190) }))
    const seen: SeenRow[] = ids.map((paperId) => ({ paperId, at: madeAt }))
    yield {
      rows: {
        papers: listed,
        abstracts,
        seen,
        lists: [listOf(day, ids)],
        entries: numbers.flatMap((number) => {
          const id = ids[number - first]
          const isChosen =
            Math.floor((number * entries) / papers) !==
            Math.floor(((number + 1) * entries) / papers)
          return id !== undefined && isChosen ? [entryOf(random, id)] : []
        }),
      },
    }
  }
}

/** An entry that shows everything that the bar can show of one. */
export function savedEntry(paperId: PaperId): Entry {
  return {
    paperId,
    status: 'saved',
    statusAt: madeAt,
    tags: ['to cite', 'kv-cache'],
    note: 'Compare with our own numbers.',
    createdAt: madeAt,
    updatedAt: madeAt,
  }
}

function paperOf(random: Random, day: string, rank: number): Paper {
  // Apart from the numbers of the stand-in's papers, which are lower.
  const number = 40_000 + Number(day.slice(8)) * papersOfADay + rank
  const id = arxivPaperId(`${day.slice(2, 4)}${day.slice(5, 7)}.${number}`)
  if (id === undefined) throw new Error(`No arXiv id for ${day}, rank ${rank}`)
  const topic = oneOf(random, topics)
  const votes = between(random, 0, 200)
  return {
    id,
    aliases: [],
    title: `${oneOf(random, topic.titles).replaceAll(/\{\w+\}/g, 'Alder')} ${rank}`,
    authors: Array.from(
      { length: between(random, 2, 12) },
      () => `${oneOf(random, givenNames)} ${oneOf(random, familyNames)}`,
    ),
    publishedOn: addDays(day, -1),
    aiSummary: words(random, 25),
    keywords: shuffled(random, topic.keywords).slice(0, 4),
    votes,
    comments: between(random, 0, 9),
    code: { url: `https://github.com/alder/paper-${rank}`, stars: votes * 3 },
    listed: { source: hfDaily.id, day, rank },
    origin: 'source',
  }
}

function listOf(day: string, paperIds: readonly PaperId[]): ListRow {
  const period = { kind: 'day', day } as const
  return {
    key: listKey(hfDaily.id, period),
    source: hfDaily.id,
    period,
    paperIds,
    skipped: 0,
    fetchedAt: madeAt,
    filledDay: day,
  }
}

function entryOf(random: Random, paperId: PaperId): Entry {
  return {
    ...savedEntry(paperId),
    status: oneOf(random, statuses),
    tags: [`tag ${between(random, 1, 60)}`],
    note: words(random, 12),
  }
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => oneOf(random, vocabulary)).join(' ')
}

const vocabulary =
  'a the of with for model training data attention reward policy gradient token context image video agent memory benchmark reasoning diffusion sparse long small large error rate we show that improves over previous work'.split(
    ' ',
  )
