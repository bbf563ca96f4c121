import { Dexie } from 'dexie'
import { FailureError } from '../../errors/failure'

/** What the browser writes on its own account must fit beside what we write. In bytes. */
const leastRoom = 20_000_000

/**
 * From now on nothing is written to a disk that is all but full. A record that Chromium could write only in part
 * stays where it is, and once there is room again, what is written after it seems to be stored: the next time that
 * the database is opened it is gone, and after a second such record everything is. So each transaction that writes
 * looks for room before it begins, and rejects with a FailureError `storage` where there is none. A write outside
 * of `db.transaction` does not.
 */
export function writeOnlyWithRoom(db: Dexie): void {
  const begin = db.transaction.bind(db) as (mode: string, ...given: unknown[]) => Promise<unknown>
  Object.assign(db, {
    transaction(mode: string, ...given: unknown[]) {
      // A transaction within another one is part of it, and to wait for the disk would end it.
      const isWrite = /^(rw|readwrite)/.test(mode)
      if (!isWrite || Dexie.currentTransaction !== null) return begin(mode, ...given)
      return Dexie.Promise.resolve(refuseFullDisk()).then(() => begin(mode, ...given))
    },
  })
}

/** @throws FailureError `storage` where the disk has no room to write */
export async function refuseFullDisk(): Promise<void> {
  const room = await roomLeft()
  if (room >= leastRoom) return
  throw new FailureError({ code: 'storage', message: `The disk has ${room} bytes left` })
}

/** @returns in bytes; infinity where the browser does not tell */
async function roomLeft(): Promise<number> {
  try {
    const { quota, usage = 0 } = await navigator.storage.estimate()
    return quota === undefined ? Number.POSITIVE_INFINITY : quota - usage
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
