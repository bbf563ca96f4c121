import { type PutBack, putBack } from '../../papers/entry-record'
import type { PaperId } from '../../papers/paper-id'
import { once } from '../applied'
import type { DogearDatabase } from '../database'
import { rewriteEntry } from '../entries/entries'
import { rejoin, separateNames, unjoin } from '../entries/joins'
import {
  findChange,
  type JournalRow,
  markUndone,
  newestChange,
  newestUndone,
  type ToldChange,
  tablesOfChange,
  withTitles,
} from '../entries/journal'
import type { JoinedNames } from '../rows'
import { settleImport } from './imports'

/** What came of undoing a change, or of doing it again. */
export interface UndoOutcome {
  readonly change: ToldChange
  /** Those whose entries have changed. */
  readonly paperIds: readonly PaperId[]
  /** How much of it was put back: what something else has changed since then stays as it is. */
  readonly extent: 'all' | 'part' | 'nothing'
}

interface Asked {
  /** Of the change; without it, the newest one is meant. */
  readonly changeId?: string | undefined
  /** Of the message that asks for it. */
  readonly id?: string | undefined
  /** Gets the papers whose entries have changed where there are many: part by part, and not at the end. */
  readonly onMoved?: (paperIds: readonly PaperId[]) => void
}

/**
 * Undoes a change: each field that it changed is what it was before, if it still is what the change made of it.
 *
 * @param now milliseconds since the epoch
 * @returns undefined where there is nothing to undo
 */
export function undoChange(
  db: DogearDatabase,
  asked: Asked,
  now: number,
): Promise<UndoOutcome | undefined> {
  return move(db, asked, 'before', now)
}

/** Does again what was undone, the last of it unless a change is named. */
export function redoChange(
  db: DogearDatabase,
  asked: Asked,
  now: number,
): Promise<UndoOutcome | undefined> {
  return move(db, asked, 'after', now)
}

async function move(
  db: DogearDatabase,
  { changeId, id, onMoved }: Asked,
  side: 'before' | 'after',
  now: number,
): Promise<UndoOutcome | undefined> {
  const isUndoing = side === 'before'
  const moved = await db.transaction('rw', tablesOfChange(db), async () =>
    once(db, id, async () => {
      const newest = isUndoing ? newestChange : newestUndone
      const row = await (changeId === undefined ? newest(db) : findChange(db, changeId))
      if (row === undefined || (row.undone === undefined) !== isUndoing) return undefined
      const done = await moveJoined(db, row, side, now)
      if (row.separated !== undefined) {
        const { paperId, name } = row.separated
        await (isUndoing ? rejoin : separateNames)(db, paperId, name, now)
      }
      await markUndone(db, row, isUndoing)
      const [change = { ...row, title: '' }] = await withTitles(db, [row])
      return { change, ...done }
    }),
  )
  if (moved?.change.imported === undefined) return moved
  return { ...moved, extent: await settleImport(db, moved.change.id, now, onMoved) }
}

/** The entries, and the names that came together with the change. Of names that are apart, each has its own entry. */
async function moveJoined(
  db: DogearDatabase,
  row: JournalRow,
  side: 'before' | 'after',
  now: number,
): Promise<Omit<UndoOutcome, 'change'>> {
  const { joined } = row
  if (joined === undefined) return moveEntries(db, row, side, now)
  const own = joined.flatMap((one) => one.own ?? [])
  if (side === 'before') {
    for (const names of joined) await unjoin(db, names, now)
    return moveEntries(db, { ...row, entries: own }, side, now)
  }
  // What was written on the page of a name that went is that name's, should the two be taken apart.
  const gone = own.filter(({ paperId }) => row.entries.every((one) => one.paperId !== paperId))
  await moveEntries(db, { ...row, entries: gone }, side, now)
  for (const names of joined) await joinAgain(db, names, now)
  return moveEntries(db, row, side, now)
}

async function joinAgain(
  db: DogearDatabase,
  { paperId, names }: JoinedNames,
  now: number,
): Promise<void> {
  for (const name of names) await rejoin(db, paperId, name, now)
}

async function moveEntries(
  db: DogearDatabase,
  { entries, separated, joined = [] }: JournalRow,
  side: 'before' | 'after',
  now: number,
): Promise<Omit<UndoOutcome, 'change'>> {
  const paperIds: PaperId[] = separated === undefined ? [] : [separated.paperId, separated.name]
  let hasLeft = false
  // A paper can be in a change twice, under two names.
  for (const record of side === 'before' ? entries.toReversed() : entries) {
    let done: PutBack | undefined
    const id = await rewriteEntry(db, record.paperId, now, (current) => {
      done = putBack(record, current, side, now)
      return done.entry
    })
    if (done?.hasChanged) paperIds.push(id)
    if (done?.hasLeft) hasLeft = true
  }
  const names = joined.flatMap((one) => [one.paperId, ...one.names])
  const hasMoved = paperIds.length + names.length > 0
  return {
    paperIds: [...paperIds, ...names],
    extent: hasMoved ? (hasLeft ? 'part' : 'all') : 'nothing',
  }
}
