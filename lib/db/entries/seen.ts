import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import type { Readable } from '../readable'

/** Notes that the user has been shown these papers; for those seen before the first time stays. */
export async function markSeen(
  db: DogearDatabase,
  ids: readonly PaperId[],
  now: number,
): Promise<void> {
  await db.transaction('rw', db.seen, async () => {
    const seen = await seenAmong(db, ids)
    const rows = [...new Set(ids)].flatMap((paperId) =>
      seen.has(paperId) ? [] : [{ paperId, at: now }],
    )
    if (rows.length > 0) await db.seen.bulkAdd(rows)
  })
}

export async function seenAmong(db: Readable, ids: readonly PaperId[]): Promise<Set<PaperId>> {
  return new Set((await seenTimes(db, ids)).keys())
}

/** @returns when each was first shown, in milliseconds since the epoch; those that never were are not in it */
export async function seenTimes(
  db: Readable,
  ids: readonly PaperId[],
): Promise<Map<PaperId, number>> {
  const rows = await db.seen.bulkGet([...ids])
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.paperId, row.at] as const])))
}

/** When the user was last shown a paper before a time; both in milliseconds since the epoch. */
export async function lastSeenBefore(db: Readable, time: number): Promise<number | undefined> {
  return (await db.seen.where('at').below(time).last())?.at
}

/** How many papers seen are remembered: what the user's file can hold, and more than anybody is shown in years. */
export const mostSeen = 500_000

/** So many rows in one transaction: others who want to write do not wait long. */
const rowsAtOnce = 1_000

/**
 * Forgets that papers were seen that nobody can be shown any more: the oldest that are too many, and those that were
 * seen before a time and are not stored.
 *
 * @param before milliseconds since the epoch
 * @returns how many were forgotten
 */
export async function pruneSeen(
  db: DogearDatabase,
  before: number,
  signal: AbortSignal,
  most = mostSeen,
): Promise<number> {
  let forgotten = 0
  let kept = 0
  for (let isLast = false; !isLast && !signal.aborted; ) {
    const slice = await db.transaction('rw', db.seen, db.papers, async () => {
      const tooMany = (await db.seen.count()) - most
      const rows = await db.seen.orderBy('at').offset(kept).limit(rowsAtOnce).toArray()
      const ids = rows.map(({ paperId }) => paperId)
      const papers = await db.papers.bulkGet(ids)
      const gone = rows.filter(
        ({ at }, index) => kept + index < tooMany || (at < before && papers[index] === undefined),
      )
      await db.seen.bulkDelete(gone.map(({ paperId }) => paperId))
      const isOver = (rows.at(-1)?.at ?? before) >= before && kept + rows.length >= tooMany
      return { gone: gone.length, kept: rows.length - gone.length, isOver }
    })
    forgotten += slice.gone
    kept += slice.kept
    isLast = slice.isOver
  }
  return forgotten
}
