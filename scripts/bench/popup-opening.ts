import type { BrowserContext } from '@playwright/test'
import { until } from '../until'

const mark = 'shown'

/** Selects what must be in the popup for its list to be on the screen. */
export const awaitedRow = 'ol > li'

/**
 * Opens a popup's page in a tab.
 *
 * @param address of the page
 * @param awaited selects what must be in the document for the page to count as shown
 * @returns the time from the start of the navigation to the end of the first frame with that element, in
 *   milliseconds, by the page's own clock
 */
export async function measurePopupOpening(
  context: BrowserContext,
  address: string,
  awaited: string,
): Promise<number> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 400, height: 600 })
  await page.addInitScript(
    ([selector, name]) => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector(selector) === null) return
        observer.disconnect()
        // The frame is drawn between its callback and the next task.
        requestAnimationFrame(() => setTimeout(() => performance.mark(name)))
      }).observe(document, { childList: true, subtree: true })
    },
    [awaited, mark] as const,
  )
  await page.goto(address, { waitUntil: 'commit' })
  const time = await until(`${address} shows ${awaited}`, 30, () =>
    page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime, mark),
  )
  await page.close()
  return time
}
