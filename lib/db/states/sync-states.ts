import type { Failure } from '../../errors/result'
import { tomorrow } from '../../papers/day'
import type { ListKey } from '../../papers/list'
import type { DogearDatabase } from '../database'
import type { Readable } from '../readable'
import type { SyncState } from '../rows'
import { getListState } from './list-states'

export type { SyncState } from '../rows'

export function getSyncState(db: Readable, source: string): Promise<SyncState | undefined> {
  return db.syncStates.get(source)
}

/** @returns the states of the sources that were ever asked, by source */
export async function getSyncStates(
  db: Readable,
  sources: readonly string[],
): Promise<Map<string, SyncState>> {
  const states = await db.syncStates.bulkGet([...new Set(sources)])
  return new Map(
    states.flatMap((state) => (state === undefined ? [] : [[state.source, state] as const])),
  )
}

/**
 * The state of a source as far as it matters to one of its lists: that another list had a bad reply does not.
 * In a transaction of the caller, without a further read unless there was a bad reply.
 */
export async function stateForList(
  db: Readable,
  state: SyncState | undefined,
  key: ListKey,
): Promise<SyncState | undefined> {
  if (state?.lastFailure?.code !== 'bad-reply') return state
  if ((await getListState(db, key))?.lastFailure !== undefined) return state
  const { lastFailure: _lastFailure, ...rest } = state
  return rest
}

/**
 * Notes that a list came, which ends a row of failures. The source counts from the day of the first list with papers;
 * a day later than tomorrow does not count, nor does one that was stored as that.
 *
 * @param filledDay the day of the list, where it is a daily list with papers in it
 * @param now milliseconds since the epoch
 */
export async function recordSuccess(
  db: DogearDatabase,
  source: string,
  filledDay: string | undefined,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.syncStates, async () => {
    const before = (await getSyncState(db, source))?.countFrom
    // From a later day on nothing would count, whatever came until then.
    const countFrom = [before, filledDay].find((day) => day !== undefined && day <= tomorrow(now))
    await db.syncStates.put({
      source,
      ...(countFrom !== undefined && { countFrom }),
      lastSuccessAt: now,
      lastAttemptAt: now,
      failures: 0,
    })
  })
}

/**
 * Notes that a list could not be had.
 *
 * @param notBeforeAfter when to ask again, in milliseconds since the epoch, from the number of failures in
 *   a row, this one included; undefined where there is no reason to wait
 * @param now milliseconds since the epoch
 */
export async function recordFailure(
  db: DogearDatabase,
  source: string,
  failure: Failure,
  notBeforeAfter: (failures: number) => number | undefined,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.syncStates, async () => {
    const { notBefore: _notBefore, ...before } = (await getSyncState(db, source)) ?? {
      source,
      failures: 0,
    }
    const failures = before.failures + 1
    const notBefore = notBeforeAfter(failures)
    await db.syncStates.put({
      ...before,
      lastAttemptAt: now,
      failures,
      lastFailure: failure,
      ...(notBefore !== undefined && { notBefore }),
    })
  })
}
