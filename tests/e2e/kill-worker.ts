import type { BrowserContext } from '@playwright/test'
import { expect } from './extension'

/** Ends the worker as the browser does when it is idle or short of memory. */
export async function killWorker(context: BrowserContext): Promise<void> {
  const browser = context.browser()
  if (browser === null) throw new Error('The context has no browser')
  const session = await browser.newBrowserCDPSession()
  const workers = async () => {
    const { targetInfos } = await session.send('Target.getTargets')
    return targetInfos.flatMap(({ type, targetId }) => (type === 'service_worker' ? targetId : []))
  }
  const before = await workers()
  await expect
    .poll(async () => {
      const left = (await workers()).filter((targetId) => before.includes(targetId))
      // Again where it was not heard: a worker that is just starting does not listen.
      for (const targetId of left) {
        await session.send('Target.closeTarget', { targetId }).catch(() => {})
      }
      return left.length
    })
    .toBe(0)
  await session.detach()
}
