import { useEffect, useState } from 'preact/hooks'
import { exportData } from '../../backup/export-data'
import { dogearVersion } from '../../browser/version'
import type { DogearDatabase } from '../../db/database'
import { countEntries } from '../../db/entries/stored-entries'
import { getSetting } from '../../db/settings/settings'
import { getSiteStates, type SiteState } from '../../db/states/site-states'
import { getSyncStates, type SyncState } from '../../db/states/sync-states'
import { type BackupStateRow, getBackupState } from '../../db/user-data/backup-states'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'

/** How it stands with what is stored. */
export interface DataFacts {
  readonly entries: number
  readonly backup: BackupStateRow | undefined
  /** Those that were asked for, then what else the user has chosen; `state` is undefined for one that was never asked. */
  readonly sources: readonly { readonly id: string; readonly state: SyncState | undefined }[]
  readonly sites: readonly SiteState[]
}

export function useDataFacts(sources: readonly string[]): Live<DataFacts> {
  const db = useDatabase()
  return useLiveQuery(async () => {
    const [entries, backup, chosen, sites] = await Promise.all([
      countEntries(db),
      getBackupState(db),
      getSetting(db, 'sources'),
      getSiteStates(db),
    ])
    const ids = [...new Set([...sources, ...chosen.map(({ id }) => id)])]
    const states = await getSyncStates(db, ids)
    return { entries, backup, sources: ids.map((id) => ({ id, state: states.get(id) })), sites }
  }, [db, sources])
}

/** How much room there is and how much of it is used, in bytes, as far as the browser tells. */
export interface Room {
  readonly used: number
  readonly quota: number
}

/** @param changed when it is another value, the browser is asked again */
export function useRoom(changed: unknown): Room | undefined {
  const [room, setRoom] = useState<Room>()
  useEffect(() => {
    navigator.storage
      .estimate()
      .then(({ usage = 0, quota = 0 }) => setRoom({ used: usage, quota }))
      // Then it is not told.
      .catch(() => {})
  }, [changed])
  return room
}

/** Has the browser save everything of the user's as a file. */
export async function saveDataFile(db: DogearDatabase, now: number): Promise<void> {
  const address = URL.createObjectURL(await exportData(db, dogearVersion(), now))
  const link = document.createElement('a')
  link.href = address
  link.download = `dogear-${new Date(now).toISOString().slice(0, 10)}.json`
  link.click()
  // Not at once: the browser has yet to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
