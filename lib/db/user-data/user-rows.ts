import { dequal } from 'dequal/lite'
import * as z from 'zod/mini'
import { mostSeparations, watchLimits } from '../../papers/limits'
import { isFull, mergeEntryCopies } from '../../papers/merge-entries'
import type { Paper } from '../../papers/paper'
import { entrySchema } from '../../papers/schemas/entry'
import { paperSchema } from '../../papers/schemas/paper'
import { list, paperId, type SchemaOfEach, time } from '../../papers/schemas/values'
import { watchSchema } from '../../papers/schemas/watch'
import { type SettingName, settingNames, settings } from '../../settings/settings'
import { type BackedUpTable, backedUpTables } from '../database'
import { separatedFrom, withFurther } from '../papers/separations'
import type { JoinRow, SeenRow, SettingRow, UserRowOf } from '../rows'

/*
 * What is the user's, as it goes into a backup or a file and comes back from there: how each row is checked, and
 * what becomes of it where the database has one of the same key.
 */

const seenSchema = z.object({ paperId, at: time } satisfies SchemaOfEach<SeenRow>)

const joinSchema = z.object({
  name: paperId,
  paperId,
  papers: list(paperSchema, 2),
  entries: list(entrySchema, 2),
  at: time,
  isUndone: z.boolean(),
  separatedFrom: z.exactOptional(list(paperId, mostSeparations)),
} satisfies SchemaOfEach<JoinRow>)

const settingSchema = z
  .object({
    name: z.enum(settingNames as [SettingName, ...SettingName[]]),
    value: z.unknown(),
  } satisfies SchemaOfEach<SettingRow>)
  .check(z.refine(({ name, value }) => settings[name].schema.safeParse(value).success))

export type UserRow<T extends BackedUpTable = BackedUpTable> = UserRowOf[T]
/** The user's rows by their tables. */
export type UserRows = { readonly [T in BackedUpTable]: readonly UserRow<T>[] }

interface TableRules<Row> {
  readonly schema: z.ZodMiniType<Row>
  keyOf(row: Row): string
  /**
   * One row out of the stored one and one from outside. Nothing of the user's is lost by it.
   *
   * @returns undefined where the two are too much for one
   */
  merge(stored: Row, given: Row): Row | undefined
  /** How many there can be; absent where there is no end. */
  readonly most?: number
}

/** A new table of the user's is a line here and one in `backedUpTables`. */
const rules: { readonly [T in BackedUpTable]: TableRules<UserRow<T>> } = {
  entries: {
    schema: entrySchema,
    keyOf: (row) => row.paperId,
    merge(stored, given) {
      const merged = mergeEntryCopies(stored, given)
      return isFull(merged) && !dequal(merged, stored) ? undefined : merged
    },
  },
  seen: {
    schema: seenSchema,
    keyOf: (row) => row.paperId,
    merge: (stored, given) => (given.at < stored.at ? given : stored),
  },
  joins: { schema: joinSchema, keyOf: (row) => row.name, merge: mergeJoins },
  // Nothing tells which one is newer: what the user has chosen here stays.
  settings: { schema: settingSchema, keyOf: (row) => row.name, merge: (stored) => stored },
  watches: {
    schema: watchSchema,
    keyOf: (row) => row.id,
    merge: (stored) => stored,
    most: watchLimits.watches,
  },
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

/** @returns one row out of the stored one and one from outside, of the same key; undefined where it would be too much */
export function mergeUserRows(
  table: BackedUpTable,
  stored: UserRow,
  given: UserRow,
): UserRow | undefined {
  return rulesOf(table).merge(stored, given)
}

/** How many rows a table can have; undefined where there is no end. */
export function mostRowsOf(table: BackedUpTable): number | undefined {
  return rulesOf(table).most
}

/** A value as a row, or the field because of which it can't be one: empty where it is no object at all. */
export type CheckedRow<Row> =
  | { readonly row: Row }
  | { readonly row?: undefined; readonly field: string }

export function checkUserRow(table: BackedUpTable, value: unknown): CheckedRow<UserRow> {
  return checkRow(rulesOf(table).schema, value)
}

export function checkPaper(value: unknown): CheckedRow<Paper> {
  return checkRow(paperSchema, value)
}

function checkRow<Row>(schema: z.ZodMiniType<Row>, value: unknown): CheckedRow<Row> {
  const { data, error } = schema.safeParse(value)
  if (data !== undefined) return { row: data }
  return { field: error?.issues[0]?.path.map(String).join('.') ?? '' }
}

/** No rows in any table. */
export function noUserRows(): Record<BackedUpTable, UserRow[]> {
  return Object.fromEntries(backedUpTables.map((table) => [table, []])) as never
}
