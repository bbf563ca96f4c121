import { browser } from 'wxt/browser'
import { isPaperId, paperIdAddress } from '../../lib/papers/paper-id'
import { saveFromOutside } from './follow-change'
import { inBackground } from './in-background'
import type { Jobs } from './jobs'
import { buttons, digestPrefix, paperPrefix } from './show-notice'

/*
 * The permission is optional. Until the user grants it, the browser has no `notifications` to listen to.
 */

/** To be called in the worker's first turn. From then on it listens where, and as soon as, the permission is granted. */
export function listenForNotifications(jobs: Jobs): void {
  const open = (id: string) => inBackground(answerNotification(jobs, id, 'open'))
  const press = (id: string, index: number) =>
    inBackground(answerNotification(jobs, id, buttons[index] ?? 'open'))
  // The browser ignores a listener that is there already.
  function listen(): void {
    browser.notifications?.onClicked.addListener(open)
    // Firefox has no buttons.
    browser.notifications?.onButtonClicked?.addListener(press)
  }
  listen()
  browser.permissions.onAdded.addListener(listen)
}

/** Does what was pressed on a notification, and takes it away. */
async function answerNotification(
  jobs: Jobs,
  id: string,
  what: (typeof buttons)[number],
): Promise<void> {
  const paperId = id.slice(paperPrefix.length)
  if (id.startsWith(paperPrefix) && isPaperId(paperId)) {
    if (what === 'save') await saveFromOutside(jobs, paperId)
    else await browser.tabs.create({ url: paperIdAddress(paperId) })
  } else if (id.startsWith(digestPrefix)) {
    await openDigest(id.slice(digestPrefix.length))
  }
  await browser.notifications.clear(id)
}

/** @param day `YYYY-MM-DD`; undefined for the newest */
export async function openDigest(day?: string): Promise<void> {
  const address = new URL('/digest.html', browser.runtime.getURL('/'))
  if (day !== undefined) address.searchParams.set('day', day)
  await browser.tabs.create({ url: address.href })
}
