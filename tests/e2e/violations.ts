import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What axe finds on a page, as `rule: element`. */
export async function violations(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    // Most of the time goes into telling where things are that are in order.
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      selectors: false,
      preload: false,
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}
