import { Dexie, type PromiseExtended, type Table } from 'dexie'
import { FailureError } from '../errors/failure'
import type { Entry } from '../papers/entry'
import type { ListKey } from '../papers/list'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import type { Watch } from '../papers/watch'
import { notingChanges } from './engine/noting-changes'
import { writeOnlyWithRoom } from './engine/room'
import type {
  AbstractRow,
  AnnouncedRow,
  AppliedRow,
  BackupStateRow,
  ChangeRow,
  ChoreRow,
  CompletionRow,
  History,
  HostState,
  ImportPartRow,
  IndexStateRow,
  JoinRow,
  JournalRow,
  LinkedWorksRow,
  ListRow,
  ListState,
  SeenRow,
  SegmentRow,
  SettingRow,
  SiteState,
  SyncState,
  UnindexedRow,
  VoteHistoryRow,
} from './rows'
import { v1 } from './schema/v1'
import { newestVersion, versionOf } from './schema/version'

/** What of the user's own is backed up, exported and imported. `user-rows.ts` says how each is read and merged. */
export const backedUpTables = ['entries', 'seen', 'joins', 'settings', 'watches'] as const
export type BackedUpTable = (typeof backedUpTables)[number]

/** The user's own data. Only the user's actions change it, and nothing else erases it; but `seen` is kept within bounds. */
export const userTables = [...backedUpTables, 'journal', 'importParts', 'announced'] as const

/** How far the backup of the user's data has come. */
export const backupTables = ['changes', 'backupStates'] as const

/** What can be fetched again, or is needed for a moment only, and so may be erased. */
export const refetchableTables = [
  'papers',
  'abstracts',
  'lists',
  'syncStates',
  'listStates',
  'hostStates',
  'siteStates',
  'histories',
  'chores',
  'completions',
  'voteHistories',
  'linkedWorks',
  'unindexed',
  'segments',
  'indexStates',
  'applied',
] as const

/** The database was written by a newer version of the extension, and must not be touched by this one. */
export class NewerDatabaseError extends FailureError {
  override readonly name = 'NewerDatabaseError'

  constructor(stored: number) {
    super({
      code: 'newer-data',
      message: `The database has version ${stored}, which is newer than ${newestVersion}, the newest that this version of Dogear knows`,
    })
  }
}

export class DogearDatabase extends Dexie {
  declare readonly papers: Table<Paper, PaperId>
  declare readonly abstracts: Table<AbstractRow, PaperId>
  declare readonly lists: Table<ListRow, ListKey>
  declare readonly seen: Table<SeenRow, PaperId>
  declare readonly entries: Table<Entry, PaperId>
  declare readonly syncStates: Table<SyncState, string>
  declare readonly listStates: Table<ListState, ListKey>
  declare readonly hostStates: Table<HostState, string>
  declare readonly siteStates: Table<SiteState, string>
  declare readonly histories: Table<History, string>
  declare readonly chores: Table<ChoreRow, string>
  declare readonly completions: Table<CompletionRow, PaperId>
  declare readonly voteHistories: Table<VoteHistoryRow, PaperId>
  declare readonly linkedWorks: Table<LinkedWorksRow, PaperId>
  declare readonly joins: Table<JoinRow, PaperId>
  declare readonly journal: Table<JournalRow, number>
  declare readonly importParts: Table<ImportPartRow, [string, number]>
  declare readonly applied: Table<AppliedRow, number>
  declare readonly settings: Table<SettingRow, string>
  declare readonly watches: Table<Watch, string>
  declare readonly announced: Table<AnnouncedRow, string>
  declare readonly unindexed: Table<UnindexedRow, number>
  declare readonly segments: Table<SegmentRow, number>
  declare readonly indexStates: Table<IndexStateRow, string>
  declare readonly changes: Table<ChangeRow, number>
  declare readonly backupStates: Table<BackupStateRow, string>

  constructor(name: string) {
    super(name)
    this.version(newestVersion).stores(v1)
    this.use(notingChanges(backedUpTables))
    // Dexie opens a newer database without a word.
    this.on('ready', () => refuseNewer(this.backendDB()), true)
    writeOnlyWithRoom(this)
  }

  /** Can be called again after it failed: a full disk may have room later, while the worker still runs. */
  override open(): PromiseExtended<Dexie> {
    return super.open().catch((error: unknown) => {
      // After a failed open Dexie treats the database as closed for good; reset it, so that a later call can try
      // again. One task later, so that callers of this open still see the failure.
      setTimeout(() => {
        if (this.hasFailed() && !this.hasBeenClosed()) this.close({ disableAutoOpen: false })
      })
      throw error
    })
  }
}

function refuseNewer(stored: IDBDatabase): void {
  const version = versionOf(stored)
  if (version > newestVersion) throw new NewerDatabaseError(version)
}

/**
 * The database; it is opened by its first use.
 *
 * Every use rejects with NewerDatabaseError where a newer version of the extension wrote it, and with one
 * of Dexie's errors where the browser has no database to give, which is the failure `storage`.
 */
export function openDatabase(name = 'dogear'): DogearDatabase {
  return new DogearDatabase(name)
}

/**
 * Runs several reads in one transaction: they see the same moment, and cost one round trip to the browser's
 * storage less for each.
 */
export function readTogether<T>(db: DogearDatabase, read: () => Promise<T>): Promise<T> {
  return db.transaction('r', db.tables, read)
}
