import type { DogearDatabase } from '../database'
import type { AnnouncedRow } from '../rows'

/** What is announced: a paper, or the digest of a day. */
export type NoticeSubject = AnnouncedRow['subject']

/**
 * Takes what was never announced before. From then on it counts as announced, whatever becomes of it: who is
 * stopped before it is shown does not show it later, and nothing is announced twice.
 *
 * @param now milliseconds since the epoch
 * @returns those that are to be announced
 */
export function takeUnannounced<T extends NoticeSubject>(
  db: DogearDatabase,
  subjects: readonly T[],
  now: number,
): Promise<T[]> {
  return db.transaction('rw', db.announced, async () => {
    const known = await db.announced.bulkGet([...subjects])
    const taken = subjects.filter((_subject, index) => known[index] === undefined)
    if (taken.length > 0) await db.announced.bulkAdd(taken.map((subject) => ({ subject, at: now })))
    return taken
  })
}

/** Takes several subjects together: all of them, or none where one of them was announced before. */
export function takeTogether(
  db: DogearDatabase,
  subjects: readonly NoticeSubject[],
  now: number,
): Promise<boolean> {
  return db.transaction('rw', db.announced, async () => {
    const known = await db.announced.bulkGet([...subjects])
    if (known.some((row) => row !== undefined)) return false
    await db.announced.bulkAdd(subjects.map((subject) => ({ subject, at: now })))
    return true
  })
}
