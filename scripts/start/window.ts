import { launchChromium } from '../browsers/chromium'
import { launchFirefox } from '../browsers/firefox'
import { type StandIn, standInHosts } from '../stand-in'
import { startTunnel } from '../stand-in/tunnel'

export interface WindowOptions {
  readonly executablePath: string
  readonly extension: string
  /** Kept from one start to the next. */
  readonly profile: string
  readonly standIn: StandIn | undefined
}

/** A browser on the screen. */
export interface BrowserWindow {
  /** Settles when the browser is closed, by the user or by `close`. */
  readonly closed: Promise<unknown>
  close(): Promise<void>
}

const firstPage = 'https://huggingface.co/papers'

export async function openChromium(options: WindowOptions): Promise<BrowserWindow> {
  const { standIn, ...common } = options
  const context = await launchChromium({
    ...common,
    headless: false,
    ...(standIn === undefined ? {} : { standIn }),
  })
  const closed = new Promise((resolve) => context.on('close', resolve))
  const page = context.pages()[0] ?? (await context.newPage())
  // Without a network the browser shows its own error page, and Dogear works all the same.
  await page.goto(firstPage).catch(() => {})
  // On macOS a browser stays when its last window is gone.
  const closeIfLast = () => {
    if (context.pages().length === 0) void context.close()
  }
  for (const open of context.pages()) open.on('close', closeIfLast)
  context.on('page', (opened) => opened.on('close', closeIfLast))
  return { closed, close: () => context.close() }
}

export async function openFirefox(options: WindowOptions): Promise<BrowserWindow> {
  const { standIn, ...common } = options
  const tunnel = standIn && (await startTunnel(standInHosts, standIn.port))
  const browser = await launchFirefox({
    ...common,
    headless: false,
    ...(tunnel === undefined ? {} : { tunnelPort: tunnel.port }),
  })
  const closed = new Promise((resolve) => browser.on('disconnected', resolve))
  const page = (await browser.pages())[0] ?? (await browser.newPage())
  await page.goto(firstPage).catch(() => {})
  return { closed: closed.then(() => tunnel?.stop()), close: () => browser.close() }
}
