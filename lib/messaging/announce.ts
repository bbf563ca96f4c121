import { browser } from 'wxt/browser'
import { type Announcement, announcement } from './protocol'

/**
 * Tells every page that has a script of ours, or one of them. The browser delivers it to those and to no
 * others, so nobody needs to know which they are.
 *
 * @param tabId of the one page that is meant
 * @returns whether there was something to do for one of them
 */
export async function announce(announced: Announcement, tabId?: number): Promise<boolean> {
  const message = announcement.parse(announced)
  const ids = tabId === undefined ? (await browser.tabs.query({})).map(({ id }) => id) : [tabId]
  const answers: unknown[] = await Promise.all(
    ids.map(async (id) => {
      if (id === undefined) return false
      // Most tabs have nobody who listens.
      return browser.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => false)
    }),
  )
  return answers.includes(true)
}
