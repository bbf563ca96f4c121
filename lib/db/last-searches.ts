import { addSearch } from '../settings/last-searches'
import type { DogearDatabase } from './database'
import { getSetting } from './settings'

/** Remembers what the user has searched for, as the newest of the last searches. */
export function noteSearch(db: DogearDatabase, search: string): Promise<void> {
  return db.transaction('rw', db.settings, async () => {
    const before = await getSetting(db, 'lastSearches')
    const after = addSearch(before, search)
    if (after !== before) await db.settings.put({ name: 'lastSearches', value: after })
  })
}

export function forgetSearches(db: DogearDatabase): Promise<void> {
  return db.transaction('rw', db.settings, async () => {
    await db.settings.put({ name: 'lastSearches', value: [] })
  })
}
