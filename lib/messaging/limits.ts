/** How many papers one message may ask about; a page with more mentions asks again. */
export const lookUpLimit = 2_000

/**
 * How many papers the pages of one host may ask about: at once, and then each minute. A long listing has 2,000, and
 * somebody who reads opens several.
 */
export const lookUpAllowance = { most: 20_000, perMinute: 2_000 } as const

/** How many changes that were not answered yet a message carries along. */
export const carriedLimit = 20

/** How many papers are changed at once. */
export const editLimit = 200

/** How many rows of a file are written at once. */
export const importLimit = 500

/** The longest text that can be typed as a search, and how many papers one search finds elsewhere. */
export const searchLimits = { words: 500, papers: 120 } as const
