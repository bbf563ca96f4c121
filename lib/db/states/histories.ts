import type { DogearDatabase } from '../database'
import type { History } from '../rows'

export type { History } from '../rows'

export function getHistory(db: DogearDatabase, source: string): Promise<History | undefined> {
  return db.histories.get(source)
}

/** Notes a job, in the place of one that the source already has. */
export async function putHistory(db: DogearDatabase, history: History): Promise<void> {
  await db.transaction('rw', db.histories, () => db.histories.put(history))
}

/** Changes some of what is noted; does nothing where the job was given up in the meantime. */
export async function changeHistory(
  db: DogearDatabase,
  source: string,
  changes: Partial<Omit<History, 'source'>>,
): Promise<void> {
  await db.transaction('rw', db.histories, () => db.histories.update(source, changes))
}

/** Notes that the job is given up. The lists that it brought stay. */
export async function removeHistory(db: DogearDatabase, source: string): Promise<void> {
  await db.transaction('rw', db.histories, () => db.histories.delete(source))
}
