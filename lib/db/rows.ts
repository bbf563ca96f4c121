import type { Failure } from '../errors/result'
import type { List } from '../papers/list'
import type { PaperId } from '../papers/paper-id'

/** Apart from the paper: reading ten thousand papers must not read their abstracts. */
export interface AbstractRow {
  readonly id: PaperId
  readonly text: string
}

export interface ListRow extends List {
  /** The day of a daily list that has papers in it; absent on every other list. */
  readonly filledDay?: string
}

/** A paper that the user has been shown in a list. */
export interface SeenRow {
  readonly paperId: PaperId
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** How the sync of a source goes. Times are milliseconds since the epoch. */
export interface SyncState {
  readonly source: string
  /** The day of the first daily list with papers that was ever synced: older ones are no news. */
  readonly countFrom?: string
  readonly lastSuccessAt?: number
  readonly lastAttemptAt?: number
  /** In a row. */
  readonly failures: number
  readonly lastFailure?: Failure
  /** Before this time the source is not asked again. */
  readonly notBefore?: number
}
