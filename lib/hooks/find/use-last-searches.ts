import { useEffect } from 'preact/hooks'
import { isInPrivateWindow } from '../../browser/private-window'
import { getSetting } from '../../db/settings/settings'
import { send } from '../../messaging/send'
import { addSearch } from '../../settings/last-searches'
import { leaveTrace } from '../leave-trace'
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
  // Answered by the time that a search is noted, which may be the last that is done here.
  useEffect(() => void isInPrivateWindow(), [])
  return {
    all,
    note(search) {
      if (addSearch(all, search) !== all) void leaveTrace('noteSearch', { search })
    },
    forget: () => void send('forgetSearches', {}),
  }
}
