import type { DogearDatabase } from '../../db/database'
import { getSettings } from '../../db/settings/settings'
import { getHistory, type History } from '../../db/states/histories'
import { getSyncStates, type SyncState } from '../../db/states/sync-states'
import type { Settings } from '../../settings/settings'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'

/** How the sync goes, and how the user wants it. */
export interface SyncFacts {
  readonly settings: Pick<Settings, 'syncInterval' | 'catchUpDays' | 'keepDays'>
  /** In the order that was asked for; `state` is undefined for a source that was never asked. */
  readonly sources: readonly { readonly id: string; readonly state: SyncState | undefined }[]
  /** Undefined while nobody wants all lists. */
  readonly history: History | undefined
}

/**
 * @param sources ids, the source of the history first
 */
export function useSyncFacts(sources: readonly string[]): Live<SyncFacts> {
  const db = useDatabase()
  return useLiveQuery(() => readSyncFacts(db, sources), [db, sources])
}

async function readSyncFacts(db: DogearDatabase, sources: readonly string[]): Promise<SyncFacts> {
  const [settings, states, history] = await Promise.all([
    getSettings(db),
    getSyncStates(db, sources),
    getHistory(db, sources[0] ?? ''),
  ])
  return { settings, sources: sources.map((id) => ({ id, state: states.get(id) })), history }
}
