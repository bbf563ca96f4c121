import type { Failure } from '../../errors/result'
import type { DogearDatabase } from '../database'
import type { BackupStateRow } from '../rows'

export type { BackupStateRow } from '../rows'

/** Which database this is, and how its backup goes. Undefined until the worker has looked. */
export function getBackupState(db: DogearDatabase): Promise<BackupStateRow | undefined> {
  return db.backupStates.get('backup')
}

/** What a backup says of the database that it is of. */
interface Backup {
  readonly databaseId: string
  /** The last change that it has. */
  readonly through: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly entries: number
  /** Whether anything of the user's is in it. */
  readonly isEmpty: boolean
}

/**
 * Recognises the database: as the one that was backed up, or one that was begun now, or one in whose place the
 * browser began another one, or one that lacks what it had. What was found is noted in it.
 *
 * @param backup the last one, undefined where there is none
 * @param newId the id of the database if it was begun now
 * @param now milliseconds since the epoch
 */
export function recogniseDatabase(
  db: DogearDatabase,
  backup: Backup | undefined,
  newId: string,
  now: number,
): Promise<BackupStateRow> {
  return db.transaction('rw', db.backupStates, db.changes, async () => {
    const [stored, lastChange] = await Promise.all([
      getBackupState(db),
      db.changes.orderBy('number').last(),
    ])
    if (stored?.trouble !== undefined) return stored
    const state = stored ?? { name: 'backup', through: 0 }
    const found = recognised(state, backup, lastChange?.number ?? 0, newId, now)
    if (found !== stored) await db.backupStates.put(found)
    return found
  })
}

function recognised(
  state: BackupStateRow,
  backup: Backup | undefined,
  lastChange: number,
  newId: string,
  now: number,
): BackupStateRow {
  const { databaseId, replaces, through } = state
  const isOfAnother =
    backup !== undefined && backup.databaseId !== databaseId && backup.databaseId !== replaces
  if (isOfAnother && !backup.isEmpty) return troubled(state, 'lost', backup)
  if (databaseId === undefined || isOfAnother) return begun(state, newId, backup?.databaseId, now)
  const isBehind =
    backup?.databaseId === databaseId && backup.through > Math.max(through, lastChange)
  return isBehind ? troubled(state, 'behind', backup) : state
}

function troubled(
  { name, databaseId, createdAt, through }: BackupStateRow,
  trouble: NonNullable<BackupStateRow['trouble']>,
  { at, entries }: Backup,
): BackupStateRow {
  return {
    name,
    ...(databaseId !== undefined && { databaseId }),
    ...(createdAt !== undefined && { createdAt }),
    through,
    trouble,
    backedUpAt: at,
    entries,
  }
}

function begun(
  { name, through }: BackupStateRow,
  databaseId: string,
  replaces: string | undefined,
  createdAt: number,
): BackupStateRow {
  return { name, databaseId, createdAt, through, ...(replaces !== undefined && { replaces }) }
}

/**
 * The user has decided what is to become of a database that is in trouble: from now on it is the one to be backed
 * up. To be called in the transaction that restores, or alone to leave all as it is.
 *
 * @param replaces the id of the database that the backup is of
 * @param newId its own id from now on, by which the next backup is a whole one
 * @param now milliseconds since the epoch
 */
export async function settleTrouble(
  db: DogearDatabase,
  replaces: string | undefined,
  newId: string,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.backupStates, async () => {
    const state = (await getBackupState(db)) ?? { name: 'backup', through: 0 }
    await db.backupStates.put(begun(state, newId, replaces, now))
  })
}

/** Notes that all changes up to one are in the backup, and forgets them. */
export async function noteBackup(
  db: DogearDatabase,
  backup: Required<Pick<BackupStateRow, 'through' | 'backedUpAt' | 'entries' | 'bytes'>>,
): Promise<void> {
  await db.transaction('rw', db.backupStates, db.changes, async () => {
    const state = await getBackupState(db)
    if (state === undefined) return
    const { lastFailure: _lastFailure, ...rest } = state
    await db.backupStates.put({ ...rest, ...backup })
    await db.changes.where('number').belowOrEqual(backup.through).delete()
  })
}

/** Notes why the backup could not be written. The changes stay noted, for the next try. */
export async function noteBackupFailure(db: DogearDatabase, lastFailure: Failure): Promise<void> {
  await db.transaction('rw', db.backupStates, () =>
    db.backupStates.update('backup', { lastFailure }),
  )
}
