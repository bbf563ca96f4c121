import { type BackupStateRow, getBackupState } from '../../db/user-data/backup-states'
import { useDatabase } from '../use-database'
import { useLiveQuery } from '../use-live-query'

/** How the backup goes, as the worker has noted it; undefined until that is read, and where nothing is noted. */
export function useBackupState(): BackupStateRow | undefined {
  const db = useDatabase()
  const live = useLiveQuery(() => getBackupState(db), [db])
  return live.state === 'ready' ? live.value : undefined
}

/** The state, where the user has something to decide or to know. */
export function useDataTrouble(): BackupStateRow | undefined {
  const state = useBackupState()
  return state?.trouble !== undefined || state?.lastFailure !== undefined ? state : undefined
}
