import type { Locator, Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe finds on a page, or in an element and what is in it, light and dark, as `light: rule: element`. Of a list
 * the first papers are looked at, for each takes its time. The page stays dark and without motion.
 *
 * @param where an element where the rest of the page is examined elsewhere
 * @param picture takes a picture of each of the two
 */
export async function violations(
  where: Page | Locator,
  picture?: (colorScheme: string) => Promise<unknown>,
): Promise<string[]> {
  const [page, root] = 'page' in where ? [where.page(), where] : [where, where.locator(':root')]
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await picture?.(colorScheme)
    if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source)
    // The colours are all that another scheme changes.
    const only = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
    const inScheme = await root.evaluate(async (element, only) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      // Most of the time goes into telling where things are that are in order.
      const { violations } = await axe.run(
        { include: element, exclude: '.paper-row:nth-child(n + 9)' },
        { resultTypes: ['violations'], selectors: false, preload: false, ...only },
      )
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    }, only)
    found.push(...inScheme.map((one) => `${colorScheme}: ${one}`))
  }
  return found
}
