import type { SettingChanges, SettingName, SettingValue } from '../../settings/settings'
import type { DogearDatabase } from '../database'
import { getSetting } from './settings'

/**
 * Changes a setting to something that depends on what it was. One change at a time, whether a page of ours or the
 * worker makes it: each begins with what the one before left.
 *
 * @param change returns undefined where there is nothing to change
 * @param store stores what it becomes: the worker by itself, a page by asking the worker
 * @returns what `store` gives; undefined where there was nothing to change
 */
export function changeSettingInTurn<N extends SettingName, T>(
  db: DogearDatabase,
  name: N,
  change: (before: SettingValue<N>) => SettingValue<N> | undefined,
  store: (changes: SettingChanges) => Promise<T>,
): Promise<T | undefined> {
  return navigator.locks.request(`setting-${name}`, async () => {
    const after = change(await getSetting(db, name))
    // The one place where it is in turn.
    return after === undefined ? undefined : store({ [name]: after } as SettingChanges)
  })
}
