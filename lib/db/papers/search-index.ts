import type { Entry } from '../../papers/entry'
import { mergeEntries } from '../../papers/merge-entries'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import type { IndexStateRow, Segment, SegmentRow } from '../rows'
import { getAbstracts } from './abstracts'
import { findPapers, getPapers } from './papers'

/*
 * Where the search index is kept. What is in a segment is lib/search's to know.
 */

const name = 'search'

/** A paper as it now is, or that it is gone. */
export interface Indexable {
  readonly id: PaperId
  readonly paper: Paper | undefined
  readonly abstract: string | undefined
}

export async function getIndexState(
  db: DogearDatabase,
  format: number,
): Promise<IndexStateRow | undefined> {
  const state = await db.indexStates.get(name)
  return state?.format === format ? state : undefined
}

/** Forgets the index that there is: all papers are to be read again. */
export async function beginIndex(db: DogearDatabase, format: number): Promise<IndexStateRow> {
  const state: IndexStateRow = { name, format, isScanned: false }
  const tables = [db.segments, db.unindexed, db.indexStates]
  await db.transaction('rw', tables, async () => {
    await Promise.all(tables.map((table) => table.clear()))
    await db.indexStates.put(state)
  })
  return state
}

/** What is to be read next into the index, and where that leaves it. */
export interface IndexSlice {
  readonly papers: readonly Indexable[]
  readonly state: IndexStateRow
  /** The changes that it holds: the numbers of their rows, from and to, both included. */
  readonly changes?: readonly [from: number, to: number]
}

/**
 * The next papers of those that were there before changes were noted.
 *
 * @param limit how many at most
 */
export function scanPapers(
  db: DogearDatabase,
  state: IndexStateRow,
  limit: number,
): Promise<IndexSlice> {
  return db.transaction('r', db.papers, db.abstracts, async () => {
    const after = db.papers.where('id').above(state.scannedTo ?? '')
    const papers = await after.limit(limit).toArray()
    const last = papers.at(-1)
    return {
      papers: await withAbstracts(db, papers),
      state: {
        ...state,
        isScanned: papers.length < limit,
        ...(last !== undefined && { scannedTo: last.id }),
      },
    }
  })
}

/**
 * The papers that changed first of those that changed since they were read.
 *
 * @param limit how many changes at most
 */
export function readChanges(
  db: DogearDatabase,
  state: IndexStateRow,
  limit: number,
): Promise<IndexSlice> {
  return db.transaction('r', db.papers, db.abstracts, db.unindexed, async () => {
    const rows = await db.unindexed.orderBy('number').limit(limit).toArray()
    const papers = await readIndexable(
      db,
      rows.map(({ paperId }) => paperId),
    )
    const [first, last] = [rows[0]?.number, rows.at(-1)?.number]
    const isAny = first !== undefined && last !== undefined
    return { papers, state, ...(isAny && { changes: [first, last] as const }) }
  })
}

/** Whether more changes than these wait to be read. */
export async function hasMoreChanges(db: DogearDatabase, than: number): Promise<boolean> {
  return (await db.unindexed.limit(than + 1).count()) > than
}

async function readIndexable(
  db: DogearDatabase,
  changed: readonly PaperId[],
): Promise<readonly Indexable[]> {
  const ids = [...new Set(changed)]
  const [papers, abstracts] = await Promise.all([getPapers(db, ids), getAbstracts(db, ids)])
  return ids.map((id, index) => ({ id, paper: papers[index], abstract: abstracts.get(id) }))
}

async function withAbstracts(
  db: DogearDatabase,
  papers: readonly Paper[],
): Promise<readonly Indexable[]> {
  const abstracts = await getAbstracts(
    db,
    papers.map(({ id }) => id),
  )
  return papers.map((paper) => ({ id: paper.id, paper, abstract: abstracts.get(paper.id) }))
}

/**
 * Adds a segment that holds a slice, and notes that it does: both or neither. Where the index was erased in the
 * meantime, neither.
 */
export async function addSegment(
  db: DogearDatabase,
  segment: Segment,
  { state, changes, papers }: IndexSlice,
): Promise<void> {
  const tables = [db.segments, db.unindexed, db.indexStates]
  await db.transaction('rw', tables, async () => {
    if ((await getIndexState(db, state.format)) === undefined) return
    if (papers.length > 0) {
      const age = ((await db.segments.orderBy('age').last())?.age ?? 0) + 1
      await db.segments.add({ ...segment, age, level: 0 })
    }
    if (changes !== undefined)
      await db.unindexed
        .where('number')
        .between(...changes, true, true)
        .delete()
    await db.indexStates.put(state)
  })
}

/** A segment's place among the others. */
export type SegmentPlace = Pick<Required<SegmentRow>, 'number' | 'age' | 'level'>

/** The places of all segments, the oldest first, without reading the segments. */
export async function segmentPlaces(db: DogearDatabase): Promise<SegmentPlace[]> {
  const places: SegmentPlace[] = []
  await db.segments.orderBy('[age+level]').eachKey((key, { primaryKey }) => {
    const [age, level] = Array.isArray(key) ? key.map(Number) : []
    if (age !== undefined && level !== undefined) places.push({ number: primaryKey, age, level })
  })
  return places
}

/** @returns the segments in the order of the places */
export async function readSegments(
  db: DogearDatabase,
  places: readonly SegmentPlace[],
): Promise<Segment[]> {
  const rows = await db.segments.bulkGet(places.map(({ number }) => number))
  return rows.flatMap((row) => row ?? [])
}

/** Puts one segment in the place of several, which stand next to each other, if they are still there. */
export async function replaceSegments(
  db: DogearDatabase,
  replaced: readonly SegmentPlace[],
  segment: Segment,
): Promise<void> {
  const newest = replaced.at(-1)
  if (newest === undefined) return
  await db.transaction('rw', db.segments, async () => {
    const numbers = replaced.map(({ number }) => number)
    if ((await db.segments.where('number').anyOf(numbers).count()) < numbers.length) return
    await db.segments.bulkDelete(numbers)
    await db.segments.add({ ...segment, age: newest.age, level: newest.level + 1 })
  })
}

/** The index, and what is to be known besides, as it all was at one moment. */
export interface IndexContent {
  /** The oldest first. */
  readonly segments: readonly SegmentRow[]
  /** The papers that changed last, which are not in the segments yet. */
  readonly changed: readonly Indexable[]
  /** Every entry once, by the id of its paper where that is known. */
  readonly entries: readonly Entry[]
  /** How many papers there are, where that can be more than the segments have. */
  readonly papers: number | undefined
}

/**
 * @param format segments of another one are not read
 * @param limit how many of the last changes are read at most
 */
export function readIndex(
  db: DogearDatabase,
  format: number,
  limit: number,
): Promise<IndexContent> {
  const tables = [db.segments, db.unindexed, db.indexStates, db.papers, db.abstracts, db.entries]
  return db.transaction('r', tables, async () => {
    const state = await getIndexState(db, format)
    const [segments, changes, entries] = await Promise.all([
      state === undefined ? [] : db.segments.orderBy('age').toArray(),
      db.unindexed.orderBy('number').reverse().limit(limit).toArray(),
      db.entries.toArray(),
    ])
    const isWhole = state?.isScanned === true && !(await hasMoreChanges(db, limit))
    return {
      segments,
      changed: await readIndexable(
        db,
        changes.map(({ paperId }) => paperId),
      ),
      entries,
      papers: isWhole ? undefined : await db.papers.count(),
    }
  })
}

/**
 * The entries by the ids of their papers: those that were made under other names are brought there.
 *
 * @param isPaper whether this is a paper's own id
 */
export async function entriesByPaper(
  db: DogearDatabase,
  entries: readonly Entry[],
  isPaper: (id: PaperId) => boolean,
): Promise<readonly Entry[]> {
  const strays = entries.filter(({ paperId }) => !isPaper(paperId))
  if (strays.length === 0) return entries
  const papers = await findPapers(
    db,
    strays.map(({ paperId }) => paperId),
  )
  const byPaper = new Map<PaperId, [Entry, ...Entry[]]>()
  for (const entry of entries) {
    const id = papers.get(entry.paperId)?.id ?? entry.paperId
    const others = byPaper.get(id) ?? []
    // The entry of the paper's own name comes first.
    byPaper.set(id, entry.paperId === id ? [entry, ...others] : appended(others, entry))
  }
  return [...byPaper].map(([id, all]) => mergeEntries(id, all))
}

function appended([first, ...others]: readonly Entry[], entry: Entry): [Entry, ...Entry[]] {
  return first === undefined ? [entry] : [first, ...others, entry]
}
