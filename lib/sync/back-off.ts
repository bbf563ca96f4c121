import type { Failure } from '../errors/result'
import { dayLength, hourLength } from '../papers/durations'

const firstWait = 15 * 1_000
const longestOwnWait = hourLength
/** The longest wait that a host can ask for, in milliseconds: a day. More is taken to be a mistake. */
export const longestWait = dayLength
/** The window in which Hugging Face counts requests. */
export const rateWindow = 5 * 60 * 1_000

/**
 * When to ask a source again after it failed: when it says so, else after a wait that doubles with each
 * failure in a row, from 15 seconds to an hour. A failure that never reached the source calls for no wait.
 *
 * @param failures in a row, this one included
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch
 */
export function nextTry(failure: Failure, failures: number, now: number): number | undefined {
  switch (failure.code) {
    case 'rate-limited':
      return failure.retryAt ?? now + rateWindow
    case 'bad-reply':
    case 'timeout':
      return now + ownWait(failures)
    default:
      return undefined
  }
}

/**
 * How long to wait where nobody says how long: 15 seconds, doubled with each failure in a row, up to an hour.
 *
 * @param failures in a row, this one included
 * @returns milliseconds
 */
export function ownWait(failures: number): number {
  return Math.min(firstWait * 2 ** (failures - 1), longestOwnWait)
}
