import { browser } from 'wxt/browser'
import { type Announcement, announcement } from './protocol'

/**
 * Tells every page that has a script of ours, or one of them. The browser delivers it to those and to no
 * others, so nobody needs to know which they are.
 *
 * @param tabId of the one page that is meant
 */
export async function announce(announced: Announcement, tabId?: number): Promise<void> {
  const message = announcement.parse(announced)
  const ids = tabId === undefined ? (await browser.tabs.query({})).map(({ id }) => id) : [tabId]
  await Promise.all(
    ids.map(async (id) => {
      // Most tabs have nobody who listens.
      if (id !== undefined)
        await browser.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => {})
    }),
  )
}
