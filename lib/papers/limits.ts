/*
 * How long, how many and how late anything may be, in one place: for what is typed, for messages, and for what comes
 * back out of a file or a backup. What may be stored may also be shown, changed, removed and read again, so each limit
 * holds for all of them, unless it says otherwise.
 */

/** Of an entry. Texts in characters. */
export const entryLimits = {
  tag: 60,
  tags: 1_000,
  /** What a field takes. Entries that become one keep all their notes, so there are longer ones. */
  typedNote: 20_000,
  note: 1_000_000,
} as const

/** Of a paper: code that reads it from outside cuts what is longer. Texts in characters. */
export const limits = {
  title: 1_000,
  author: 300,
  handle: 96,
  authors: 5_000,
  abstract: 20_000,
  summary: 4_000,
  venue: 1_000,
  keyword: 200,
  keywords: 100,
  /** Other names of one paper. */
  aliases: 1_000,
  /** Names besides its own that a page may give its paper. */
  pageAliases: 20,
  address: 2_000,
} as const

/** Of watches: the longest texts in characters, and how many there can be. */
export const watchLimits = { question: 300, name: 60, watches: 200 } as const

/** Papers that one name was separated from. */
export const mostSeparations = 1_000

/**
 * The latest time, in milliseconds since the epoch: the beginning of the year 9999. Later ones have days that no four
 * digits of a year can write, and soon none that a `Date` takes.
 */
export const latestTime = 253_370_764_800_000
