import { dirname } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { Problem } from '../problem'
import { until } from '../until'
import { hosts } from './annotation-hosts'
import { canInstallPackages, findFile, findInPath, fromEnvironment, installPackage } from './find'
import { extensionId, windowPort } from './firefox-window'

/**
 * Finds a Firefox.
 *
 * @returns undefined when there is none
 * @throws Problem when `FIREFOX_PATH` names a file that is not there
 */
function findFirefox(): string | undefined {
  return (
    fromEnvironment('FIREFOX_PATH') ??
    findInPath(['firefox', 'firefox-esr']) ??
    findFile([
      '/usr/lib/firefox/firefox',
      '/usr/lib/firefox-esr/firefox-esr',
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ])
  )
}

/**
 * A Firefox, installed where there is none and that can be done.
 *
 * @throws Problem that says what to do when there is none and it can't be installed
 */
export async function getFirefox(): Promise<string> {
  const found = findFirefox()
  if (found !== undefined) return found
  if (canInstallPackages()) {
    console.log('No Firefox found; installing one')
    if (await installPackage('firefox-esr')) {
      const installed = findFirefox()
      if (installed !== undefined) return installed
    }
  }
  throw new Problem(`
No Firefox could be found or installed. Get one from https://www.mozilla.org/firefox/, or say where it is:

  FIREFOX_PATH=/path/to/firefox npm start -- --firefox`)
}

export interface FirefoxOptions {
  readonly executablePath: string
  /** The folder of the built extension. */
  readonly extension: string
  /** Where the profile is, or goes; a throw-away one where none is given. */
  readonly profile?: string
  readonly headless: boolean
  /** The port of a tunnel to the stand-in, instead of the internet. */
  readonly tunnelPort?: number
  /** For `takeWindow`. */
  readonly hasWindow?: boolean
}

/** The address of the extension's pages, set by us: otherwise Firefox draws a number at random. */
const pagesId = '5d1c6e0a-7a55-4f0e-9c39-0d09ea500001'

/** @param path as in `/popup.html` */
export const addressOf = (path: string) => `moz-extension://${pagesId}${path}`

/** Starts a Firefox with the extension in it. */
export async function launchFirefox(options: FirefoxOptions): Promise<Browser> {
  const { executablePath, headless, profile, tunnelPort, hasWindow = false } = options
  const { FONTCONFIG_FILE: fontconfig } = process.env
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // Without it no script may open a page of an extension. The window of a user does not need it.
    args: [
      ...(headless ? ['--remote-allow-system-access'] : []),
      ...(hasWindow ? ['--marionette'] : []),
    ],
    acceptInsecureCerts: tunnelPort !== undefined,
    // In milliseconds: a command that gets no answer is named before a test's own time is over.
    protocolTimeout: 30_000,
    defaultViewport: headless ? { width: 1280, height: 720 } : null,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    extraPrefsFirefox: {
      ...(fontconfig !== undefined && {
        // Its sandbox lets pages read the fonts of the system, and no others.
        'security.sandbox.content.read_path_whitelist': `${dirname(fontconfig)}/`,
      }),
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: pagesId }),
      ...(hasWindow && {
        'marionette.port': windowPort,
        // A press that comes soon is otherwise taken for one that was meant for the page.
        'security.notification_enable_delay': 0,
        // Firefox draws notifications itself, whatever the system has for them.
        'alerts.useSystemBackend': false,
      }),
      ...(tunnelPort === undefined
        ? {}
        : {
            'network.proxy.type': 1,
            'network.proxy.http': '127.0.0.1',
            'network.proxy.http_port': tunnelPort,
            'network.proxy.ssl': '127.0.0.1',
            'network.proxy.ssl_port': tunnelPort,
          }),
    },
  })
  try {
    await browser.installExtension(options.extension)
  } catch (error) {
    await browser.close()
    throw error
  }
  return browser
}

/**
 * Opens a page of the extension.
 *
 * @param path as in `/popup.html`
 */
export async function openExtensionPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage()
  const address = addressOf(path)
  // Firefox goes there, but never reports that it has arrived: the page itself is asked instead.
  void page.goto(address, { timeout: 0 }).catch(() => {})
  await until(`Firefox opens ${path}`, 15, async () => {
    const isThere = await page
      .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', address)
      .catch(() => false)
    return isThere || undefined
  })
  return page
}

/** The text of all annotations of a page. They are in closed shadow roots, which WebDriver BiDi can read. */
export async function annotationTextIn(browser: Browser, page: Page): Promise<string> {
  const session = bidiOf(browser)
  const tree = await session.send('browsingContext.getTree', { maxDepth: 0 })
  const context = listOf(field(tree.result, 'contexts')).find(
    (candidate) => field(candidate, 'url') === page.url(),
  )
  const located = await session.send('browsingContext.locateNodes', {
    context: field(context, 'context'),
    locator: { type: 'css', value: `${hosts.bar}, ${hosts.mark}` },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 },
  })
  return listOf(field(located.result, 'nodes'))
    .map((node) => textOf(node).replace(/\s+/g, ' ').trim())
    .join('\n')
}

interface BidiSession {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>
}

/** Puppeteer's own connection: it has no call of its own for what is asked here. */
function bidiOf(browser: Browser): BidiSession {
  return (browser as unknown as { readonly connection: BidiSession }).connection
}

/** The text of a node as WebDriver BiDi serializes it (`script.NodeRemoteValue`). */
function textOf(node: unknown): string {
  const value = field(node, 'value')
  if (field(value, 'localName') === 'style') return ''
  const own = field(value, 'nodeValue')
  const parts = [field(value, 'shadowRoot'), ...listOf(field(value, 'children'))]
  return [typeof own === 'string' ? own : '', ...parts.filter(Boolean).map(textOf)].join(' ')
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
