import { browser } from 'wxt/browser'
import { anyBroadcast, type Broadcast } from './protocol'

/**
 * Sends something to every page that has a script of ours, or to one of them. The browser delivers it to those pages and
 * to no others, so no list of them is kept.
 *
 * @param tabId of the one page that is meant
 * @returns whether there was something to do for one of them
 */
export async function broadcast(what: Broadcast, tabId?: number): Promise<boolean> {
  const message = anyBroadcast.parse(what)
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
