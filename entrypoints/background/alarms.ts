import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../../lib/db/database'
import { getSetting, getSettings } from '../../lib/db/settings/settings'
import { nextHour } from '../../lib/notify/hours'

export const syncAlarm = 'sync'
export const digestAlarm = 'digest'
/** Wakes the worker while the history is fetched: the browser stops a worker that only waits. */
export const historyAlarm = 'history'
/** Wakes the worker where it was stopped before it wrote the backup. */
export const backupAlarm = 'backup'

/**
 * Made only if absent, or if it comes at other times than the user wants, or too late: an alarm that each start of the
 * worker makes again never fires.
 */
export async function ensureSyncAlarm(db: DogearDatabase): Promise<void> {
  await ensureAlarm(syncAlarm, await getSetting(db, 'syncInterval'))
}

/** For the clocks of the browser and of the worker, which need not agree to the millisecond. */
const slack = 1_000

/** @param minutes between two times */
export async function ensureAlarm(name: string, minutes: number): Promise<void> {
  const alarm = await browser.alarms.get(name)
  // One that was made before the clock was put back by a year comes in a year.
  const latest = Date.now() + minutes * 60_000 + slack
  if (alarm?.periodInMinutes === minutes && alarm.scheduledTime <= latest) return
  await browser.alarms.create(name, { periodInMinutes: minutes })
}

/** Wakes the worker at the hour of the digest; none where it is not wanted. */
export async function ensureDigestAlarm(db: DogearDatabase): Promise<void> {
  const { notifiesDigest, digestHour } = await getSettings(db)
  if (!notifiesDigest) {
    await browser.alarms.clear(digestAlarm)
    return
  }
  // Made again each time, because the user may have chosen another hour or set the clock.
  await browser.alarms.create(digestAlarm, { when: nextHour(Date.now(), digestHour) })
}
