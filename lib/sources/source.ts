import type { Announcement, Period } from '../papers/list'
import type { Paper } from '../papers/paper'
import type { SourceFacts, SourceId } from '../papers/source'

/**
 * Where lists come from. A source says which request a period needs and turns one reply into papers;
 * it knows neither the database nor the clock nor `fetch`.
 */
export interface Source extends SourceFacts {
  readonly id: SourceId
  /** Match patterns of every address that it asks for: they become host permissions. */
  readonly hosts: readonly string[]
  /** The format of its replies. */
  readonly format: 'json' | 'xml'
  /** The day of the first list that it can have had, `YYYY-MM-DD`. */
  readonly firstDay: string
  /** The address of the first page of a period's list. */
  request(period: Period): URL
  /**
   * The address of the page after this one, from the reply's headers; undefined on the last page
   * and for an address that is not of this source.
   */
  nextRequest(headers: Headers): URL | undefined
  /**
   * Reads one page of a list.
   *
   * @param reply parsed JSON, or XML as text; not yet trusted
   * @throws ReplyError when the envelope does not fit; an item that does not fit is skipped and counted
   */
  read(reply: unknown, period: Period): Page
  /**
   * When the list of a day ends growing, in milliseconds since the epoch. Without it, at the end of the day in
   * UTC.
   */
  closesAt?(day: string): number
  /** The day whose list is the newest at a time, in milliseconds since the epoch. Without it, the day in UTC. */
  newestDay?(now: number): string
  /** Whether there can be papers on a day. Without it, on each. */
  hasListOn?(day: string): boolean
  /** How long it leaves a list alone at the least before it asks again, in milliseconds. */
  readonly leastInterval?: number
}

export interface Page {
  readonly items: readonly ListedPaper[]
  readonly skipped: readonly SkippedItem[]
  /** The day whose list this is, `YYYY-MM-DD`, where the reply says so whatever was asked for. */
  readonly day?: string
}

export interface ListedPaper {
  /** Without `listed`: the rank is known only when every page is there. */
  readonly paper: Paper
  readonly abstract: string
  /** How the paper came into the list; absent where it is new, or the source makes no such difference. */
  readonly announced?: Announcement
  /** The day on which the paper entered a daily list, when the reply says so, `YYYY-MM-DD`. */
  readonly listedOn?: string
}

export interface SkippedItem {
  readonly index: number
  /** In English, for the log and the health report: the path and what was wrong. */
  readonly reason: string
}

/** The reply as a whole is not what the source sends. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError'
}
