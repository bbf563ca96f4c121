import { browser } from 'wxt/browser'
import { getSetting } from '../../db/settings/settings'
import { send } from '../../messaging/send'
import { addSearch } from '../../settings/last-searches'
import { useDatabase } from '../use-database'
import { useLiveQuery } from '../use-live-query'

export interface LastSearches {
  /** The newest first; empty while they are read. */
  readonly all: readonly string[]
  /** Remembers a search. What is typed in a private window is not. */
  note(search: string): void
  forget(): void
}

const none: readonly string[] = []

/** What the user searched for last. */
export function useLastSearches(): LastSearches {
  const db = useDatabase()
  const stored = useLiveQuery(() => getSetting(db, 'lastSearches'), [db])
  const all = stored.state === 'ready' ? stored.value : none
  return {
    all,
    // Sent before anything is awaited, because the popup may close right after. A failure is not reported: all that
    // follows is that the search is not remembered.
    note(search) {
      if (browser.extension.inIncognitoContext || addSearch(all, search) === all) return
      void send('noteSearch', { search })
    },
    forget: () => void send('forgetSearches', {}),
  }
}
