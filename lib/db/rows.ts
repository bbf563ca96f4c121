import type { Failure } from '../errors/result'
import type { Entry } from '../papers/entry'
import type { LinkedWorks } from '../papers/linked-works'
import type { List } from '../papers/list'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import type { VotePoint } from '../papers/vote-history'

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

/** The models, datasets and spaces that were linked to a paper when somebody asked. */
export interface LinkedWorksRow extends LinkedWorks {
  readonly paperId: PaperId
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number
}

/** How the votes of a paper moved. */
export interface VoteHistoryRow {
  readonly paperId: PaperId
  /** The oldest first, at least one. */
  readonly points: readonly VotePoint[]
  /** When they last moved, in milliseconds since the epoch. */
  readonly movedAt: number
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

/**
 * A paper that the user keeps by its name alone, while what there is to know about it is being fetched. Times
 * are milliseconds since the epoch.
 */
export interface CompletionRow {
  readonly paperId: PaperId
  readonly startedAt: number
  /** In a row; 0 while the first try is under way. */
  readonly failures: number
  readonly lastFailure?: Failure
  /** Before this time it is not tried again. */
  readonly notBefore?: number
}

/** Two names that were taken to be of one paper, and what was stored before, so that it can be undone. */
export interface JoinRow {
  /** The name that became another name of `paperId`. */
  readonly name: PaperId
  readonly paperId: PaperId
  readonly papers: readonly Paper[]
  readonly entries: readonly Entry[]
  /** Milliseconds since the epoch. */
  readonly at: number
  /** The user has said that they are two papers: they are not joined again. */
  readonly isUndone: boolean
  /** Further papers that the user has said not to have this name. */
  readonly separatedFrom?: readonly PaperId[]
}

/** One of the user's settings, as `lib/settings` describes it. */
export interface SettingRow {
  readonly name: string
  readonly value: unknown
}
