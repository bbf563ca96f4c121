import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe finds on a page, light and dark, as `light: rule: element`. The page stays dark and without motion.
 *
 * @param picture takes a picture of each of the two
 */
export async function violations(
  page: Page,
  picture?: (colorScheme: string) => Promise<unknown>,
): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await picture?.(colorScheme)
    if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source)
    // The colours are all that another scheme changes.
    const only = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
    const inScheme = await page.evaluate(async (only) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      // Most of the time goes into telling where things are that are in order.
      const { violations } = await axe.run({
        resultTypes: ['violations'],
        selectors: false,
        preload: false,
        ...only,
      })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    }, only)
    found.push(...inScheme.map((one) => `${colorScheme}: ${one}`))
  }
  return found
}
