import type { Entry } from '../../papers/entry'
import { mergeEntries } from '../../papers/merge-entries'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import { distinctKeys } from '../engine/distinct-keys'
import { findPapers, namesOf } from '../papers/papers'
import type { Readable } from '../readable'

/**
 * The entries of these papers, in three calls however many there are.
 *
 * @param ids of papers, or aliases
 * @returns by the id that was asked for
 */
export async function getEntries(
  db: Readable,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Entry>> {
  const papers = await findPapers(db, ids)
  const namesById = new Map(ids.map((id) => [id, namesFor(id, papers.get(id))]))
  const byName = await entriesByName(db, [...namesById.values()].flat())
  const entries = new Map<PaperId, Entry>()
  for (const [id, names] of namesById) {
    const entry = mergedOf(papers.get(id)?.id ?? id, entriesOf(names, byName))
    if (entry !== undefined) entries.set(id, entry)
  }
  return entries
}

/**
 * The entries of papers that are at hand, in no further call unless papers have other names than their own.
 *
 * @param underIds those that stand under the papers' own names
 * @returns by the paper's own id
 */
export async function entriesOfPapers(
  db: Readable,
  papers: readonly Paper[],
  underIds: ReadonlyMap<PaperId, Entry>,
): Promise<Map<PaperId, Entry>> {
  const aliases = papers.flatMap((paper) => paper.aliases)
  const byName = new Map(underIds)
  if (aliases.length > 0) {
    for (const [name, entry] of await entriesByName(db, aliases)) byName.set(name, entry)
  }
  const entries = new Map<PaperId, Entry>()
  for (const paper of papers) {
    const entry = mergedOf(paper.id, entriesOf(namesOf(paper), byName))
    if (entry !== undefined) entries.set(paper.id, entry)
  }
  return entries
}

/**
 * What the user saved, began or read in some time, the latest first.
 *
 * @param start milliseconds since the epoch, like `end`, which is not included
 */
export async function entriesWithStatusSet(
  db: DogearDatabase,
  start: number,
  end: number,
): Promise<Entry[]> {
  const entries = await db.entries.where('statusAt').between(start, end).reverse().toArray()
  return entries.filter(({ status }) => status !== 'hidden')
}

/** So many tags are offered at most to complete what is typed. */
export const mostCompletions = 200

/**
 * Tags of the user's to complete what is typed, in the order of the alphabet: all of them, or those that begin like it
 * where there are many. Never reads all of many: 20,000 tags take most of a second.
 */
export async function listTags(db: DogearDatabase, typed = ''): Promise<string[]> {
  const first = await distinctKeys(db, 'entries', 'tags', '', mostCompletions + 1)
  if (first.length <= mostCompletions || typed === '') return first.slice(0, mostCompletions)
  const spellings = new Set([
    typed,
    typed.toLowerCase(),
    typed.toUpperCase(),
    typed.charAt(0).toUpperCase() + typed.slice(1).toLowerCase(),
  ])
  const found = await Promise.all(
    [...spellings].map((prefix) => distinctKeys(db, 'entries', 'tags', prefix, mostCompletions)),
  )
  return [...new Set(found.flat())].sort().slice(0, mostCompletions)
}

/**
 * The entry of a paper, out of those that are stored under its names.
 *
 * @param names the paper's own first
 */
export async function readEntry(
  db: DogearDatabase,
  id: PaperId,
  names: readonly PaperId[],
): Promise<Entry | undefined> {
  return mergedOf(id, entriesOf(names, await entriesByName(db, names)))
}

/** The names under which an entry of the paper may be stored: the paper's own comes first. */
export function namesFor(id: PaperId, paper: Paper | undefined): PaperId[] {
  return paper === undefined ? [id] : namesOf(paper)
}

/** The entries that stand under these names. */
export async function entriesByName(
  db: Readable,
  names: readonly PaperId[],
): Promise<Map<PaperId, Entry>> {
  const entries = await db.entries.bulkGet([...new Set(names)])
  return new Map(
    entries.flatMap((entry) => (entry === undefined ? [] : [[entry.paperId, entry] as const])),
  )
}

/** Those of these names, in their order. */
export function entriesOf(names: readonly PaperId[], byName: ReadonlyMap<PaperId, Entry>): Entry[] {
  return names.flatMap((name) => byName.get(name) ?? [])
}

/** One entry out of those under the names of a paper; undefined where there is none. */
export function mergedOf(id: PaperId, [first, ...others]: readonly Entry[]): Entry | undefined {
  return first && mergeEntries(id, [first, ...others])
}

/** All entries: for a search through all that the user keeps, never for one paper. */
export function getAllEntries(db: DogearDatabase): Promise<Entry[]> {
  return db.entries.toArray()
}

/** How many entries there are: for a page that tells, never for one that opens often. */
export function countEntries(db: DogearDatabase): Promise<number> {
  return db.entries.count()
}
