import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import * as z from 'zod/mini'
import { type DogearDatabase, openDatabase } from '../../lib/db/database'
import { beginNewLog } from '../../lib/db/engine/new-log'
import { changeSettings, getSetting } from '../../lib/db/settings/settings'
import { settleImports } from '../../lib/db/user-data/imports'
import { handleMessages } from '../../lib/messaging/handle'
import {
  backupAlarm,
  digestAlarm,
  ensureDigestAlarm,
  ensureSyncAlarm,
  historyAlarm,
  syncAlarm,
} from './alarms'
import { createDigestMenu, listenForDigestMenu } from './digest-menu'
import { applyUserData, createHandlers } from './handlers'
import { inBackground } from './in-background'
import { createJobs, type Jobs } from './jobs'
import { listenForNotifications } from './notifications'
import { listenForWords } from './omnibox'
import { createPanelMenu, listenForPanel } from './panel'
import { createMenus, listenForSaves } from './save-anywhere'

export default defineBackground({
  type: 'module',
  main() {
    // Otherwise zod probes for `eval`, which the browser reports as a violation of our policy.
    z.config({ jitless: true })
    const db = openDatabase()
    const jobs = createJobs(db)
    const { siteAccess } = jobs

    // All in the first turn: the browser delivers the event that woke the worker right after it.
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') inBackground(welcome(db))
      inBackground(createMenus().then(createPanelMenu).then(createDigestMenu))
    })
    // Empty on purpose: the event wakes the worker, and each start runs the due jobs.
    browser.runtime.onStartup.addListener(() => {})
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === historyAlarm) inBackground(jobs.history.resume())
      if (name === syncAlarm) onSyncAlarm(jobs)
      if (name === digestAlarm) inBackground(onDigestAlarm(jobs))
      if (name === backupAlarm) inBackground(jobs.backup.backUp())
    })
    listenForSaves(jobs)
    listenForWords(db)
    listenForPanel()
    listenForDigestMenu()
    listenForNotifications(jobs)
    browser.permissions.onAdded.addListener(() => inBackground(siteAccess.update()))
    browser.permissions.onRemoved.addListener(() => inBackground(siteAccess.update()))
    handleMessages(createHandlers(jobs), siteAccess.isAnnotated)
    // The log first, and nothing else before it: half a record in the old log does harm only once something is
    // written behind it.
    inBackground(leaveOldLog().finally(() => doWhatIsDue(jobs)))
  },
})

/** At each start of the worker. */
function doWhatIsDue(jobs: Jobs): void {
  const { db } = jobs
  inBackground(ensureSyncAlarm(db))
  inBackground(ensureDigestAlarm(db))
  inBackground(jobs.badge.update())
  inBackground(jobs.syncPlanned())
  inBackground(jobs.history.resume())
  inBackground(jobs.completeDue())
  inBackground(goOnWithImports(jobs))
  inBackground(jobs.updateIndex())
  inBackground(jobs.backup.start())
}

/** Once for each start of the browser, which empties what is stored for its session. */
async function leaveOldLog(): Promise<void> {
  if (import.meta.env.FIREFOX) return
  const { session } = browser.storage
  const { hasNewLog } = await session.get('hasNewLog')
  if (hasNewLog === true) return
  await beginNewLog()
  await session.set({ hasNewLog: true })
}

/** Goes on with imports, and with the undoing of imports, that a stopped worker left. */
async function goOnWithImports(jobs: Jobs): Promise<void> {
  const { db, broadcastChange } = jobs
  const hasMoved = await settleImports(db, Date.now(), (ids) => inBackground(broadcastChange(ids)))
  if (hasMoved) await applyUserData(jobs)
}

/** Once: a browser that loads the extension from a folder says with each start that it was installed. */
async function welcome(db: DogearDatabase): Promise<void> {
  if (await getSetting(db, 'isWelcomed')) return
  await changeSettings(db, { isWelcomed: true })
  await browser.tabs.create({
    url: new URL('/welcome.html', browser.runtime.getURL('/')).href,
  })
}

/** Syncs first, so that the digest has the newest lists. */
async function onDigestAlarm(jobs: Jobs): Promise<void> {
  await ensureDigestAlarm(jobs.db)
  await jobs.syncPlanned()
}

function onSyncAlarm(jobs: Jobs): void {
  // Started apart from each other, so that a failure of one does not stop the other.
  inBackground(jobs.completeDue())
  inBackground(jobs.syncPlanned().finally(() => jobs.prune()))
}
