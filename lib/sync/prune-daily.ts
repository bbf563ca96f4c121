import type { DogearDatabase } from '../db/database'
import { pruneSeen } from '../db/entries/seen'
import { newestFetch } from '../db/lists/lists'
import { type Pruned, pruneSlice } from '../db/lists/prune'
import { lastDone, recordDone } from '../db/states/chores'
import { dayLength } from '../papers/durations'

const chore = 'prune'
/**
 * Lists without a ranking hold everything that there is: a category of arXiv has as many papers in a month as the daily
 * papers in a year.
 */
const mostUnrankedDays = 90

export interface PruneInput {
  readonly db: DogearDatabase
  /** Milliseconds since the epoch. */
  readonly now: number
  /** For how many days what nobody keeps stays after it was last fetched; 0 for ever. */
  readonly keepDays: number
  readonly signal: AbortSignal
}

/**
 * Removes old lists, those of their papers that the user does not keep (`pruneSlice`), and what is noted of papers
 * seen that are gone (`pruneSeen`), at most once a day.
 *
 * The age is counted from the newest list that was had, not from the clock: after a long absence, or where the
 * clock is wrong, nothing goes before the source has been heard of.
 *
 * @returns undefined where it is not time
 */
export async function pruneDaily(input: PruneInput): Promise<Pruned | undefined> {
  const { db, now, keepDays, signal } = input
  const last = await lastDone(db, chore)
  if (last !== undefined && Math.abs(now - last) < dayLength) return undefined
  const newest = Math.min((await newestFetch(db)) ?? now, now)
  const before = newest - keepDays * dayLength
  const unrankedBefore = newest - Math.min(keepDays, mostUnrankedDays) * dayLength
  let pruned: Pruned = { lists: 0, papers: 0 }
  for (let isLast = keepDays === 0; !isLast && !signal.aborted; ) {
    const slice = await pruneSlice(db, before, unrankedBefore)
    pruned = { lists: pruned.lists + slice.lists, papers: pruned.papers + slice.papers }
    isLast = slice.lists === 0
  }
  await pruneSeen(db, keepDays === 0 ? 0 : before, signal)
  await recordDone(db, chore, now)
  return pruned
}
