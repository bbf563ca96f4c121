import { getList } from '../db/lists'
import { getSyncState, type SyncState } from '../db/sync-states'
import { FailureError } from '../errors/failure'
import type { Failure } from '../errors/result'
import { listKey } from '../papers/list'
import { longestWait } from './back-off'
import { type SyncInput, type SyncReport, syncList } from './sync-list'

/** A list that is younger than this is not asked for again: 5 minutes. */
const freshFor = 5 * 60 * 1_000

export interface SyncDueInput extends SyncInput {
  /** The user asks: neither the list's age nor our own back-off counts, but a wait that the host asked for. */
  readonly force?: boolean | undefined
}

/**
 * Fetches the list of a period if that is due.
 *
 * @returns undefined where the list is fresh
 * @throws FailureError as `syncList` does, and when it is too early to ask the source again
 */
export async function syncDue(input: SyncDueInput): Promise<SyncReport | undefined> {
  const { db, source, period, now, force = false } = input
  const list = await getList(db, listKey(source.id, period))
  if (!force && list !== undefined && Math.abs(now - list.fetchedAt) < freshFor) return undefined
  refuseEarly(await getSyncState(db, source.id), now, force)
  return syncList(input)
}

/**
 * Does nothing where a source may be asked now.
 *
 * @param force only a wait that the host asked for counts
 * @throws FailureError where it is too early, with the time in `retryAt`
 */
export function refuseEarly(state: SyncState | undefined, now: number, force: boolean): void {
  const { notBefore, lastFailure = hostAskedToWait } = state ?? {}
  if (notBefore === undefined || notBefore <= now) return
  // Nobody waits that long: the clock was wrong when this was noted.
  if (notBefore - now > longestWait) return
  if (force && lastFailure.code !== 'rate-limited') return
  throw new FailureError({ ...lastFailure, retryAt: notBefore })
}

const hostAskedToWait: Failure = { code: 'rate-limited', message: 'The host asked to wait' }
