import type { DogearDatabase } from '../database'

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
