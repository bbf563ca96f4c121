import type { Failure } from '../../errors/result'
import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import type { CompletionRow } from '../rows'

export type { CompletionRow } from '../rows'

/**
 * So many papers wait at most, which takes minutes to fetch. What more than these is saved by its name keeps its name
 * alone, until the user does something with it again: a page can name thousands.
 */
export const mostCompletions = 500

/**
 * Notes that what there is to know about a paper is to be fetched.
 *
 * @param now milliseconds since the epoch
 * @returns whether that was not noted before and there was room for it; where not, everything stays as it is
 */
export async function startCompletion(
  db: DogearDatabase,
  paperId: PaperId,
  now: number,
): Promise<boolean> {
  return db.transaction('rw', db.completions, async () => {
    if ((await db.completions.get(paperId)) !== undefined) return false
    if ((await db.completions.count()) >= mostCompletions) return false
    await db.completions.add({ paperId, startedAt: now, failures: 0 })
    return true
  })
}

/**
 * Notes that it could not be fetched. Does nothing for a paper about which nothing is being fetched.
 *
 * @param notBefore when to try again, in milliseconds since the epoch
 */
export async function noteCompletionFailure(
  db: DogearDatabase,
  paperId: PaperId,
  failure: Failure,
  notBefore: number,
): Promise<void> {
  await db.transaction('rw', db.completions, async () => {
    const before = await db.completions.get(paperId)
    if (before === undefined) return
    const failures = before.failures + 1
    await db.completions.put({ ...before, failures, lastFailure: failure, notBefore })
  })
}

/** Notes that there is nothing left to fetch about a paper, or that nobody tries any more. */
export async function endCompletion(db: DogearDatabase, paperId: PaperId): Promise<void> {
  await db.transaction('rw', db.completions, () => db.completions.delete(paperId))
}

/**
 * The papers about which something is to be fetched now, the first that was asked for first.
 *
 * @param now milliseconds since the epoch
 * @param longestWait in milliseconds: nobody waits longer, so the clock was wrong when it was noted
 */
export async function dueCompletions(
  db: DogearDatabase,
  now: number,
  longestWait: number,
): Promise<CompletionRow[]> {
  // All of them: a paper is here only for as long as something is being fetched about it.
  const rows = await db.completions.toArray()
  return rows
    .filter(({ notBefore = now }) => notBefore <= now || notBefore - now > longestWait)
    .sort((one, other) => one.startedAt - other.startedAt)
}

/** @returns by paper, for those among them about which something is being fetched */
export async function getCompletions(
  db: DogearDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, CompletionRow>> {
  const rows = await db.completions.bulkGet([...new Set(ids)])
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.paperId, row] as const])))
}
