import type { PaperId } from '../papers/paper-id'
import type { DogearDatabase } from './database'

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

export async function seenAmong(
  db: DogearDatabase,
  ids: readonly PaperId[],
): Promise<Set<PaperId>> {
  const rows = await db.seen.bulkGet([...ids])
  return new Set(rows.flatMap((row) => (row === undefined ? [] : [row.paperId])))
}
