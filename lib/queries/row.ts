import type { Entry } from '../papers/entry'
import type { Announcement } from '../papers/list'
import type { Paper } from '../papers/paper'
import type { Watch } from '../papers/watch'

/** A paper as any list shows it. */
export interface Row {
  readonly paper: Paper
  readonly entry: Entry | undefined
  /** Those that the paper matches; absent where it matches none. */
  readonly watches?: readonly Watch[]
  /** How it came into the list; absent where it is new in it. */
  readonly announced?: Announcement
  /** Votes gained in the last day, below zero where votes were taken back; absent where that is not looked for. */
  readonly gained?: number
  /** Empty where the paper has none; absent where it is read when the row is opened. */
  readonly abstract?: string
}
