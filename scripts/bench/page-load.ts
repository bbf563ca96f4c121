import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, CDPSession } from '@playwright/test'

export interface PageLoad {
  /** Processor time for JavaScript in the page's process, the page's own included; in milliseconds. */
  readonly script: number
  /** DOM nodes in the page's process, those in shadow roots included. */
  readonly nodes: number
  /** Of all that lasted 50 ms or more, in milliseconds; 0 where none did. */
  readonly longestTask: number
}

/** How long a page must have done nothing to count as loaded, in steps of so many milliseconds. */
const quiet = { steps: 5, step: 100 } as const

/**
 * Opens a page in a new tab and says what that took, once nothing happens there any more.
 *
 * The figures: https://chromedevtools.github.io/devtools-protocol/tot/Performance/
 *
 * @param awaited selects what the extension puts on the page: without it there is nothing to measure
 */
export async function measurePageLoad(
  context: BrowserContext,
  address: string,
  awaited?: string,
): Promise<PageLoad> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  // Processor time: time on the clock says more about what else the machine does.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(address, { waitUntil: 'load' })
  if (awaited !== undefined) await page.locator(awaited).first().waitFor({ state: 'attached' })
  const settledLoad = await settled(session)
  const longestTask = await page.evaluate(readLongestTask)
  await page.close()
  return { ...settledLoad, longestTask }
}

/** Runs in the page. The browser keeps what was long before anyone asked. */
function readLongestTask(): Promise<number> {
  return new Promise((resolve) => {
    const lengths = [0]
    const observer = new PerformanceObserver((list) => {
      lengths.push(...list.getEntries().map(({ duration }) => duration))
    })
    observer.observe({ type: 'longtask', buffered: true })
    setTimeout(() => {
      lengths.push(...observer.takeRecords().map(({ duration }) => duration))
      resolve(Math.max(...lengths))
    })
  })
}

type Counts = Omit<PageLoad, 'longestTask'>

async function settled(session: CDPSession): Promise<Counts> {
  let before = await read(session)
  for (let same = 0; same < quiet.steps; ) {
    await pause(quiet.step)
    const now = await read(session)
    same = now.script === before.script && now.nodes === before.nodes ? same + 1 : 0
    before = now
  }
  return before
}

async function read(session: CDPSession): Promise<Counts> {
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { script: value('ScriptDuration') * 1_000, nodes: value('Nodes') }
}
