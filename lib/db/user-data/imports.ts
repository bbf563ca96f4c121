import { dequal } from 'dequal/lite'
import { FailureError } from '../../errors/failure'
import { type PutBack, putBack, recordOf } from '../../papers/entry-record'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { once } from '../applied'
import { backedUpTables, type DogearDatabase } from '../database'
import { rewriteEntry } from '../entries/entries'
import { findChange, forget, movingOf, noteChange, tablesOfChange } from '../entries/journal'
import { withoutList } from '../lists/prune'
import { getPapers, namesOf, putPapers, removePapers } from '../papers/papers'
import type { ImportFacts, ImportPartRow, JournalRow, Made, UserRowOf } from '../rows'
import { type Merged, mergeUserData } from './merge-user-data'
import { getUserRows, type UserData } from './read-user-data'
import { keyOfRow, type UserRow } from './user-rows'

/*
 * An imported file is one change in the journal, however much is in it. What it changed is noted apart from the
 * journal, in parts, each in the transaction that writes it. Part by part it is undone, from the end, and done again.
 * The journal says how far that has come, so that the next worker goes on where a stopped one was.
 */

/** A part of a file, and the import that it belongs to. */
export interface ImportedPart {
  readonly data: UserData
  /** Under which the journal has the import, whatever the number of its parts. */
  readonly importId: string
  /** Of the message that brings it. */
  readonly messageId?: string | undefined
}

/**
 * Merges a part of a file into what is stored, and notes what that changed.
 *
 * @param now milliseconds since the epoch
 * @throws the failure `cancelled` where the import was undone in the meantime
 */
export function importPart(
  db: DogearDatabase,
  { data, importId, messageId }: ImportedPart,
  now: number,
): Promise<Merged['counts']> {
  return db.transaction('rw', tablesOfImport(db), async () =>
    once(db, messageId, async () => {
      const row = await findChange(db, importId)
      if (row?.undone !== undefined) {
        throw new FailureError({ code: 'cancelled', message: 'The import was undone' })
      }
      const { counts, rows, papers } = await mergeUserData(db, data)
      if (rows.length + papers.length > 0) await notePart(db, importId, row, { rows, papers }, now)
      return counts
    }),
  )
}

async function notePart(
  db: DogearDatabase,
  changeId: string,
  row: JournalRow | undefined,
  made: Pick<ImportPartRow, 'rows' | 'papers'>,
  now: number,
): Promise<void> {
  const before = row?.imported ?? begun
  const added = made.rows.filter((one) => one.before === undefined).length
  const imported: ImportFacts = {
    ...before,
    added: before.added + added,
    changed: before.changed + made.rows.length - added,
    parts: before.parts + 1,
  }
  if (row !== undefined) await db.journal.update(row, { imported })
  else {
    // One import is room enough: the earlier one can no longer be undone.
    await forget(db, await noted(db))
    await noteChange(db, { id: changeId, entries: [], imported }, now)
  }
  await db.importParts.add({ changeId, place: before.parts, ...made })
}

const begun: ImportFacts = {
  added: 0,
  changed: 0,
  parts: 0,
  undoneParts: 0,
  hasMoved: false,
  hasLeft: false,
}

/** The changes of which there are parts: one, unless another one was being undone when it began. */
async function noted(db: DogearDatabase): Promise<JournalRow[]> {
  const keys = await db.importParts.toCollection().primaryKeys()
  const ids = [...new Set(keys.map(([changeId]) => changeId))]
  return db.journal.where('id').anyOf(ids).toArray()
}

type OnMoved = (paperIds: readonly PaperId[]) => void

/**
 * Goes on with the imports that are being undone or done again.
 *
 * @param onMoved gets the papers whose entries have changed, part by part
 * @returns whether there were any
 */
export async function settleImports(
  db: DogearDatabase,
  now: number,
  onMoved: OnMoved,
): Promise<boolean> {
  const rows = await db.transaction('r', db.journal, db.importParts, async () => noted(db))
  const moving = rows.filter((row) => movingOf(row) !== undefined)
  for (const { id } of moving) await settleImport(db, id, now, onMoved)
  return moving.length > 0
}

/**
 * Brings what an import changed in line with what the journal says, undone or done, a part in each transaction.
 *
 * @param changeId of the import
 * @param now milliseconds since the epoch
 * @returns how much of it was put back
 */
export async function settleImport(
  db: DogearDatabase,
  changeId: string,
  now: number,
  onMoved: OnMoved = () => {},
): Promise<'all' | 'part' | 'nothing'> {
  for (;;) {
    const step = await db.transaction('rw', tablesOfImport(db), async () =>
      moveNextPart(db, changeId, now),
    )
    if ('extent' in step) return step.extent
    onMoved(step.paperIds)
  }
}

async function moveNextPart(
  db: DogearDatabase,
  changeId: string,
  now: number,
): Promise<{ paperIds: PaperId[] } | { extent: 'all' | 'part' | 'nothing' }> {
  const row = await findChange(db, changeId)
  if (row?.imported === undefined) return { extent: 'nothing' }
  const { imported } = row
  if (movingOf(row) === undefined) {
    return { extent: !imported.hasMoved ? 'nothing' : imported.hasLeft ? 'part' : 'all' }
  }
  const side = row.undone === undefined ? 'after' : 'before'
  const place = imported.parts - imported.undoneParts - (side === 'before' ? 1 : 0)
  const part = await db.importParts.get([changeId, place])
  const moved = await moveRows(db, part?.rows ?? [], side, now)
  await movePapers(db, part?.papers ?? [], side)
  await db.journal.update(row, {
    imported: {
      ...imported,
      undoneParts: imported.undoneParts + (side === 'before' ? 1 : -1),
      hasMoved: imported.hasMoved || moved.hasChanged,
      hasLeft: imported.hasLeft || moved.hasLeft,
    },
  })
  return { paperIds: moved.paperIds }
}

type Side = keyof Made<unknown>

function otherSide(side: Side): Side {
  return side === 'before' ? 'after' : 'before'
}

interface Moved extends Pick<PutBack, 'hasChanged' | 'hasLeft'> {
  /** Those whose entries have changed. */
  readonly paperIds: PaperId[]
}

/** Rows that are still as the import left them become what they were; of other entries, each field for itself. */
async function moveRows(
  db: DogearDatabase,
  rows: ImportPartRow['rows'],
  side: Side,
  now: number,
): Promise<Moved> {
  const paperIds: PaperId[] = []
  let [hasChanged, hasLeft] = [false, false]
  for (const table of backedUpTables) {
    const here = rows.filter((row) => row.table === table)
    if (here.length === 0) continue
    const keyOf = ({ after }: Made<UserRow>) => keyOfRow(table, after)
    const stored = await getUserRows(db, table, here.map(keyOf))
    const byKey = new Map(stored.map((row) => [keyOfRow(table, row), row]))
    const isUntouched = (row: Made<UserRow>) => dequal(byKey.get(keyOf(row)), row[otherSide(side)])
    const [whole, touched] = [here.filter(isUntouched), here.filter((row) => !isUntouched(row))]
    await db.table(table).bulkPut(whole.flatMap((row) => row[side] ?? []))
    await db.table(table).bulkDelete(whole.filter((row) => row[side] === undefined).map(keyOf))
    if (whole.length > 0) hasChanged = true
    if (table !== 'entries') {
      if (touched.length > 0) hasLeft = true
      continue
    }
    paperIds.push(...(whole.map(keyOf) as PaperId[]))
    for (const entry of touched as readonly Made<UserRowOf['entries']>[]) {
      const moved = await moveEntry(db, entry, side, now)
      paperIds.push(...moved.paperIds)
      if (moved.hasChanged) hasChanged = true
      if (moved.hasLeft) hasLeft = true
    }
  }
  return { paperIds, hasChanged, hasLeft }
}

async function moveEntry(
  db: DogearDatabase,
  entry: Made<UserRowOf['entries']>,
  side: Side,
  now: number,
): Promise<Moved> {
  const record = recordOf(entry.before, entry.after)
  if (record === undefined) return { paperIds: [], hasChanged: false, hasLeft: false }
  let done: PutBack | undefined
  const id = await rewriteEntry(db, record.paperId, now, (current) => {
    done = putBack(record, current, side, now)
    const createdAt = entry[side]?.createdAt
    const hasBegunThere = current?.createdAt === entry[otherSide(side)]?.createdAt
    if (done.entry === undefined || createdAt === undefined || !hasBegunThere) return done.entry
    return { ...done.entry, createdAt }
  })
  const { hasChanged = false, hasLeft = false } = done ?? {}
  return { paperIds: hasChanged ? [id] : [], hasChanged, hasLeft }
}

/** Papers are not the user's: what something else has learned of one since then stays, and is not told. */
async function movePapers(
  db: DogearDatabase,
  papers: ImportPartRow['papers'],
  side: Side,
): Promise<void> {
  const stored = await getPapers(
    db,
    papers.map(({ after }) => after.id),
  )
  const untouched = papers.filter((paper, index) => dequal(stored[index], paper[otherSide(side)]))
  await putPapers(
    db,
    untouched.flatMap((paper) => {
      const after = paper[side]
      return after === undefined ? [] : [{ before: paper[otherSide(side)], after }]
    }),
  )
  const added = untouched.filter((paper) => paper[side] === undefined)
  await removePapers(
    db,
    await unneeded(
      db,
      added.map(({ after }) => after),
    ),
  )
}

/** Those of these papers that no list and no entry has, and of which nobody wants to know more. */
async function unneeded(db: DogearDatabase, papers: readonly Paper[]): Promise<PaperId[]> {
  const unlisted = await withoutList(db, papers)
  const names = unlisted.flatMap(namesOf)
  const [entries, completions] = await Promise.all([
    db.entries.where('paperId').anyOf(names).primaryKeys(),
    db.completions.where('paperId').anyOf(names).primaryKeys(),
  ])
  const needed = new Set([...entries, ...completions])
  const isUnneeded = (paper: Paper) => !namesOf(paper).some((name) => needed.has(name))
  return unlisted.filter(isUnneeded).map(({ id }) => id)
}

function tablesOfImport(db: DogearDatabase) {
  const { seen, settings, watches, completions } = db
  return [...tablesOfChange(db), seen, settings, watches, completions]
}
