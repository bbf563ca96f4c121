import type { DogearDatabase } from '../../db/database'
import { type BackupStateRow, getBackupState } from '../../db/user-data/backup-states'
import { useLiveQuery } from '../use-live-query'

/** How the backup goes, as the worker has noted it; undefined until that is read, and where nothing is noted. */
export function useBackupState(db: DogearDatabase): BackupStateRow | undefined {
  const live = useLiveQuery(() => getBackupState(db), [db])
  return live.state === 'ready' ? live.value : undefined
}

/** The state, where the user has something to decide or to know. */
export function useDataTrouble(db: DogearDatabase): BackupStateRow | undefined {
  const state = useBackupState(db)
  return state?.trouble !== undefined || state?.lastFailure !== undefined ? state : undefined
}
