import type { Entry } from '../../papers/entry'
import { takePaperOut } from '../../papers/join'
import { mergeEntries } from '../../papers/merge-entries'
import { changeBeginning } from '../../papers/move-fields'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { once } from '../applied'
import type { DogearDatabase } from '../database'
import { findPapers, namesOf, type PaperChange, putPapers } from '../papers/papers'
import {
  forgetSeparations,
  noteSeparation,
  separatedFrom,
  withFurther,
} from '../papers/separations'
import { noteUnindexed } from '../papers/unindexed'
import type { JoinedNames, JoinRow } from '../rows'
import { noteChange, tablesOfChange } from './journal'
import { findParts, joinPart, type WorkPart } from './same-work'

/*
 * Several names of one work. A paper's own page may say that it has another name, and that name may have a paper
 * or an entry of its own: both become one. What was there before is noted under the name that went, so that the
 * user can take it back. Lists join nothing: it is not for a sync to decide.
 */

/**
 * Stores what a paper's own page says, and makes one of all that is known under the names that the page gives
 * it. To be called in a transaction, after which `joinEntries` is to follow.
 *
 * @param own what is known of the paper by its id, before and after the page was read
 * @param names as the page has them, the id first
 * @param now milliseconds since the epoch
 */
export async function joinPage(
  db: DogearDatabase,
  own: PaperChange,
  names: readonly PaperId[],
  now: number,
): Promise<void> {
  const parts = await findParts(db, names, own.after)
  if (parts.length > 1) await joinParts(db, parts, now)
  else await putPapers(db, [own])
}

/** @returns the joined paper; undefined where no part is a paper, so that there is nothing to give a name to */
async function joinParts(
  db: DogearDatabase,
  [kept, ...others]: readonly WorkPart[],
  now: number,
): Promise<Paper | undefined> {
  let joined = kept?.paper
  if (joined === undefined) return undefined
  for (const part of others) {
    const papers = part.paper === undefined ? [] : [joined, part.paper]
    await noteJoin(db, { name: part.id, paperId: joined.id, papers, entries: [], at: now })
    if (part.paper !== undefined) await joinAbstracts(db, joined.id, part.id)
    joined = joinPart(joined, part)
  }
  await db.papers.bulkDelete(others.map(({ id }) => id))
  await db.papers.put(joined)
  await noteUnindexed(db, [joined.id, ...others.map(({ id }) => id)])
  return joined
}

/**
 * Makes one entry of those that were made under several names of a paper, and notes what they were. To be called
 * in a transaction.
 *
 * @param id the paper's own
 * @param stored the entries under its names, that of its own first
 * @returns the one entry, or undefined where there is none
 */
export async function joinEntries(
  db: DogearDatabase,
  id: PaperId,
  stored: readonly Entry[],
  now: number,
): Promise<Entry | undefined> {
  const others = stored.filter(({ paperId }) => paperId !== id)
  let joined = stored.find(({ paperId }) => paperId === id)
  for (const other of others) {
    const entries = joined === undefined ? [other] : [joined, other]
    await noteJoin(db, { name: other.paperId, paperId: id, papers: [], entries, at: now })
    joined = joinedEntry(id, entries)
  }
  if (joined === undefined || others.length === 0) return joined
  await db.entries.bulkDelete(others.map(({ paperId }) => paperId))
  await db.entries.put(joined)
  return joined
}

function joinedEntry(id: PaperId, [first, ...others]: readonly Entry[]): Entry | undefined {
  return first && mergeEntries(id, [first, ...others])
}

/** What was noted before of the same join stays, unless there is newer. */
async function noteJoin(
  db: DogearDatabase,
  { papers, entries, ...row }: Omit<JoinRow, 'isUndone'>,
): Promise<void> {
  const noted = await db.joins.get(row.name)
  const before = noted?.paperId === row.paperId && !noted.isUndone ? noted : undefined
  if (before !== undefined && papers.length === 0 && entries.length === 0) return
  const kept = {
    papers: papers.length === 0 ? (before?.papers ?? []) : papers,
    entries: entries.length === 0 ? (before?.entries ?? []) : entries,
  }
  const further = noted === undefined ? [] : separatedFrom(noted)
  await db.joins.put(withFurther({ ...row, ...kept, isUndone: false }, further))
}

/**
 * The kept paper's abstract stays, and where it has none it gets the other's. That one stays where it is, so that
 * it is there if they are two again; only of two that are the same one goes, so that what is the same was given.
 */
async function joinAbstracts(db: DogearDatabase, keptId: PaperId, otherId: PaperId): Promise<void> {
  const [kept, other] = await db.abstracts.bulkGet([keptId, otherId])
  if (other === undefined) return
  if (kept === undefined) await db.abstracts.put({ id: keptId, text: other.text })
  else if (kept.text === other.text) await db.abstracts.delete(otherId)
}

/** The two names that were separated: the paper's own, and the one that is no longer its. */
export interface Separated {
  readonly paperId: PaperId
  readonly name: PaperId
}

/**
 * The user says that a name is of another paper. What was known and written under that name before the two were
 * joined is there again; from the kept entry goes what it has from there, and what the user has changed in it
 * since then stays. No page and no list joins the two again. It is a change in the journal.
 *
 * @param paperId any name of the paper that stays
 * @param name another one of it, or one that its page gives it without its being stored yet
 * @param now milliseconds since the epoch
 * @param messageId of the message that asks for it, which is also the name of the change in the journal
 * @returns what `rejoin` wants, to take it back
 */
export function separate(
  db: DogearDatabase,
  paperId: PaperId,
  name: PaperId,
  now: number,
  messageId?: string,
): Promise<Separated> {
  return db.transaction('rw', tablesOfChange(db), async () =>
    once(db, messageId, async () => {
      const separated = await separateNames(db, paperId, name, now)
      if (separated.paperId !== separated.name) {
        const id = messageId ?? crypto.randomUUID()
        await noteChange(db, { id, entries: [], separated }, now)
      }
      return separated
    }),
  )
}

/** What `separate` does. To be called in its transaction. */
export async function separateNames(
  db: DogearDatabase,
  paperId: PaperId,
  name: PaperId,
  now: number,
): Promise<Separated> {
  const paper = (await findPapers(db, [paperId])).get(paperId)
  const id = paper?.id ?? paperId
  const separated = { paperId: id, name: name === id ? paperId : name }
  if (separated.name === id) return separated
  if (paper?.aliases.includes(separated.name)) await takeOut(db, paper, separated.name)
  await noteSeparation(db, separated, now)
  return separated
}

/**
 * Takes the names apart that came together with a change, as if they never had: a page may join them again. To be
 * called in a transaction over `tablesOfChange`. What the change wrote stays with the name of the page.
 *
 * @param now milliseconds since the epoch
 */
export async function unjoin(
  db: DogearDatabase,
  { paperId, names }: JoinedNames,
  now: number,
): Promise<void> {
  for (const name of names.toReversed()) {
    const papers = await findPapers(db, [paperId, name])
    const paper = papers.get(paperId)
    if (paper === undefined || papers.get(name)?.id !== paper.id) continue
    const separated = await separateNames(db, paperId, name, now)
    await forgetSeparations(db, [separated.paperId], [separated.name])
  }
}

async function takeOut(db: DogearDatabase, paper: Paper, name: PaperId): Promise<void> {
  const joins = await joinsOf(db, paper)
  const join = joins.find((row) => row.name === name)
  const [kept, other] = join === undefined ? [] : sidesOf(join, join.papers, ({ id }) => id)
  const isOwn = kept?.id === paper.id
  const without = kept && other && isOwn ? takePaperOut(kept, other, paper) : paper
  // The other's names leave with it, also those that came to it on the way to this paper.
  const gone = new Set([name, ...(other?.aliases ?? [])])
  for (const alias of kept?.aliases ?? []) gone.delete(alias)
  await db.papers.put({
    ...without,
    aliases: without.aliases.filter((alias) => alias !== name && !gone.has(alias)),
  })
  await noteUnindexed(db, [paper.id, ...(other === undefined ? [] : [other.id])])
  if (other !== undefined) await putBack(db, paper, other)
  if (join === undefined) return
  await takeEntryOut(db, paper.id, join, joins)
  await db.joins.update(name, { isUndone: true })
}

/** The joins that made the paper what it is, the first one first: within one edit, names stand in their order. */
async function joinsOf(db: DogearDatabase, paper: Paper): Promise<JoinRow[]> {
  const rows = await db.joins.bulkGet([...paper.aliases])
  const names = namesOf(paper)
  return rows
    .flatMap((row) => (row && !row.isUndone && names.includes(row.paperId) ? [row] : []))
    .sort((one, other) => one.at - other.at)
}

function sidesOf<T>(
  { name, paperId }: JoinRow,
  rows: readonly T[],
  idOf: (row: T) => PaperId,
): [kept: T | undefined, other: T | undefined] {
  return [rows.find((row) => idOf(row) === paperId), rows.find((row) => idOf(row) === name)]
}

/** The names that it no longer shares with the paper that it was joined with are others' now. */
async function putBack(db: DogearDatabase, from: Paper, other: Paper): Promise<void> {
  const aliases = other.aliases.filter((alias) => from.aliases.includes(alias))
  if ((await db.papers.get(other.id)) === undefined) await db.papers.add({ ...other, aliases })
  const [kept, own] = await db.abstracts.bulkGet([from.id, other.id])
  if (kept !== undefined && kept.text === own?.text) await db.abstracts.delete(from.id)
}

/**
 * Puts the entry of the name back, and takes its words out of the kept one. Where an entry stands under that name
 * already, all stays as it is: nothing that the user wrote may be nowhere.
 */
async function takeEntryOut(
  db: DogearDatabase,
  id: PaperId,
  join: JoinRow,
  joins: readonly JoinRow[],
): Promise<void> {
  const [kept, other] = sidesOf(join, join.entries, ({ paperId }) => paperId)
  const [standing, current] = await db.entries.bulkGet([join.name, id])
  if (other === undefined || standing !== undefined) return
  await db.entries.add(other)
  // What later joins began with has the other's words in it as well.
  let change = { id: join.paperId, from: joinedEntry(join.paperId, join.entries), to: kept }
  for (const later of joins.slice(joins.indexOf(join) + 1)) {
    const { id: carrier, from, to } = change
    if (from === undefined || !later.entries.some(({ paperId }) => paperId === carrier)) continue
    const entries = later.entries.flatMap((entry) =>
      entry.paperId === carrier ? (changeBeginning(from, to, entry) ?? []) : [entry],
    )
    await db.joins.put({ ...later, entries })
    change = {
      id: later.paperId,
      from: joinedEntry(later.paperId, later.entries),
      to: joinedEntry(later.paperId, entries),
    }
  }
  if (current === undefined || change.from === undefined || change.id !== id) return
  const entry = changeBeginning(change.from, change.to, current)
  if (entry === undefined) await db.entries.delete(id)
  else await db.entries.put(entry)
}

/**
 * The user takes `separate` back, or says on their own that two names are of one paper.
 *
 * @param now milliseconds since the epoch
 * @returns whether they are one now: two papers that are both in lists can't be, and where no paper is stored
 *   under either name that is for its page to say, which it may again
 */
export function rejoin(
  db: DogearDatabase,
  paperId: PaperId,
  name: PaperId,
  now: number,
): Promise<boolean> {
  const tables = [db.entries, db.papers, db.abstracts, db.joins, db.lists, db.unindexed]
  return db.transaction('rw', tables, async () => {
    const papers = await findPapers(db, [paperId, name])
    const [one, other] = [paperId, name].map((known) => {
      const paper = papers.get(known)
      return paper === undefined ? [known] : namesOf(paper)
    })
    if (one === undefined || other === undefined) return false
    await forgetSeparations(db, one, other)
    const parts = await findParts(db, [paperId, name])
    const joined = await joinParts(db, parts, now)
    const names = joined === undefined ? [] : namesOf(joined)
    if (joined === undefined || !names.includes(paperId) || !names.includes(name)) return false
    const stored = await db.entries.bulkGet(names)
    await joinEntries(
      db,
      joined.id,
      stored.flatMap((entry) => entry ?? []),
      now,
    )
    return true
  })
}
