import { addSearch } from '../../settings/last-searches'
import type { DogearDatabase } from '../database'
import { changeSettingInTurn } from './change-setting-in-turn'
import { changeSettings } from './settings'

/** Remembers what the user has searched for, as the newest of the last searches. */
export async function noteSearch(db: DogearDatabase, search: string): Promise<void> {
  await changeLastSearches(db, (before) => {
    const after = addSearch(before, search)
    return after === before ? undefined : after
  })
}

export async function forgetSearches(db: DogearDatabase): Promise<void> {
  await changeLastSearches(db, () => [])
}

function changeLastSearches(
  db: DogearDatabase,
  change: (before: readonly string[]) => readonly string[] | undefined,
): Promise<unknown> {
  return changeSettingInTurn(db, 'lastSearches', change, (changes) => changeSettings(db, changes))
}
