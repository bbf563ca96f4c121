import * as z from 'zod/mini'
import { type BackedUpTable, backedUpTables, type DogearDatabase } from '../db/database'
import { readUserData, type UserData } from '../db/user-data/read-user-data'
import {
  badFieldOf,
  noUserRows,
  readUserRow,
  type UserRow,
  type UserRows,
} from '../db/user-data/user-rows'
import type { Paper } from '../papers/paper'
import { paperSchema } from '../papers/schemas/paper'

/*
 * All user data as a file. `docs/backup-format.md` describes it.
 */

const format = 'dogear'
const version = 1

/** What a file may have, at most: the size in bytes, and how long reading it may take, in milliseconds. */
export const fileLimits = { bytes: 50_000_000, rows: 300_000, time: 30_000 } as const

/** Why a file is not read at all. */
export type FileProblem = 'too-large' | 'not-json' | 'not-ours' | 'newer' | 'too-many' | 'too-slow'

export class DataFileError extends Error {
  override readonly name = 'DataFileError'

  constructor(readonly problem: FileProblem) {
    super(`The file can't be read: ${problem}`)
  }
}

/**
 * The text of a file with all user data.
 *
 * @param dogear the version of the extension
 * @param now milliseconds since the epoch
 */
export async function exportData(db: DogearDatabase, dogear: string, now: number): Promise<string> {
  const { rows, papers } = await readUserData(db)
  const exportedAt = new Date(now).toISOString()
  return JSON.stringify({ format, version, exportedAt, dogear, ...rows, papers }, null, 1)
}

/** What of a file is not taken, and why. */
export interface Refused {
  readonly table: BackedUpTable | 'papers'
  /** Its place in the table, from 1. */
  readonly place: number
  /** The field that is not as it should be; empty where it is no object at all. */
  readonly field: string
}

export interface ReadFile {
  readonly data: UserData
  readonly refused: readonly Refused[]
}

export interface Reading {
  readonly signal: AbortSignal
  /** Lets the page answer to the user in between. */
  readonly pause: () => Promise<void>
  /** Milliseconds. */
  readonly clock: () => number
}

const outer = z.object({ format: z.literal(format), version: z.int().check(z.minimum(1)) })
const content = z.record(z.string(), z.unknown())
const rowsAtOnce = 500

/**
 * Reads a file, row by row: what can't be a row is not taken, and told.
 *
 * @throws DataFileError for what is no such file, or one that is too large; and the reason of `signal`
 */
export async function readDataFile(file: Blob, reading: Reading): Promise<ReadFile> {
  if (file.size > fileLimits.bytes) throw new DataFileError('too-large')
  const begin = reading.clock()
  const parsed = parse(await file.text())
  const ours = outer.safeParse(parsed)
  if (!ours.success) throw new DataFileError('not-ours')
  if (ours.data.version > version) throw new DataFileError('newer')
  const given = content.parse(parsed)
  const listOf = (name: string): readonly unknown[] => {
    const list = given[name] ?? []
    if (!Array.isArray(list)) throw new DataFileError('not-ours')
    return list
  }
  const names = [...backedUpTables, 'papers'] as const
  const total = names.reduce((sum, name) => sum + listOf(name).length, 0)
  if (total > fileLimits.rows) throw new DataFileError('too-many')

  const rows = noUserRows()
  const papers: Paper[] = []
  const refused: Refused[] = []
  for (const name of names) {
    for (const [index, value] of listOf(name).entries()) {
      if (index % rowsAtOnce === 0) {
        await reading.pause()
        reading.signal.throwIfAborted()
        if (reading.clock() - begin > fileLimits.time) throw new DataFileError('too-slow')
      }
      const field = name === 'papers' ? readPaper(value, papers) : readRow(name, value, rows[name])
      if (field !== undefined) refused.push({ table: name, place: index + 1, field })
    }
  }
  return { data: { rows: rows as UserRows, papers }, refused }
}

/** @returns the bad field, undefined where it was taken */
function readRow(table: BackedUpTable, value: unknown, taken: UserRow[]): string | undefined {
  const row = readUserRow(table, value)
  if (row === undefined) return badFieldOf(table, value)
  taken.push(row)
  return undefined
}

function readPaper(value: unknown, taken: Paper[]): string | undefined {
  const { data, error } = paperSchema.safeParse(value)
  if (data === undefined) return error?.issues[0]?.path.map(String).join('.') ?? ''
  taken.push(data)
  return undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DataFileError('not-json')
  }
}

/** A part of a file that is written in one transaction. */
export interface Slice {
  readonly table: BackedUpTable
  readonly rows: readonly UserRow[]
  /** Those that entries among the rows are about. */
  readonly papers: readonly Paper[]
}

/** The parts one after the other: joins before the entries, since they tell which names are of one paper. */
export function slicesOf({ rows, papers }: UserData, size: number): Slice[] {
  const tables = [...backedUpTables].sort((one, other) => order(one) - order(other))
  const byName = new Map(papers.flatMap((paper) => namesOf(paper).map((name) => [name, paper])))
  return tables.flatMap((table) => {
    const all: readonly UserRow[] = rows[table]
    return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => {
      const part = all.slice(index * size, (index + 1) * size)
      const about = table === 'entries' ? part.flatMap((row) => byName.get(paperOf(row)) ?? []) : []
      return { table, rows: part, papers: [...new Set(about)] }
    })
  })
}

function order(table: BackedUpTable): number {
  return table === 'joins' ? 0 : table === 'entries' ? 1 : 2
}

function namesOf({ id, aliases }: Paper): readonly string[] {
  return [id, ...aliases]
}

function paperOf(row: UserRow): string {
  return 'paperId' in row ? row.paperId : ''
}
