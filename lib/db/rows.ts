import type { Failure } from '../errors/result'
import type { SiteTrouble } from '../errors/site-trouble'
import type { Entry } from '../papers/entry'
import type { ChangeKind, EntryRecord } from '../papers/entry-record'
import type { LinkedWorks } from '../papers/linked-works'
import type { List, ListKey } from '../papers/list'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import type { VotePoint } from '../papers/vote-history'
import type { Watch } from '../papers/watch'

/** Apart from the paper: reading ten thousand papers must not read their abstracts. */
export interface AbstractRow {
  readonly id: PaperId
  readonly text: string
}

export interface ListRow extends List {
  /** The newest day of which a daily list, or one of the latest, has papers; absent on every other list. */
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
 * How the sync of one list goes, also of one that was never had. When it is due next follows from this, the
 * clock and the settings (`planSync`), and so is not stored. Times are milliseconds since the epoch.
 */
export interface ListState {
  readonly key: ListKey
  /** When it was asked for last, whatever came of it. */
  readonly touchedAt: number
  readonly lastSuccessAt?: number
  /** What the last good reply said, as a hash. */
  readonly hash?: string
  /** In a row. */
  readonly failures: number
  readonly lastFailure?: Failure
  /** Before this time it is not asked for again. */
  readonly notBefore?: number
}

/** How a host is treated. Times are milliseconds since the epoch. */
export interface HostState {
  readonly host: string
  /** When the last request went out. */
  readonly askedAt: number
  /** The host wants to be left alone until then. */
  readonly waitUntil?: number
}

/** How Dogear does on a site; of a page there nothing is kept. Times are milliseconds since the epoch. */
export interface SiteState {
  /** The id of its access; `added` for all that the user added, `every` where it concerns all of them. */
  readonly site: string
  /** When papers were last found on a page of it. */
  readonly foundAt?: number
  /** What went wrong there last, and when. */
  readonly trouble?: SiteTrouble
  readonly troubleAt?: number
}

/** The long job that fetches every list that a source ever had, from the newest to the first. */
export interface History {
  readonly source: string
  readonly status: 'running' | 'paused' | 'done'
  /** The day that comes next, `YYYY-MM-DD`: all later ones are through. */
  readonly nextDay: string
  /** In days, those included that need not be asked for. */
  readonly done: number
  readonly of: number
  /** How many days could not be had. */
  readonly missing: number
}

/** When something was last done that is done from time to time. */
export interface ChoreRow {
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly doneAt: number
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

/** What was announced by a notification, or would have been. Kept for ever: nothing is announced twice. */
export interface AnnouncedRow {
  /** A paper, the digest that came on a day, or the one of a day's lists. */
  readonly subject: PaperId | `digest-on/${string}` | `digest-of/${string}`
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** A change that the user made, so that it can be undone. */
export interface JournalRow {
  /** In the order of the changes; given by the database. */
  readonly number?: number
  /** Of the message that asked for it, made by its sender. */
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly kind: ChangeKind
  /** What it made of entries. */
  readonly entries: readonly EntryRecord[]
  /** The names that it separated. */
  readonly separated?: { readonly paperId: PaperId; readonly name: PaperId }
  /** The names that its page joined with the paper's. */
  readonly joined?: readonly JoinedNames[]
  /** It took over a file. */
  readonly imported?: ImportFacts
  /** Its place among the changes that are undone, from 1: the highest is done again first. Absent where it is not. */
  readonly undone?: number
}

/** The names that became one paper's with a change, made on the page of one of them. */
export interface JoinedNames {
  /** The name of the page. */
  readonly paperId: PaperId
  readonly names: readonly PaperId[]
  /** What the change would have made of the page's own entry alone. */
  readonly own?: EntryRecord
}

/** How much of a file was taken over, and how far undoing that has come. */
export interface ImportFacts {
  /** In rows of the user's. */
  readonly added: number
  readonly changed: number
  /** In how many parts what it changed is noted. */
  readonly parts: number
  /** How many of them are undone. Undoing begins at the end, so these are the last ones. */
  readonly undoneParts: number
  /** Whether anything was put back when it was undone, or done again, for the last time. */
  readonly hasMoved: boolean
  /** Whether anything was left alone then, because something else had changed it since. */
  readonly hasLeft: boolean
}

/** The rows of the user's that a backup and a file have, by their tables. */
export interface UserRowOf {
  readonly entries: Entry
  readonly seen: SeenRow
  readonly joins: JoinRow
  readonly settings: SettingRow
  readonly watches: Watch
}

/** Something that a change made, or made something else of; `before` is absent where there was none. */
export interface Made<T> {
  readonly before?: T
  readonly after: T
}

/** What a part of a file changed, row by row, so that it can be undone. */
export interface ImportPartRow {
  /** The change in the journal that it is a part of. */
  readonly changeId: string
  /** From 0. */
  readonly place: number
  readonly rows: readonly (Made<UserRowOf[keyof UserRowOf]> & { readonly table: keyof UserRowOf })[]
  readonly papers: readonly Made<Paper>[]
}

/** What was answered to a message that changed something, should it come again. */
export interface AppliedRow {
  /** Given by the database. */
  readonly number?: number
  /** Of the message, made by its sender. */
  readonly id: string
  readonly answer: unknown
}

/** One of the user's settings, as `lib/settings` describes it. */
export interface SettingRow {
  readonly name: string
  readonly value: unknown
}

/** That what can be found of a paper has changed, or that the paper is gone, and the search index does not have it yet. */
export interface UnindexedRow {
  /** In the order of the changes; given by the database. */
  readonly number?: number
  readonly paperId: PaperId
}

/** Some papers and the words in them. `docs/decisions/0012` has the format. */
export interface Segment {
  /** Of the papers, one a line. */
  readonly ids: string
  /** Of each paper: 20260722 for a day, 0 for none. */
  readonly days: Uint32Array
  /** Of each paper: whether it has code, and whether it is gone, as bits. */
  readonly marks: Uint8Array
  /** Of each paper, in words. */
  readonly titleLengths: Uint8Array
  /** The words in order, without anything between them. */
  readonly terms: string
  /** Where each word begins in `terms`, and where the last one ends. */
  readonly termStarts: Uint32Array
  /** Of each word: the papers that have it, and in which fields. */
  readonly postings: Uint8Array
  readonly postingStarts: Uint32Array
  readonly positions: Positions
}

/** Where in the papers' fields the words of a segment stand. */
export interface Positions {
  readonly bytes: Uint8Array
  /** Where those of each word begin in `bytes`, and where those of the last one end. */
  readonly starts: Uint32Array
}

export interface SegmentRow extends Segment {
  /** Given by the database. */
  readonly number?: number
  /** What is said of a paper in a segment of a higher age replaces what a lower one says. */
  readonly age: number
  /** How many times it was merged. */
  readonly level: number
}

/** How far the search index has come. */
export interface IndexStateRow {
  readonly name: 'search'
  /** Of the segments: those of another format are made again. */
  readonly format: number
  /** The last paper that was read in the order of the ids; absent before the first. */
  readonly scannedTo?: PaperId
  /** All papers were read that were there at the beginning; since then `unindexed` tells what is new. */
  readonly isScanned: boolean
}

/** That a row of the user's has changed or is gone, and the backup does not have it yet. */
export interface ChangeRow {
  /** In the order of the changes; given by the database. */
  readonly number?: number
  readonly table: string
  /** Absent where any row of the table may have changed. */
  readonly key?: string
}

/** What is wrong with a database of which there is a better backup. */
export type DataTrouble =
  /** It is not the one that was backed up: the browser began a new one. */
  | 'lost'
  /** It lacks the last changes that were backed up. */
  | 'behind'

/** Which database this is, and how its backup goes. Times are milliseconds since the epoch. */
export interface BackupStateRow {
  readonly name: 'backup'
  /** Given by chance when the database was begun; absent until it is clear that it was not lost. */
  readonly databaseId?: string
  readonly createdAt?: number
  /** The database whose backup this one goes on with, though it has another id. */
  readonly replaces?: string
  /** The last change that is in the backup. */
  readonly through: number
  /** While it is there, nothing is backed up: the user has yet to say whether to restore. */
  readonly trouble?: DataTrouble
  readonly backedUpAt?: number
  /** How many entries the last backup has; in a database that was lost: how many there are to restore. */
  readonly entries?: number
  /** How much room the backup takes, about, in bytes. */
  readonly bytes?: number
  /** Why the last backup could not be written; absent where it could. */
  readonly lastFailure?: Failure
}
