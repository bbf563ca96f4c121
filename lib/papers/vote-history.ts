import { hourLength } from './durations'

/** How many votes a paper had when it was asked for. */
export interface VotePoint {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly votes: number
}

/** Two days of a paper that gets votes all the time. */
const mostPoints = 48

/**
 * The history of a paper's votes, the oldest point first, after its votes were read once more. A number that is
 * the same as before adds nothing. Points lie an hour apart or more; only the newest may be nearer to the one
 * before, and it gives way to the next.
 *
 * @param point what was read now
 * @param readBefore when the votes were last read, and were still as in the newest point; in milliseconds since
 *   the epoch
 */
export function addVotePoint(
  history: readonly VotePoint[],
  point: VotePoint,
  readBefore?: number,
): readonly VotePoint[] {
  const last = history.at(-1)
  if (last === undefined) return [point]
  if (last.votes === point.votes) return history
  // After the clock was put back there are points of the future.
  const past = history.filter(({ at }) => at < point.at)
  const newest = past.at(-1)
  const previous = past.at(-2)
  const isNear = newest && previous && newest.at - previous.at < hourLength
  const settled = isNear ? past.slice(0, -1) : past
  const stayed =
    newest === last && readBefore !== undefined && readBefore < point.at
      ? [{ at: readBefore, votes: last.votes }].filter(({ at }) => at - last.at >= hourLength)
      : []
  return [...settled, ...stayed, point].slice(-mostPoints)
}

/**
 * How many votes a paper has gained in the last hours, or since the first time that its votes were read where
 * that is later. Below zero where votes were taken back.
 *
 * @param history the oldest point first
 * @param now milliseconds since the epoch
 */
export function votesGained(history: readonly VotePoint[], now: number, hours = 24): number {
  const last = history.at(-1)
  return last === undefined ? 0 : last.votes - votesAt(history, last, now - hours * hourLength)
}

/** Between two points the votes are taken to have come evenly: nobody looked in that time. */
function votesAt(history: readonly VotePoint[], last: VotePoint, time: number): number {
  const index = history.findIndex(({ at }) => at > time)
  const after = history[index]
  if (after === undefined) return last.votes
  const before = history[index - 1]
  if (before === undefined) return after.votes
  const share = (time - before.at) / (after.at - before.at)
  return Math.round(before.votes + share * (after.votes - before.votes))
}
