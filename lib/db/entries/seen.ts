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
