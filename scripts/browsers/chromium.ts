import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Worker } from '@playwright/test'
import { runCommand } from '../command'
import { Problem } from '../problem'
import type { StandIn } from '../stand-in'
import {
  canInstallPackages,
  findFile,
  findInPath,
  fromEnvironment,
  installPackage,
  isRoot,
  isUbuntu,
} from './find'

/**
 * Finds a Chromium that takes an unpacked extension from the command line. Google Chrome (since 137) and Edge
 * no longer do and are not looked for.
 *
 * @returns undefined when there is none
 * @throws Problem when `CHROMIUM_PATH` names a file that is not there
 */
export function findChromium(): string | undefined {
  return (
    fromEnvironment('CHROMIUM_PATH') ??
    findFile([chromium.executablePath()]) ??
    findInPath(['chromium', 'chromium-browser']) ??
    findFile(usualPlaces())
  )
}

/**
 * A Chromium, installed where there is none and that can be done.
 *
 * @throws Problem that says what to do when there is none and it can't be installed
 */
export async function getChromium(): Promise<string> {
  const found = findChromium()
  if (found !== undefined) return found
  console.log('No Chromium found; installing one')
  const isInstalled =
    canInstallPackages() && !isUbuntu()
      ? await installPackage('chromium')
      : await installPlaywrightChromium()
  const installed = isInstalled ? findChromium() : undefined
  if (installed === undefined) throw new Problem(howToGetChromium)
  return installed
}

async function installPlaywrightChromium(): Promise<boolean> {
  const system = canInstallPackages() ? ['--with-deps'] : []
  const { code } = await runCommand(
    '@playwright/test',
    ['install', '--no-shell', ...system, 'chromium'],
    'now',
    {},
    'playwright',
  )
  return code === 0
}

const howToGetChromium = `
Dogear needs a Chromium to run in, and none could be found or installed. One of these helps:

  any system      npx playwright install chromium
  Debian, Ubuntu  sudo apt-get install chromium
  Fedora          sudo dnf install chromium
  macOS           brew install --cask chromium
  one you have    CHROMIUM_PATH=/path/to/chromium npm start

Google Chrome and Microsoft Edge won't do: they no longer load an extension from the command line.`

function usualPlaces(): readonly (string | undefined)[] {
  const inAppData = join('Chromium', 'Application', 'chrome.exe')
  const { LOCALAPPDATA: appData, PROGRAMFILES: programs } = process.env
  return [
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(homedir(), 'Applications/Chromium.app/Contents/MacOS/Chromium'),
    appData && join(appData, inAppData),
    programs && join(programs, inAppData),
  ]
}

export interface ChromiumOptions {
  readonly executablePath: string
  /** The folder of the built extension. */
  readonly extension: string
  /** Where the profile is, or goes. */
  readonly profile: string
  readonly headless: boolean
  /** Instead of the internet: every host leads to the stand-in, which refuses those that it doesn't serve. */
  readonly standIn?: Pick<StandIn, 'port' | 'spki'>
  /** The language of the browser, such as `zh-CN`; that of the system where none is given. Works on Linux. */
  readonly language?: string
  /** In device pixels for each CSS pixel. */
  readonly scale?: number
}

/** Starts a Chromium with the extension in it. */
export function launchChromium(options: ChromiumOptions): Promise<BrowserContext> {
  const { executablePath, extension, profile, headless, standIn, language, scale } = options
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    chromiumSandbox: canSandbox(),
    // Ctrl-C is for the script, which closes the browser in an orderly way.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(headless ? {} : { viewport: null }),
    ...(language === undefined ? {} : { env: { ...process.env, LANGUAGE: language } }),
    ...(scale === undefined ? {} : { deviceScaleFactor: scale }),
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...(headless ? headlessArguments : []),
      ...(standIn === undefined ? [] : standInArguments(standIn)),
    ],
  })
}

const headlessArguments = [
  // The screen of a browser without one is too low for a whole popup.
  '--screen-info={1600x1200}',
  // Where no GPU is, Chromium would play one on the processor, which takes a quarter of a test's time.
  '--disable-gpu',
  '--disable-software-rasterizer',
]

/**
 * The extension's service worker, as soon as it runs.
 *
 * @throws Problem when it does not start within 40 seconds, which is a lot even for a busy machine
 */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  const [running] = context.serviceWorkers()
  if (running !== undefined) return running
  return context.waitForEvent('serviceworker', { timeout: 40_000 }).catch(() => {
    throw new Problem('Chromium did not load the extension: is its manifest in order?')
  })
}

function standInArguments({ port, spki }: Pick<StandIn, 'port' | 'spki'>): readonly string[] {
  return [
    `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
    // Trusts this one key, and nothing else that would not be trusted otherwise.
    `--ignore-certificate-errors-spki-list=${spki}`,
  ]
}

/** Root can't use Chromium's sandbox, nor can others where the system keeps user namespaces from them. */
function canSandbox(): boolean {
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
  const isRestricted = existsSync(restriction) && readFileSync(restriction, 'utf8').trim() === '1'
  return !isRoot() && !isRestricted
}
