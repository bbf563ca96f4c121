import type { BrowserContext, CDPSession } from '@playwright/test'
import { expect } from './extension'

/** Ends the worker as the browser does when it is idle or short of memory. */
export async function killWorker(context: BrowserContext): Promise<void> {
  await withBrowser(context, async (session) => {
    const before = await workersIn(session)
    await expect
      .poll(async () => {
        const left = (await workersIn(session)).filter((targetId) => before.includes(targetId))
        // Again where it was not heard: a worker that is just starting does not listen.
        await end(session, left)
        return left.length
      })
      .toBe(0)
  })
}

/** The same for a worker that has been at work for a while: once, for a message may start it again at any time. */
export async function killWorkerOnce(context: BrowserContext): Promise<void> {
  await withBrowser(context, async (session) => end(session, await workersIn(session)))
}

async function withBrowser(
  context: BrowserContext,
  work: (session: CDPSession) => Promise<void>,
): Promise<void> {
  const browser = context.browser()
  if (browser === null) throw new Error('The context has no browser')
  const session = await browser.newBrowserCDPSession()
  await work(session)
  await session.detach()
}

async function workersIn(session: CDPSession): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets')
  return targetInfos.flatMap(({ type, targetId }) => (type === 'service_worker' ? targetId : []))
}

async function end(session: CDPSession, workers: readonly string[]): Promise<void> {
  for (const targetId of workers) {
    await session.send('Target.closeTarget', { targetId }).catch(() => {})
  }
}
