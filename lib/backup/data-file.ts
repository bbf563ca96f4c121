import type { BackedUpTable } from '../db/database'

/*
 * All user data as a file. `docs/backup-format.md` describes it.
 */

export const format = 'dogear'
export const version = 1

/**
 * What a file may have, at most: in all; in a line, each of which is parsed at once; and in a file that is not written
 * in lines, and so is parsed as a whole. What `exportData` writes fits: papers seen are no more than `mostSeen`.
 */
export const fileLimits = {
  bytes: 1_000_000_000,
  rows: 2_000_000,
  lineLength: 20_000_000,
  bytesAtOnce: 50_000_000,
} as const

/**
 * The lists of a file, in their order: joins come first, since they tell which names are of one paper, and papers
 * before the entries about them.
 */
export const fileTables = Object.keys({
  joins: true,
  papers: true,
  entries: true,
  seen: true,
  settings: true,
  watches: true,
} satisfies Record<FileTable, true>) as readonly FileTable[]
export type FileTable = BackedUpTable | 'papers'

/** Why a file is not read at all. */
export type FileProblem = 'too-large' | 'not-json' | 'not-ours' | 'newer' | 'too-many'

export class DataFileError extends Error {
  override readonly name = 'DataFileError'

  constructor(readonly problem: FileProblem) {
    super(`The file can't be read: ${problem}`)
  }
}
