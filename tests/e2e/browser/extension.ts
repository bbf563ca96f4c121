import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page, type Worker } from '@playwright/test'
import { findChromium, launchChromium, workerOf } from '../../../scripts/browsers/chromium'
import { buildFolder } from '../../../scripts/build'
import {
  type LoggedRequest,
  type StandIn,
  standInHosts,
  startStandIn,
} from '../../../scripts/stand-in'

/** A Chromium with Dogear in it, which sees the stand-in instead of the internet. */
export interface Extension {
  readonly context: BrowserContext
  readonly worker: Worker
  readonly extensionId: string
  readonly standIn: StandIn
  /** Opens the popup's page at the size of the popup. */
  popup(): Promise<Page>
  /**
   * Closes the browser and starts it again on the same profile.
   *
   * @param meanwhile what happens to the folder of the profile in between
   */
  restart(meanwhile?: (profile: string) => Promise<void>): Promise<void>
  /**
   * Kills the browser in the midst of whatever it does, and starts it again on the same profile.
   *
   * @param meanwhile what happens to the folder of the profile in between
   */
  crash(meanwhile?: (profile: string) => Promise<void>): Promise<void>
  /** The text of the toolbar badge. */
  badge(): Promise<string>
}

/** What happens to the stand-in before the browser starts. An object, for a function would be a fixture. */
interface Prepare {
  readonly run: (standIn: StandIn) => void
}
const nothing: Prepare = { run: () => {} }

/**
 * Gives a test the built extension. Afterwards nothing but the hosts of the stand-in may have been asked for,
 * and no page may have seen an uncaught error.
 */
export const test = base.extend<
  { prepare: Prepare; disk: string; extension: Extension },
  { build: { readonly folder: string } }
>({
  prepare: [nothing, { option: true }],
  disk: [tmpdir(), { option: true }],
  // A copy, so that another build while the tests run does not take the extension away from under them.
  build: [
    // Playwright wants a pattern here, and every pattern to name a fixture.
    async ({ browserName: _browserName }, use) => {
      const built = buildFolder('chrome')
      if (!existsSync(built)) throw new Error('No build: npx wxt build makes one')
      const folder = await mkdtemp(join(tmpdir(), 'dogear-build-'))
      await cp(built, folder, { recursive: true })
      await use({ folder })
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],
  extension: async ({ prepare, disk, build, locale }, use) => {
    const executablePath = findChromium()
    if (executablePath === undefined) throw new Error('No Chromium: npm test installs one')

    const standIn = await startStandIn({ everyDay: true })
    await prepare.run(standIn)
    const profile = await mkdtemp(join(disk, 'dogear-e2e-'))
    const translated = locale === undefined ? undefined : await translate(build.folder, locale)
    const errors: string[] = []
    const start = async (isFirst: boolean) => {
      const context = await launchChromium({
        executablePath,
        extension: translated ?? build.folder,
        profile,
        headless: true,
        standIn,
        ...(locale === undefined ? {} : { language: locale }),
      })
      context.on('weberror', (error) => errors.push(String(error.error().stack)))
      try {
        const worker = await workerOf(context)
        if (isFirst) await closeWelcome(context)
        await expect.poll(() => worker.evaluate(countScripts), 'content scripts').not.toBe(0)
        return { context, worker }
      } catch (error) {
        await context.close()
        throw error
      }
    }

    try {
      let running = await start(true)
      await use({
        get context() {
          return running.context
        },
        get worker() {
          return running.worker
        },
        get extensionId() {
          return new URL(running.worker.url()).host
        },
        standIn,
        async popup() {
          const page = await running.context.newPage()
          await page.setViewportSize({ width: 400, height: 600 })
          await page.goto(new URL('/popup.html', running.worker.url()).href)
          return page
        },
        async restart(meanwhile) {
          await running.context.close()
          await meanwhile?.(profile)
          running = await start(false)
        },
        async crash(meanwhile) {
          const { context } = running
          const gone = context.waitForEvent('close')
          process.kill(await processOf(context), 'SIGKILL')
          await gone
          await meanwhile?.(profile)
          running = await start(false)
        },
        badge: () =>
          running.worker.evaluate(() => {
            // The worker's own API, which the types of a page do not know.
            const { action } = (globalThis as unknown as { chrome: ActionApi }).chrome
            return action.getBadgeText({})
          }),
      })
      await running.context.close()
    } finally {
      await standIn.stop()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
      if (translated !== undefined) await rm(translated, { recursive: true, force: true })
    }
    expect(errors, 'uncaught errors in pages').toEqual([])
    const isUnexpected = ({ host }: LoggedRequest) =>
      !(standInHosts as readonly string[]).includes(host) &&
      !standIn.pageHosts.has(host) &&
      !chromiumHosts.test(host)
    expect(standIn.log.filter(isUnexpected), 'requests to hosts that are not listed').toEqual([])
  },
})

export { expect }

/** The id of the browser's own process: without it none of the others lives on. */
export async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  await session?.detach()
  const { id } = processInfo.find(({ type }) => type === 'browser') ?? {}
  if (id === undefined) throw new Error('The browser does not tell its process')
  return id
}

/** What Chromium asks for on its own account: updates of its parts, the account that nobody signed in to. */
const chromiumHosts = /^([a-z0-9-]+\.)*(google|googleapis|gvt1|gstatic)\.com$/

/**
 * A copy of the extension whose messages are in another language wherever it is asked for English: an extension speaks
 * the languages that the browser has, and Debian's Chromium has no other.
 *
 * @param locale such as `zh-CN`
 * @returns the folder of the copy; undefined for a language that the extension has no messages in
 */
async function translate(extension: string, locale: string): Promise<string | undefined> {
  const messagesOf = (name: string) => join('_locales', name, 'messages.json')
  const messages = join(extension, messagesOf(locale.replace('-', '_')))
  if (!existsSync(messages)) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'dogear-build-'))
  await cp(extension, folder, { recursive: true })
  await cp(messages, join(folder, messagesOf('en')))
  return folder
}

/** The page that greets a new user comes to the front, and would be in the way. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => new URL(page.url()).pathname === '/welcome.html'
  const page = context.pages().find(isWelcome)
  await (page ?? (await context.waitForEvent('page', isWelcome))).close()
}

async function countScripts(): Promise<number> {
  const { scripting } = (globalThis as unknown as { chrome: ScriptingApi }).chrome
  return (await scripting.getRegisteredContentScripts()).length
}

interface ScriptingApi {
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> }
}

interface ActionApi {
  readonly action: { getBadgeText(details: object): Promise<string> }
}
