import type { Entry } from '../papers/entry'
import type { ListKey } from '../papers/list'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import type { Watch } from '../papers/watch'
import type { ListRow, ListState, SeenRow, SettingRow, SyncState, VoteHistoryRow } from './rows'

/** What it takes to read a list: the database is such, and so is what `readPlainly` has without Dexie. */
export interface Readable {
  readonly settings: ReadableTable<SettingRow, string>
  readonly watches: ReadableTable<Watch, string>
  readonly lists: ReadableTable<ListRow, ListKey>
  readonly listStates: ReadableTable<ListState, ListKey>
  readonly syncStates: ReadableTable<SyncState, string>
  readonly papers: ReadableTable<Paper, PaperId>
  readonly entries: ReadableTable<Entry, PaperId>
  readonly seen: ReadableTable<SeenRow, PaperId>
  readonly voteHistories: ReadableTable<VoteHistoryRow, PaperId>
}

/** As Dexie has them: https://dexie.org/docs/Table/Table */
export interface ReadableTable<Row, Key> {
  get(key: Key): Promise<Row | undefined>
  bulkGet(keys: Key[]): Promise<(Row | undefined)[]>
  toArray(): Promise<Row[]>
  where(index: string): ReadableIndex<Row>
}

export interface ReadableIndex<Row> {
  below(upper: number): ReadableRange<Row>
  between(
    lower: string | string[],
    upper: string | string[],
    includesLower: boolean,
    includesUpper: boolean,
  ): ReadableRange<Row>
  anyOf(keys: readonly string[]): { toArray(): Promise<Row[]> }
}

export interface ReadableRange<Row> {
  last(): Promise<Row | undefined>
  reverse(): { toArray(): Promise<Row[]> }
}
