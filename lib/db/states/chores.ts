import type { DogearDatabase } from '../database'

/** @returns milliseconds since the epoch; undefined where it was never done */
export async function lastDone(db: DogearDatabase, name: string): Promise<number | undefined> {
  return (await db.chores.get(name))?.doneAt
}

/** @param now milliseconds since the epoch */
export async function recordDone(db: DogearDatabase, name: string, now: number): Promise<void> {
  await db.transaction('rw', db.chores, () => db.chores.put({ name, doneAt: now }))
}
