import { getList } from '../db/lists/lists'
import { getListState, type ListState } from '../db/states/list-states'
import { getSyncState, type SyncState } from '../db/states/sync-states'
import { FailureError } from '../errors/failure'
import type { Failure } from '../errors/result'
import { tomorrow } from '../papers/day'
import { listKey } from '../papers/list'
import { longestWait } from './back-off'
import { newestDayOf } from './plan-sync'
import { type SyncInput, type SyncReport, syncList } from './sync-list'

/** A list that is younger than this is not asked for again, unless something else is said: 5 minutes. */
const freshFor = 5 * 60 * 1_000

export interface SyncDueInput extends SyncInput {
  /** The user asks: neither the list's age nor our own back-off counts, but a wait that the host asked for. */
  readonly force?: boolean | undefined
  /** For how long a list is fresh, in milliseconds. */
  readonly freshFor?: number | undefined
}

/**
 * Fetches the list of a period if that is due.
 *
 * @returns undefined where the list is fresh, or can't be had: a day of the future or from before the source's first,
 *   and what is past, of a source that has its newest only
 * @throws FailureError as `syncList` does, and when it is too early to ask the source again
 */
export async function syncDue(input: SyncDueInput): Promise<SyncReport | undefined> {
  const { db, source, period, now, force = false } = input
  const key = listKey(source.id, period)
  if (!canBeHad(input)) return undefined
  const list = await getList(db, key)
  const age = list === undefined ? Number.POSITIVE_INFINITY : Math.abs(now - list.fetchedAt)
  if (!force && age < (input.freshFor ?? freshFor)) return undefined
  refuseEarly(await getListState(db, key), now, force)
  refuseEarly(await getSyncState(db, source.id), now, force)
  return syncList(input)
}

function canBeHad({ source, period, now }: SyncDueInput): boolean {
  if (!source.kinds.includes(period.kind)) return false
  if (period.kind !== 'day') return true
  const { day } = period
  const first = source.hasPast ? source.firstDay : newestDayOf(source, now)
  return day >= first && day <= tomorrow(now)
}

/**
 * Does nothing where a list or a source may be asked for now.
 *
 * @param force only a wait that the host asked for counts
 * @throws FailureError where it is too early, with the time in `retryAt`
 */
export function refuseEarly(
  state: Pick<SyncState | ListState, 'notBefore' | 'lastFailure'> | undefined,
  now: number,
  force: boolean,
): void {
  const { notBefore, lastFailure = hostAskedToWait } = state ?? {}
  if (notBefore === undefined || notBefore <= now) return
  // Nobody waits that long: the clock was wrong when this was noted.
  if (notBefore - now > longestWait) return
  if (force && lastFailure.code !== 'rate-limited') return
  throw new FailureError({ ...lastFailure, retryAt: notBefore })
}

const hostAskedToWait: Failure = { code: 'rate-limited', message: 'The host asked to wait' }
