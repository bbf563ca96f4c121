import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../db/database'
import { getSetting } from '../db/settings'
import { addSearch } from '../settings/last-searches'
import { changeSetting } from './change-setting'
import { useLiveQuery } from './use-live-query'

export interface LastSearches {
  /** The newest first; empty while they are read. */
  readonly all: readonly string[]
  /** Remembers a search. What is typed in a private window is not. */
  note(typed: string): void
  forget(): void
}

const none: readonly string[] = []

/** What the user searched for last. */
export function useLastSearches(db: DogearDatabase): LastSearches {
  const stored = useLiveQuery(() => getSetting(db, 'lastSearches'), [db])
  const all = stored.state === 'ready' ? stored.value : none
  return {
    all,
    // Where it can't be stored it is not remembered: no reason to bother who reads results.
    note(typed) {
      if (browser.extension.inIncognitoContext || addSearch(all, typed) === all) return
      void changeSetting(db, 'lastSearches', (before) => {
        const after = addSearch(before, typed)
        return after === before ? undefined : after
      })
    },
    forget: () => void changeSetting(db, 'lastSearches', () => []),
  }
}
