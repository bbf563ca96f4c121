import type { BrowserContext } from '@playwright/test'

/**
 * What the worker still needs after a garbage collection.
 *
 * @returns in bytes
 */
export async function workerHeap(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (session === undefined) throw new Error('The context has no browser')
  const { targetInfos } = await session.send('Target.getTargets')
  const worker = targetInfos.find(({ type }) => type === 'service_worker')
  if (worker === undefined) throw new Error('No worker runs')
  const { targetId } = worker
  // Not flat: a session of Playwright's speaks to no other target.
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const ask = (id: number, method: string) =>
    new Promise<{ usedSize: number }>((resolve, reject) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const reply = JSON.parse(message)
        if (reply.id !== id) return
        if (reply.error === undefined) resolve(reply.result)
        else reject(new Error(reply.error.message))
      })
      const message = JSON.stringify({ id, method })
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
    })
  await ask(1, 'HeapProfiler.collectGarbage')
  const { usedSize } = await ask(2, 'Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
