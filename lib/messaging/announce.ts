import { browser } from 'wxt/browser'
import type { PaperId } from '../papers/paper-id'
import { announcement } from './protocol'

/**
 * Tells every open page of these addresses that more, or something else, is known about some papers.
 * The pages ask for what concerns them; the announcement itself holds only names.
 *
 * @param pages match patterns
 */
export async function announceChange(
  paperIds: readonly PaperId[],
  pages: readonly string[],
): Promise<void> {
  if (paperIds.length === 0) return
  const message = announcement.parse({ name: 'changed', paperIds: [...paperIds] })
  const tabs = await browser.tabs.query({ url: [...pages] })
  await Promise.all(
    tabs.map(async ({ id }) => {
      // A tab that was open before the install, or is still loading, has nobody who listens.
      if (id !== undefined)
        await browser.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => {})
    }),
  )
}
