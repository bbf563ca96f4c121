import type { UpdateSpec } from 'dexie'
import { changeEntry, type Entry, type EntryChange, mergeEntries } from '../papers/entry'
import { joinPapers } from '../papers/join'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import { getAbstract, storeAbstracts } from './abstracts'
import type { DogearDatabase } from './database'
import { joinEntries, joinPage } from './joins'
import { findPapers, mergeIntoStored, namesOf } from './papers'

/**
 * The entries of these papers, in three calls however many there are.
 *
 * @param ids of papers, or aliases
 * @returns by the id that was asked for
 */
export async function getEntries(
  db: DogearDatabase,
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
 * What the user saved, began or read in some time, the latest first.
 *
 * @param start milliseconds since the epoch, like `end`, which is not included
 */
export async function entriesWithStatusSet(
  db: DogearDatabase,
  start: number,
  end: number,
): Promise<Entry[]> {
  // Whatever was changed since: the status may not be what changed last.
  const changed = await db.entries.where('updatedAt').aboveOrEqual(start).toArray()
  return changed
    .filter(
      ({ status, statusAt = 0 }) => status !== 'hidden' && statusAt >= start && statusAt < end,
    )
    .sort((one, other) => (other.statusAt ?? 0) - (one.statusAt ?? 0))
}

/** The user's tags, each once, in the order of the alphabet. Read from the index alone. */
export async function listTags(db: DogearDatabase): Promise<string[]> {
  const tags = await db.entries.orderBy('tags').uniqueKeys()
  return tags.filter((tag) => typeof tag === 'string')
}

export interface EntryEdit extends EntryChange {
  /** The paper's id, or one of its aliases. */
  readonly paperId: PaperId
  /** What the paper's own page says about it. */
  readonly page?: { readonly paper: Paper; readonly abstract?: string }
}

/**
 * Changes what the user knows about a paper. Reads and writes in one transaction, and writes only the fields
 * that change, so that nothing that another tab wrote in the meantime is lost.
 *
 * @param now milliseconds since the epoch
 * @returns the entry as it is now stored
 */
export function editEntry(
  db: DogearDatabase,
  { paperId, page, ...change }: EntryEdit,
  now: number,
): Promise<Entry> {
  return db.transaction('rw', editedTables(db), async () => {
    // A page speaks for its own paper and no other.
    if (page !== undefined && namesOf(page.paper).includes(paperId)) await storePage(db, page, now)
    const paper = (await findPapers(db, [paperId])).get(paperId)
    const names = namesFor(paperId, paper)
    const id = paper?.id ?? paperId
    const byName = await entriesByName(db, names)
    const isChange = Object.keys(change).length > 0
    if (isChange && id !== paperId && (await isJoinedAt(db, paperId, now))) {
      // Written on the page of this name, it goes with the name if the two turn out to be two.
      const own = changeEntry(byName.get(paperId), paperId, change, now)
      await db.entries.put(own)
      byName.set(paperId, own)
    }
    const before = await joinEntries(db, id, entriesOf(names, byName), now)
    const after = changeEntry(before, id, change, now)
    if (before === undefined) await db.entries.add(after)
    else await db.entries.update(id, changedFields(before, after))
    return after
  })
}

/**
 * Changes several entries, in one transaction: either all changes are stored or none.
 *
 * @param edits one after the other; a paper may be among them under two names
 * @param now milliseconds since the epoch
 * @returns the entries as they were after each change, in the order of the changes
 */
export function editEntries(
  db: DogearDatabase,
  edits: readonly EntryEdit[],
  now: number,
): Promise<Entry[]> {
  return db.transaction('rw', editedTables(db), async () => {
    const entries: Entry[] = []
    for (const edit of edits) entries.push(await editEntry(db, edit, now))
    return entries
  })
}

function editedTables(db: DogearDatabase) {
  return [db.entries, db.papers, db.abstracts, db.joins, db.lists, db.unindexed]
}

/** Whether it was at this time that the name became one of another paper's. */
async function isJoinedAt(db: DogearDatabase, name: PaperId, time: number): Promise<boolean> {
  const join = await db.joins.get(name)
  return join !== undefined && !join.isUndone && join.at === time
}

/**
 * What the page says is first of all said of the paper by the page's own name, so that it stays there if its
 * other names turn out to be another paper's. Of a paper that is kept by another name it only fills the gaps.
 */
async function storePage(
  db: DogearDatabase,
  { paper, abstract }: NonNullable<EntryEdit['page']>,
  now: number,
): Promise<void> {
  const read = { ...paper, aliases: [] }
  const { changes } = await mergeIntoStored(db, [read])
  for (const { before, after } of changes.values()) {
    const isOther = before !== undefined && before.id !== read.id
    const own = isOther ? joinPapers(before, read) : after
    const isWeaker = isOther || own.origin === 'source'
    const isOverruled = isWeaker && (await getAbstract(db, own.id)) !== undefined
    if (abstract !== undefined && !isOverruled) {
      await storeAbstracts(db, [{ id: own.id, text: abstract }])
    }
    await joinPage(db, { before, after: own }, namesOf(paper), now)
  }
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
function namesFor(id: PaperId, paper: Paper | undefined): PaperId[] {
  return paper === undefined ? [id] : namesOf(paper)
}

async function entriesByName(
  db: DogearDatabase,
  names: readonly PaperId[],
): Promise<Map<PaperId, Entry>> {
  const entries = await db.entries.bulkGet([...new Set(names)])
  return new Map(
    entries.flatMap((entry) => (entry === undefined ? [] : [[entry.paperId, entry] as const])),
  )
}

function entriesOf(names: readonly PaperId[], byName: ReadonlyMap<PaperId, Entry>): Entry[] {
  return names.flatMap((name) => byName.get(name) ?? [])
}

function mergedOf(id: PaperId, [first, ...others]: readonly Entry[]): Entry | undefined {
  return first && mergeEntries(id, [first, ...others])
}

/** A field that `after` lacks is there as undefined, which removes it. */
function changedFields(before: Entry, after: Entry): UpdateSpec<Entry> {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Entry>
  fields.delete('paperId')
  return Object.fromEntries(
    [...fields].flatMap((field) =>
      before[field] === after[field] ? [] : [[field, after[field]] as const],
    ),
  )
}
