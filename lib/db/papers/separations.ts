import { mostSeparations } from '../../papers/limits'
import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import type { JoinRow } from '../rows'

/** What the user has said about two names: that they are of two papers. */
export type Separation = Pick<JoinRow, 'name' | 'paperId'>

/** The separations that are noted under any of these names, in one call however many there are. */
export async function readSeparations(
  db: DogearDatabase,
  names: Iterable<PaperId>,
): Promise<Separation[]> {
  const rows = await db.joins.bulkGet([...new Set(names)])
  return rows.flatMap((row) =>
    row === undefined ? [] : separatedFrom(row).map((paperId) => ({ name: row.name, paperId })),
  )
}

/** Whether a name of the one work and a name of the other were separated by the user. */
export function areSeparate(
  separations: readonly Separation[],
  one: readonly PaperId[],
  other: readonly PaperId[],
): boolean {
  return separations.some(
    ({ name, paperId }) =>
      (one.includes(name) && other.includes(paperId)) ||
      (other.includes(name) && one.includes(paperId)),
  )
}

/** The papers that the user has said not to have the name. */
export function separatedFrom(row: JoinRow): readonly PaperId[] {
  const further = row.separatedFrom ?? []
  return row.isUndone ? [row.paperId, ...further] : further
}

/** Notes a separation in the name's row, besides whatever that says of other papers. To be called in a transaction. */
export async function noteSeparation(
  db: DogearDatabase,
  { name, paperId }: Separation,
  now: number,
): Promise<void> {
  const row = await db.joins.get(name)
  if (row === undefined) {
    await db.joins.add({ name, paperId, papers: [], entries: [], at: now, isUndone: true })
  } else if (row.paperId === paperId) {
    await db.joins.put({ ...row, isUndone: true })
  } else {
    const papers = new Set([...separatedFrom(row), paperId])
    if (row.isUndone) papers.delete(row.paperId)
    await db.joins.put({ ...row, separatedFrom: [...papers].slice(-mostSeparations) })
  }
}

/** Forgets what was said of two works, in whichever order. To be called in a transaction. */
export async function forgetSeparations(
  db: DogearDatabase,
  one: readonly PaperId[],
  other: readonly PaperId[],
): Promise<void> {
  const rows = await db.joins.bulkGet([...new Set([...one, ...other])])
  for (const row of rows) {
    if (row === undefined) continue
    const before = separatedFrom(row)
    const after = before.filter(
      (paperId) => !areSeparate([{ name: row.name, paperId }], one, other),
    )
    if (after.length === before.length) continue
    const { separatedFrom: _before, ...rest } = row
    const [first, ...further] = after
    if (!row.isUndone) await db.joins.put(withFurther(rest, after))
    else if (first === undefined) await db.joins.delete(row.name)
    else await db.joins.put(withFurther({ ...rest, paperId: first }, further))
  }
}

/** The row has the field only where there is something in it. */
export function withFurther(
  row: Omit<JoinRow, 'separatedFrom'>,
  further: readonly PaperId[],
): JoinRow {
  return { ...row, ...(further.length > 0 && { separatedFrom: further }) }
}
