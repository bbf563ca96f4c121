import { dayLength } from '../../papers/durations'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { addVotePoint, type VotePoint } from '../../papers/vote-history'
import type { DogearDatabase } from '../database'
import type { Readable } from '../readable'

/** A history that has not moved for so long says nothing any more. In milliseconds. */
const longestKept = 30 * dayLength

/**
 * How the votes of these papers moved, in one call.
 *
 * @returns by paper, for those of which that is known; the oldest point first
 */
export async function getVoteHistories(
  db: Readable,
  ids: readonly PaperId[],
): Promise<Map<PaperId, readonly VotePoint[]>> {
  const rows = await db.voteHistories.bulkGet([...ids])
  return new Map(
    rows.flatMap((row) => (row === undefined ? [] : [[row.paperId, row.points] as const])),
  )
}

/**
 * Notes how many votes papers have, where that is another number than before, and forgets histories that are
 * old. To be called in a transaction.
 *
 * @param now milliseconds since the epoch
 * @param readBefore when the votes of a paper were last read, in milliseconds since the epoch
 */
export async function storeVotes(
  db: DogearDatabase,
  papers: Iterable<Paper>,
  now: number,
  readBefore: (id: PaperId) => number | undefined,
): Promise<void> {
  const counts = new Map([...papers].map(({ id, votes }) => [id, votes]))
  const histories = await getVoteHistories(db, [...counts.keys()])
  const changed = [...counts].flatMap(([paperId, votes]) => {
    const before = histories.get(paperId) ?? []
    const points =
      votes === undefined ? before : addVotePoint(before, { at: now, votes }, readBefore(paperId))
    return points === before ? [] : [{ paperId, points, movedAt: now }]
  })
  if (changed.length > 0) await db.voteHistories.bulkPut(changed)
  await db.voteHistories
    .where('movedAt')
    .below(now - longestKept)
    .delete()
}
