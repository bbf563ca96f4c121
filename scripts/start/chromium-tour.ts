import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page, Worker } from '@playwright/test'
import { annotationText } from '../../tests/e2e/browser/closed-shadow'
import { launchChromium, workerOf } from '../browsers/chromium'
import type { StandIn } from '../stand-in'
import { until } from '../until'
import type { Report } from './report'

export interface TourOptions {
  readonly executablePath: string
  readonly extension: string
  readonly standIn?: StandIn
  readonly screenshots?: string
}

/** How long a step may take, in seconds; a real list comes over the internet. */
const patience = 30

/**
 * Does the main job once in a Chromium without a window: reads the day's list, saves its first paper, and
 * finds it saved on its arXiv page. Leaves pictures where that is asked for.
 *
 * @throws Error when a step does not come true
 */
export async function tourChromium(options: TourOptions, report: Report): Promise<void> {
  const { screenshots, standIn } = options
  if (screenshots !== undefined) await mkdir(screenshots, { recursive: true })
  const profile = await mkdtemp(join(tmpdir(), 'dogear-tour-'))
  const context = await launchChromium({
    executablePath: options.executablePath,
    extension: options.extension,
    profile,
    headless: true,
    scale: 2,
    ...(standIn === undefined ? {} : { standIn }),
  })
  const picture = async (page: Page, name: string) => {
    if (screenshots === undefined) return
    await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' })
  }
  const inBothSchemes = async (page: Page, name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await picture(page, `${name}-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }

  try {
    const worker = await workerOf(context)
    // Before the popup opens: what it shows is no longer new, and the badge goes down.
    const badge = await until('the badge shows a number', patience, () => badgeOf(worker))
    const popup = await openPopup(context, worker)
    const saveButtons = popup.getByRole('button', { name: /^Save: / })
    await saveButtons.first().waitFor({ timeout: patience * 1_000 })
    report(`synced ${await saveButtons.count()} papers`)
    report(`badge says ${badge}`)

    const title = (await saveButtons.first().getAttribute('aria-label'))?.slice('Save: '.length)
    const row = popup.getByRole('listitem').filter({ has: saveButtons }).first()
    const id = (await row.getAttribute('data-paper-id'))?.replace('arxiv:', '')
    if (title === undefined || id === undefined) throw new Error('The first row has no name or id')
    await saveButtons.first().click()
    await popup.getByRole('button', { name: /^Save: /, pressed: true }).waitFor()
    report(`saved "${title}"`)
    await inBothSchemes(popup, 'popup')
    await popup.close()

    const settings = await context.newPage()
    await settings.setViewportSize({ width: 860, height: 640 })
    await settings.goto(new URL('/options.html#sites', worker.url()).href)
    await settings.getByRole('switch').first().waitFor()
    // Sections above this one would push it down after the picture has been laid out.
    await until('the options have all that they show', patience, async () => {
      return (await settings.locator('[aria-busy="true"]').count()) === 0 || undefined
    })
    await picture(settings, 'options')
    await settings.close()

    const arxiv = await context.newPage()
    await arxiv.goto(`https://arxiv.org/abs/${id}`)
    await until('the arXiv page says Saved', patience, () => saysSaved(arxiv))
    report('its arXiv page shows it as saved')
    await picture(arxiv, 'arxiv-light')
    await arxiv.emulateMedia({ colorScheme: 'dark' })
    // arXiv has no dark pages of its own; the stand-in has, so that the bar can be seen on one.
    if (standIn !== undefined) await arxiv.goto(`https://arxiv.org/abs/${id}?theme=dark`)
    await until('the dark page says Saved', patience, () => saysSaved(arxiv))
    await picture(arxiv, 'arxiv-dark')

    const hub = await context.newPage()
    await hub.goto('https://huggingface.co/papers')
    await until('the list says Saved', patience, () => saysSaved(hub))
    report('the list on Hugging Face marks it')
    await picture(hub, 'huggingface-list')
    await hub.goto(`https://huggingface.co/papers/${id}`)
    await until('the Hugging Face page says Saved', patience, () => saysSaved(hub))
    report('its page on Hugging Face shows it as saved')
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function openPopup(context: BrowserContext, worker: Worker): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 400, height: 600 })
  await page.goto(new URL('/popup.html', worker.url()).href)
  return page
}

/** "Saved" in a bar, "saved" in a mark. */
async function saysSaved(page: Page): Promise<true | undefined> {
  return /\bsaved\b/i.test(await annotationText(page)) || undefined
}

interface ActionApi {
  readonly action: { getBadgeText(details: object): Promise<string> }
}

/** @returns undefined while the badge is empty */
async function badgeOf(worker: Worker): Promise<string | undefined> {
  const text = await worker.evaluate(() =>
    // The worker's own API, which the types of a page do not know.
    (globalThis as unknown as { chrome: ActionApi }).chrome.action.getBadgeText({}),
  )
  return text === '' ? undefined : text
}
