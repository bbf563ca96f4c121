import type { Locator, Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe finds on a page, or in an element and what is in it, light and dark, as `light: rule: element`, each as
 * `violationsIn` looks. The page stays dark and without motion.
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
    const rules = colorScheme === 'dark' ? ['color-contrast'] : []
    const inScheme = await root.evaluate(violationsIn, rules)
    found.push(...inScheme.map((one) => `${colorScheme}: ${one}`))
  }
  return found
}

/**
 * What axe finds, as `rule: element`. Of a list the first papers are looked at, for each takes its time. Runs in the
 * page, which has axe already, so it stands alone.
 *
 * @param element null for the whole page
 * @param rules all that there are where none are named
 */
export async function violationsIn(
  element: Element | null,
  rules: readonly string[],
): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
  // Most of the time goes into telling where things are that are in order.
  const { violations } = await axe.run(
    { include: element ?? document, exclude: '.paper-row:nth-child(n + 9)' },
    {
      resultTypes: ['violations'],
      selectors: false,
      preload: false,
      ...(rules.length > 0 ? { runOnly: [...rules] } : {}),
    },
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
