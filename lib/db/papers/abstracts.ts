import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import type { AbstractRow } from '../rows'
import { noteUnindexed } from './unindexed'

export async function getAbstract(db: DogearDatabase, id: PaperId): Promise<string | undefined> {
  return (await db.abstracts.get(id))?.text
}

/** @returns the abstracts that there are, by id */
export async function getAbstracts(
  db: DogearDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, string>> {
  const rows = await db.abstracts.bulkGet([...ids])
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row.text] as const])))
}

/**
 * Writes the abstracts that are new or read otherwise than before; an empty one erases nothing. To be called in a
 * transaction.
 */
export async function storeAbstracts(
  db: DogearDatabase,
  rows: readonly AbstractRow[],
): Promise<void> {
  const filled = rows.filter(({ text }) => text !== '')
  const before = await getAbstracts(
    db,
    filled.map(({ id }) => id),
  )
  const changed = filled.filter(({ id, text }) => before.get(id) !== text)
  if (changed.length === 0) return
  await db.abstracts.bulkPut(changed)
  await noteUnindexed(
    db,
    changed.map(({ id }) => id),
  )
}
