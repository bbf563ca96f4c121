import type { Failure } from '../../errors/result'
import type { ListKey } from '../../papers/list'
import type { DogearDatabase } from '../database'
import type { Readable } from '../readable'
import type { ListState } from '../rows'

export type { ListState } from '../rows'

export function getListState(db: Readable, key: ListKey): Promise<ListState | undefined> {
  return db.listStates.get(key)
}

/** @returns the states of the lists that were ever asked for, by key, in one call */
export async function getListStates(
  db: DogearDatabase,
  keys: readonly ListKey[],
): Promise<Map<ListKey, ListState>> {
  const states = await db.listStates.bulkGet([...keys])
  return new Map(states.flatMap((state) => (state ? [[state.key, state] as const] : [])))
}

/**
 * Notes that the source was asked for a list and had none.
 *
 * @param now milliseconds since the epoch
 */
export async function recordListAnswer(
  db: DogearDatabase,
  key: ListKey,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.listStates, () =>
    db.listStates.put({ key, touchedAt: now, lastSuccessAt: now, failures: 0 }),
  )
}

/**
 * Notes that a list could not be had; what is known of the last good reply stays.
 *
 * @param notBeforeAfter when to ask again, in milliseconds since the epoch, from the number of failures in
 *   a row, this one included; undefined where there is no reason to wait
 * @param now milliseconds since the epoch
 */
export async function recordListFailure(
  db: DogearDatabase,
  key: ListKey,
  failure: Failure,
  notBeforeAfter: (failures: number) => number | undefined,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.listStates, async () => {
    const { notBefore: _notBefore, ...before } = (await db.listStates.get(key)) ?? {
      key,
      failures: 0,
    }
    const failures = before.failures + 1
    const notBefore = notBeforeAfter(failures)
    await db.listStates.put({
      ...before,
      touchedAt: now,
      failures,
      lastFailure: failure,
      ...(notBefore !== undefined && { notBefore }),
    })
  })
}
