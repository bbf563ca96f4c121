import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { annotationTextIn, launchFirefox, openExtensionPage } from '../browsers/firefox'
import { until } from '../until'
import type { Report } from './report'

export interface FirefoxTourOptions {
  readonly executablePath: string
  readonly extension: string
  readonly tunnelPort?: number
  readonly screenshots?: string
}

/** How long a step may take, in seconds; a real list comes over the internet. */
const patience = 30

/**
 * Does the main job once in a Firefox without a window, as in Chromium.
 *
 * @throws Error when a step does not come true
 */
export async function tourFirefox(options: FirefoxTourOptions, report: Report): Promise<void> {
  const { screenshots, tunnelPort } = options
  if (screenshots !== undefined) await mkdir(screenshots, { recursive: true })
  const browser = await launchFirefox({
    executablePath: options.executablePath,
    extension: options.extension,
    headless: true,
    ...(tunnelPort === undefined ? {} : { tunnelPort }),
  })
  const picture = async (page: Page, name: string) => {
    if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, `${name}.png`) })
  }
  const saysSaved = (page: Page) => async () =>
    /\bsaved\b/i.test(await annotationTextIn(browser, page)) || undefined

  try {
    const popup = await openExtensionPage(browser, '/popup.html')
    await popup.setViewport({ width: 400, height: 600 })
    const count = await until('the popup lists papers', patience, async () => {
      const rows = await popup.$$('[data-paper-id]')
      // The rest of the rows comes after the first ones; the header knows how many there are.
      const counts = await popup.$eval('.list-header p', (line) => line.textContent)
      const total = Math.max(0, ...(counts.match(/\d+/g) ?? []).map(Number))
      return rows.length > 0 && rows.length === total ? total : undefined
    })
    report(`synced ${count} papers`)

    const { id, title } = await popup.$eval('[data-paper-id]', (row) => ({
      id: row.getAttribute('data-paper-id')?.replace('arxiv:', ''),
      title: row.querySelector('button[aria-pressed]')?.getAttribute('aria-label'),
    }))
    if (id === undefined || !title) throw new Error('The first row has no name or id')
    // Where the welcome has come in front of it, a click of the mouse would wait for ever.
    await popup.$eval('[data-paper-id] button[aria-pressed]', (button) =>
      (button as HTMLElement).click(),
    )
    await until('the first paper is saved', patience, async () => {
      const saved = await popup.$('[data-paper-id] button[aria-pressed="true"]')
      return saved !== null || undefined
    })
    report(`saved "${title.replace(/^Save: /, '')}"`)
    await picture(popup, 'firefox-popup')

    const arxiv = await browser.newPage()
    await arxiv.goto(`https://arxiv.org/abs/${id}`)
    await until('the arXiv page says Saved', patience, saysSaved(arxiv))
    report('its arXiv page shows it as saved')
    await picture(arxiv, 'firefox-arxiv')

    const hub = await browser.newPage()
    await hub.goto('https://huggingface.co/papers')
    await until('the list says Saved', patience, saysSaved(hub))
    report('the list on Hugging Face marks it')
    await picture(hub, 'firefox-huggingface-list')
  } finally {
    await browser.close()
  }
}
