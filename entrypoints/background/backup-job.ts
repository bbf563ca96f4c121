import { browser } from 'wxt/browser'
import { backUp, recognise } from '../../lib/backup/back-up'
import type { KeyValueStore } from '../../lib/backup/generations'
import { erase, leaveAsItIs, type Restored, restore } from '../../lib/backup/restore'
import type { DogearDatabase } from '../../lib/db/database'
import { observeUserData } from '../../lib/db/user-data/changes'
import { FailureError, failureOf } from '../../lib/errors/failure'
import { singleFlight } from '../../lib/sync/single-flight'
import { backupAlarm } from './alarms'
import { inBackground } from './in-background'

/** Writes the backup soon after each change of user data, and restores it. */
export interface BackupJob {
  /** Recognises the database, backs up what was left, and from then on what changes. */
  start(): Promise<void>
  backUp(): Promise<void>
  /** @param isAnew the database can't be read: it is deleted, and another one begun */
  restore(isAnew: boolean): Promise<Restored>
  leaveAsItIs(): Promise<void>
  /** @returns how many entries were erased */
  erase(): Promise<number>
}

/** How long after a change it is backed up, together with what else has changed until then, in milliseconds. */
const delay = 5_000
/** When the alarm comes if the worker is stopped meanwhile, in minutes: the least that browsers allow. */
const alarmDelay = 0.5

export function createBackupJob(db: DogearDatabase): BackupJob {
  const { signal: never } = new AbortController()
  let isPlanned = false
  const inputOf = () => ({
    db,
    store: localStore,
    now: Date.now(),
    newId: () => crypto.randomUUID(),
  })

  const alone = <T>(job: () => Promise<T>) => singleFlight(navigator.locks, 'backup', never, job)

  function plan(): void {
    if (isPlanned) return
    isPlanned = true
    void browser.alarms.create(backupAlarm, { delayInMinutes: alarmDelay })
    setTimeout(() => {
      isPlanned = false
      // A failure is noted in the database. The next change and the next start of the worker try again.
      inBackground(job.backUp())
    }, delay)
  }

  const job: BackupJob = {
    async start() {
      await keepFromPages()
      observeUserData(db, plan)
      await alone(() => recognise(inputOf()))
      await job.backUp()
    },
    async backUp() {
      await alone(() => backUp(inputOf()))
      if (!isPlanned) await browser.alarms.clear(backupAlarm)
    },
    async restore(isAnew) {
      const prepare = async () => {
        if (!isAnew) return
        await db.delete()
        await db.open()
      }
      const restored = await alone(() => restore(inputOf(), prepare))
      plan()
      return restored
    },
    async leaveAsItIs() {
      await alone(() => leaveAsItIs(inputOf()))
      plan()
    },
    async erase() {
      const entries = await alone(() => erase(inputOf()))
      plan()
      return entries
    },
  }
  return job
}

/** `storage.local`, which is no part of the database: what damages the one leaves the other whole. */
const localStore: KeyValueStore = {
  get: (keys) => asFailure(browser.storage.local.get(keys)),
  set: (items) => asFailure(browser.storage.local.set(items)),
  remove: (keys) => asFailure(browser.storage.local.remove(keys)),
}

/** Turns what the browser rejects with, such as a full disk, into a `FailureError` with the code `storage`. */
async function asFailure<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const { message } = failureOf(error)
    throw new FailureError({ code: 'storage', message }, { cause: error })
  }
}

/** Keeps scripts in pages out of the storage. Firefox has no such setting. */
async function keepFromPages(): Promise<void> {
  const { local } = browser.storage
  const area: { setAccessLevel?: typeof local.setAccessLevel } = local
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}
