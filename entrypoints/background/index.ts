import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { MatchPattern } from 'wxt/utils/match-patterns'
import * as z from 'zod/mini'
import { openDatabase } from '../../lib/db/database'
import { failureOf } from '../../lib/errors/failure'
import { handleMessages } from '../../lib/messaging/handle'
import { annotatedPages } from '../../lib/sites/matches'
import { createHandlers } from './handlers'
import { createJobs } from './jobs'
import { createMenus, listenForSaves } from './save-anywhere'

/** How often today's list is asked for, in minutes. */
const syncPeriod = 30
const syncAlarm = 'sync'

export default defineBackground({
  type: 'module',
  main() {
    // Without it, the library's probe for `eval` is reported as a violation of our policy.
    z.config({ jitless: true })
    const jobs = createJobs(openDatabase())
    const patterns = annotatedPages.map((pattern) => new MatchPattern(pattern))

    // All in the first turn: the browser delivers the event that woke the worker right after it.
    browser.runtime.onInstalled.addListener(() => {
      inBackground(createMenus())
      inBackground(jobs.syncToday())
    })
    browser.runtime.onStartup.addListener(() => inBackground(jobs.syncToday()))
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === syncAlarm) inBackground(jobs.syncToday())
    })
    listenForSaves(jobs)
    handleMessages(createHandlers(jobs), (address) =>
      patterns.some((pattern) => pattern.includes(address)),
    )
    inBackground(ensureAlarm())
    inBackground(jobs.updateBadge())
  },
})

/** Nobody waits for it. A sync that failed is noted in the database; the popup tells why. */
function inBackground(job: Promise<unknown>): void {
  job.catch((error) => console.warn('Dogear:', failureOf(error).message))
}

/** Made only if absent: an alarm that is made anew with each start of the worker never fires. */
async function ensureAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(syncAlarm)
  if (alarm === undefined) await browser.alarms.create(syncAlarm, { periodInMinutes: syncPeriod })
}
