import { Dexie } from 'dexie'
import { type EntryRecord, kindOf } from '../../papers/entry-record'
import { type DogearDatabase, readTogether } from '../database'
import type { ImportFacts, JoinedNames, JournalRow } from '../rows'

export type { JournalRow } from '../rows'

/** How many changes can be undone. */
export const journalLimit = 200

/** For so long, in milliseconds, a note that is being written is one change. */
const writingPause = 60_000

export interface JournalChange {
  /** Of the message that asked for it. */
  readonly id: string
  /** What it made of each entry, in the order of the changes. */
  readonly entries: readonly EntryRecord[]
  readonly separated?: JournalRow['separated']
  readonly joined?: readonly JoinedNames[]
  readonly imported?: ImportFacts
}

/**
 * Notes a change of the user's, so that it can be undone; one that changed nothing is not noted. What was undone
 * until then can't be done again. To be called in the transaction that makes the change.
 *
 * @param now milliseconds since the epoch
 */
export async function noteChange(
  db: DogearDatabase,
  { id, entries, separated, joined = [], imported }: JournalChange,
  now: number,
): Promise<void> {
  const isNothing = entries.length === 0 && joined.length === 0
  if (isNothing && separated === undefined && imported === undefined) return
  await forget(db, await db.journal.where('undone').above(0).toArray())
  const change = {
    id,
    at: now,
    kind: imported === undefined ? kindOf(entries, separated !== undefined) : 'imported',
    entries,
    ...(separated !== undefined && { separated }),
    ...(joined.length > 0 && { joined }),
    ...(imported !== undefined && { imported }),
  } as const
  const last = await db.journal.orderBy(':id').last()
  const written = last && writtenOn(last, change)
  if (last !== undefined && written !== undefined) {
    await db.journal.update(last, { entries: [written], at: now })
    return
  }
  await db.journal.add(change)
  const tooMany = (await db.journal.count()) - journalLimit
  if (tooMany > 0) await forget(db, await db.journal.orderBy(':id').limit(tooMany).toArray())
}

/**
 * Takes changes out of the journal, with what is noted of them elsewhere. An import that is being undone, or done
 * again, stays until that is over. To be called in a transaction over `tablesOfChange`.
 */
export async function forget(db: DogearDatabase, rows: readonly JournalRow[]): Promise<void> {
  const forgotten = rows.filter((row) => movingOf(row) === undefined)
  await db.journal.bulkDelete(forgotten.flatMap(({ number }) => number ?? []))
  for (const { id, imported } of forgotten) {
    if (imported === undefined) continue
    await db.importParts
      .where('[changeId+place]')
      .between([id, Dexie.minKey], [id, Dexie.maxKey])
      .delete()
  }
}

/** How far an import that is being undone, or done again, has come; undefined where there is nothing left to do. */
export function movingOf({
  imported,
  undone,
}: JournalRow): { readonly done: number; readonly of: number } | undefined {
  if (imported === undefined) return undefined
  const { parts, undoneParts } = imported
  const done = undone === undefined ? parts - undoneParts : undoneParts
  return done === parts ? undefined : { done, of: parts }
}

/** A note is stored many times while it is written. The two are one change then. */
function writtenOn(last: JournalRow, change: JournalRow): EntryRecord | undefined {
  const [before, after] = [last.entries[0], change.entries[0]]
  const isSoon =
    change.kind === 'noted' && last.kind === 'noted' && change.at - last.at < writingPause
  const isOfOne = last.entries.length === 1 && change.entries.length === 1
  if (!isSoon || !isOfOne || change.joined !== undefined || before?.paperId !== after?.paperId)
    return undefined
  const [begun, goneOn] = [before?.fields.note, after?.fields.note]
  if (before === undefined || begun === undefined || goneOn === undefined) return undefined
  if (begun.after.note !== goneOn.before.note) return undefined
  return { ...before, fields: { note: { before: begun.before, after: goneOn.after } } }
}

/** What a change of entries, or of the names of papers, writes to. */
export function tablesOfChange(db: DogearDatabase) {
  const { entries, papers, abstracts, joins, lists, unindexed, journal, importParts, applied } = db
  return [entries, papers, abstracts, joins, lists, unindexed, journal, importParts, applied]
}

/** The change that is undone next. */
export function newestChange(db: DogearDatabase): Promise<JournalRow | undefined> {
  return db.journal
    .orderBy(':id')
    .reverse()
    .filter(({ undone }) => undone === undefined)
    .first()
}

/** The change that is done again next. */
export function newestUndone(db: DogearDatabase): Promise<JournalRow | undefined> {
  return db.journal.orderBy('undone').last()
}

/** @param id of the message that asked for the change */
export function findChange(db: DogearDatabase, id: string): Promise<JournalRow | undefined> {
  return db.journal.where('id').equals(id).first()
}

/** Notes that a change is undone, or done again. To be called in a transaction. */
export async function markUndone(
  db: DogearDatabase,
  row: JournalRow,
  isUndone: boolean,
): Promise<void> {
  const undone = isUndone ? ((await newestUndone(db))?.undone ?? 0) + 1 : undefined
  const { imported } = row
  await db.journal.update(row, {
    undone,
    ...(imported !== undefined && { imported: { ...imported, hasMoved: false, hasLeft: false } }),
  })
}

/** A change with what is needed to tell of it. */
export interface ToldChange extends JournalRow {
  /** Of its paper, where it is of one; empty where it is not known. */
  readonly title: string
}

/** The newest changes first, undone ones among them. */
export function recentChanges(db: DogearDatabase, limit = journalLimit): Promise<ToldChange[]> {
  return readTogether(db, async () => {
    const rows = await db.journal.orderBy(':id').reverse().limit(limit).toArray()
    return withTitles(db, rows)
  })
}

/** Adds the titles of the papers, in one call however many there are. */
export async function withTitles(
  db: DogearDatabase,
  rows: readonly JournalRow[],
): Promise<ToldChange[]> {
  const ids = rows.map((row) => row.separated?.paperId ?? row.entries[0]?.paperId)
  const papers = await db.papers.bulkGet([...new Set(ids.flatMap((id) => id ?? []))])
  const titles = new Map(papers.flatMap((paper) => (paper ? [[paper.id, paper.title]] : [])))
  return rows.map((row, index) => {
    const id = ids[index]
    return { ...row, title: (id && titles.get(id)) ?? '' }
  })
}
