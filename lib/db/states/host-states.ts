import type { DogearDatabase } from '../database'
import type { HostState } from '../rows'

export type { HostState } from '../rows'

export function getHostState(db: DogearDatabase, host: string): Promise<HostState | undefined> {
  return db.hostStates.get(host)
}

/**
 * Notes that a request goes out to a host. A wait that it asked for earlier is over then.
 *
 * @param now milliseconds since the epoch
 */
export async function recordRequest(db: DogearDatabase, host: string, now: number): Promise<void> {
  await db.transaction('rw', db.hostStates, () => db.hostStates.put({ host, askedAt: now }))
}

/**
 * Notes that a host wants to be left alone.
 *
 * @param until milliseconds since the epoch
 */
export async function recordHostWait(
  db: DogearDatabase,
  host: string,
  until: number,
): Promise<void> {
  await db.transaction('rw', db.hostStates, () => db.hostStates.update(host, { waitUntil: until }))
}
