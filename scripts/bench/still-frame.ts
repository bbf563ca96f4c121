import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { rowsAtFirst } from '../../components/popup/rows-at-first'
import { awaitedRow } from './popup-opening'

/** The file that it is in. */
export const stillFile = 'still.html'

/**
 * Makes a page of what the popup's first frame shows: its elements and its stylesheet, without a script and without a
 * database. No popup that shows a list can be there sooner.
 *
 * @param popup the address of Dogear's popup
 * @param dogear the folder of the extension that it is of
 * @param target the folder of the extension that gets the page
 */
export async function writeStillFrame(
  context: BrowserContext,
  popup: string,
  dogear: string,
  target: string,
): Promise<void> {
  const count = rowsAtFirst.comfortable
  const page = await context.newPage()
  await page.setViewportSize({ width: 400, height: 600 })
  await page.goto(popup)
  await page.locator(awaitedRow).nth(count).waitFor()
  const html = await page.evaluate(
    ([row, first]) => {
      const later = [...document.querySelectorAll(row)].slice(first)
      for (const element of [...later, ...document.scripts]) element.remove()
      return document.documentElement.outerHTML
    },
    [awaitedRow, count] as const,
  )
  await page.close()
  await writeFile(join(target, stillFile), `<!doctype html>${html}`)
  await cp(join(dogear, 'assets'), join(target, 'assets'), { recursive: true })
}
