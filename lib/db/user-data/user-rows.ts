import * as z from 'zod/mini'
import { type Entry, statuses } from '../../papers/entry'
import { mergeEntryCopies } from '../../papers/merge-entries'
import { limits, type Paper } from '../../papers/paper'
import { isPaperId, type PaperId } from '../../papers/paper-id'
import { watchLimits } from '../../papers/watch'
import { type SettingName, settingNames, settings } from '../../settings/settings'
import { type BackedUpTable, backedUpTables, type DogearDatabase } from '../database'
import { findPapers, mergeIntoStored, putPapers } from '../papers/papers'
import { separatedFrom, withFurther } from '../papers/separations'
import type { ImportPartRow, JoinRow, UserRowOf } from '../rows'

/*
 * What is the user's, as it goes into a backup or a file and comes back from there: how each row is checked, and
 * what becomes of it where the database has one of the same key.
 */

const paperId = z.custom<PaperId>(isPaperId)
const time = z.number().check(z.nonnegative())
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const text = (length: number) => z.string().check(z.maxLength(length))
const list = <T extends z.ZodMiniType>(item: T, length: number) =>
  z.readonly(z.array(item).check(z.maxLength(length)))
const webAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000))

/** More than the user can write at once: notes of entries that became one stand one after the other. */
const entry = z.object({
  paperId,
  status: z.exactOptional(z.enum(statuses)),
  statusAt: z.exactOptional(time),
  tags: list(text(200), 1_000),
  note: text(1_000_000),
  createdAt: time,
  updatedAt: time,
})

export const paperSchema: z.ZodMiniType<Paper> = z.object({
  id: paperId,
  aliases: list(paperId, 1_000),
  title: text(limits.title),
  authors: list(text(limits.author), limits.authors),
  organization: z.exactOptional(text(limits.author)),
  organizationHandle: z.exactOptional(text(limits.handle)),
  submitterHandle: z.exactOptional(text(limits.handle)),
  publishedOn: z.exactOptional(text(10)),
  venue: z.exactOptional(text(limits.venue)),
  aiSummary: z.exactOptional(text(limits.summary)),
  keywords: list(text(limits.keyword), 1_000),
  votes: z.exactOptional(z.number()),
  comments: z.exactOptional(z.number()),
  code: z.exactOptional(z.object({ url: webAddress, stars: z.exactOptional(z.number()) })),
  projectUrl: z.exactOptional(webAddress),
  pdfUrl: z.exactOptional(webAddress),
  thumbnailUrl: z.exactOptional(webAddress),
  listed: z.exactOptional(z.object({ source: text(100), day, rank: z.number() })),
  origin: z.enum(['source', 'page']),
})

const join = z.object({
  name: paperId,
  paperId,
  papers: list(paperSchema, 2),
  entries: list(entry, 2),
  at: time,
  isUndone: z.boolean(),
  separatedFrom: z.exactOptional(list(paperId, 1_000)),
})

const setting = z
  .object({ name: z.enum(settingNames as [SettingName, ...SettingName[]]), value: z.unknown() })
  .check(z.refine(({ name, value }) => settings[name].schema.safeParse(value).success))

const watch = z.object({
  id: text(100),
  question: text(watchLimits.question),
  name: z.exactOptional(text(watchLimits.name)),
  createdAt: time,
  isEnabled: z.boolean(),
  notifies: z.boolean(),
})

export type UserRow<T extends BackedUpTable = BackedUpTable> = UserRowOf[T]
/** The user's rows by their tables. */
export type UserRows = { readonly [T in BackedUpTable]: readonly UserRow<T>[] }

interface TableRules<Row> {
  readonly schema: z.ZodMiniType<Row>
  keyOf(row: Row): string
  /** One row out of the stored one and one from outside. Nothing of the user's is lost by it. */
  merge(stored: Row, given: Row): Row
}

/** A new table of the user's is a line here and one in `backedUpTables`. */
const rules: { readonly [T in BackedUpTable]: TableRules<UserRow<T>> } = {
  entries: { schema: entry, keyOf: (row) => row.paperId, merge: mergeEntryCopies },
  seen: {
    schema: z.object({ paperId, at: time }),
    keyOf: (row) => row.paperId,
    merge: (stored, given) => (given.at < stored.at ? given : stored),
  },
  joins: { schema: join, keyOf: (row) => row.name, merge: mergeJoins },
  // Nothing tells which one is newer: what the user has chosen here stays.
  settings: { schema: setting, keyOf: (row) => row.name, merge: (stored) => stored },
  watches: { schema: watch, keyOf: (row) => row.id, merge: (stored) => stored },
}

/** The later word counts; who was separated from others by the earlier one still is. */
function mergeJoins(stored: JoinRow, given: JoinRow): JoinRow {
  const [earlier, later] = given.at > stored.at ? [stored, given] : [given, stored]
  const { separatedFrom: own = [], ...rest } = later
  const further = new Set([...own, ...separatedFrom(earlier)])
  further.delete(later.paperId)
  return withFurther(rest, [...further])
}

/** The rules of a table, where it does not matter which one it is. */
function rulesOf(table: BackedUpTable): TableRules<UserRow> {
  return rules[table] as unknown as TableRules<UserRow>
}

export function isBackedUp(name: string): name is BackedUpTable {
  return (backedUpTables as readonly string[]).includes(name)
}

export function keyOfRow(table: BackedUpTable, row: UserRow): string {
  return rulesOf(table).keyOf(row)
}

/** @returns undefined for what can't be a row of this table */
export function readUserRow(table: BackedUpTable, value: unknown): UserRow | undefined {
  return rulesOf(table).schema.safeParse(value).data
}

/** @returns the field because of which this can't be a row of the table; empty where it is no object at all */
export function badFieldOf(table: BackedUpTable, value: unknown): string {
  const { error } = rulesOf(table).schema.safeParse(value)
  return error?.issues[0]?.path.map(String).join('.') ?? ''
}

/** Of one table all rows, or those with these keys, as far as they are there. */
export async function getUserRows(
  db: DogearDatabase,
  table: BackedUpTable,
  keys?: readonly string[],
): Promise<UserRow[]> {
  if (keys === undefined) return await db.table(table).toArray()
  const rows: (UserRow | undefined)[] = await db.table(table).bulkGet([...keys])
  return rows.flatMap((row) => row ?? [])
}

/** Some rows of the user's as one moment had them, and the papers that they are about. */
export interface UserData {
  readonly rows: UserRows
  readonly papers: readonly Paper[]
}

/** Everything of the user's. */
export function readUserData(db: DogearDatabase): Promise<UserData> {
  return db.transaction('r', [...backedUpTables, 'papers'], async () => {
    const rows = noUserRows()
    for (const table of backedUpTables) rows[table] = await getUserRows(db, table)
    const papers = await keptPapers(db, rows.entries as readonly Entry[])
    return { rows: rows as UserRows, papers }
  })
}

/** The papers of these entries, as far as they have to be known to be shown without a network. */
export async function keptPapers(
  db: DogearDatabase,
  entries: readonly Pick<Entry, 'paperId'>[],
): Promise<Paper[]> {
  const papers = await findPapers(
    db,
    entries.map(({ paperId }) => paperId),
  )
  return [...new Map([...papers.values()].map((paper) => [paper.id, keptOf(paper)])).values()]
}

/** Without what moves from day to day, or is long and can be fetched again. */
function keptOf(paper: Paper): Paper {
  const {
    votes: _votes,
    comments: _comments,
    listed: _listed,
    aiSummary: _aiSummary,
    thumbnailUrl: _thumbnailUrl,
    code,
    ...kept
  } = paper
  return { ...kept, ...(code !== undefined && { code: { url: code.url } }), keywords: [] }
}

/** How many rows were new, were changed or were there as they are. */
export interface MergeCounts {
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** What merging rows from outside does to a table, without doing it. */
async function compareUserRows(
  db: DogearDatabase,
  table: BackedUpTable,
  given: readonly UserRow[],
): Promise<{ readonly rows: ImportPartRow['rows']; readonly counts: MergeCounts }> {
  const { keyOf, merge } = rulesOf(table)
  const byKey = new Map<string, UserRow>()
  for (const row of given) {
    const before = byKey.get(keyOf(row))
    byKey.set(keyOf(row), before === undefined ? row : merge(before, row))
  }
  const stored = new Map(
    (await getUserRows(db, table, [...byKey.keys()])).map((row) => [keyOf(row), row]),
  )
  const rows: ImportPartRow['rows'][number][] = []
  for (const [key, row] of byKey) {
    const before = stored.get(key)
    if (before === undefined) rows.push({ table, after: row })
    else {
      const after = merge(before, row)
      if (!isSame(before, after)) rows.push({ table, before, after })
    }
  }
  const added = rows.filter(({ before }) => before === undefined).length
  const counts = { added, changed: rows.length - added, same: byKey.size - rows.length }
  return { rows, counts }
}

/** What merging did, and to what. */
export interface Merged extends Pick<ImportPartRow, 'rows' | 'papers'> {
  readonly counts: Record<BackedUpTable, MergeCounts>
}

/**
 * Merges rows and papers from outside into the database. Nothing is deleted. To be called in a transaction over
 * `mergedTables`.
 */
export async function mergeUserData(
  db: DogearDatabase,
  { rows, papers }: UserData,
): Promise<Merged> {
  const counts = {} as Record<BackedUpTable, MergeCounts>
  const made: ImportPartRow['rows'][number][] = []
  for (const table of backedUpTables) {
    const compared = await compareUserRows(db, table, rows[table])
    const puts = compared.rows.map(({ after }) => after)
    if (puts.length > 0) await db.table(table).bulkPut(puts)
    counts[table] = compared.counts
    made.push(...compared.rows)
  }
  // After the joins: they tell which names are not of one paper.
  const known = await findPapers(
    db,
    papers.map(({ id }) => id),
  )
  const { changes } = await mergeIntoStored(
    db,
    papers.filter(({ id }) => !known.has(id)),
  )
  const changed = await putPapers(db, changes.values())
  return {
    counts,
    rows: made,
    papers: changed.map(({ before, after }) => ({
      ...(before !== undefined && { before }),
      after,
    })),
  }
}

/** What merging all this would do to each table. Nothing is written. */
export function compareUserData(
  db: DogearDatabase,
  rows: UserRows,
): Promise<Record<BackedUpTable, MergeCounts>> {
  return db.transaction('r', [...backedUpTables], async () => {
    const counts = {} as Record<BackedUpTable, MergeCounts>
    for (const table of backedUpTables) {
      counts[table] = (await compareUserRows(db, table, rows[table])).counts
    }
    return counts
  })
}

/** No rows in any table. */
export function noUserRows(): Record<BackedUpTable, UserRow[]> {
  return Object.fromEntries(backedUpTables.map((table) => [table, []])) as never
}

/**
 * Erases everything that there is, the user's and what was fetched, but for the note that the user was welcomed.
 *
 * @returns how many entries there were
 */
export function eraseAll(db: DogearDatabase): Promise<number> {
  return db.transaction('rw', db.tables, async () => {
    const entries = await db.entries.count()
    for (const table of db.tables) await table.clear()
    await db.settings.put({ name: 'isWelcomed', value: true })
    await db.changes.clear()
    return entries
  })
}

/** The tables that a transaction has to be over in which user data is merged. */
export const mergedTables = [...backedUpTables, 'papers', 'abstracts', 'unindexed'] as const

/** Whatever the order of the fields: it is not the same in a row that was merged. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
