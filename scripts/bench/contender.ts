import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Worker } from '@playwright/test'
import { launchChromium, workerOf } from '../browsers/chromium'
import type { StandIn } from '../stand-in'

/** A browser with one extension in it, in the state that is to be measured. */
export interface Contender {
  readonly context: BrowserContext
  /** The address of the extension's popup; undefined where the extension has none. */
  readonly popup: string | undefined
  close(): Promise<void>
}

export interface ContenderOptions {
  readonly executablePath: string
  readonly extension: string
  readonly standIn: StandIn
  /** Brings the extension into its state. Afterwards the browser is started again. */
  readonly prepare?: (context: BrowserContext, popup: string) => Promise<void>
}

/** Starts a browser with a profile of its own. */
export async function startContender(
  { executablePath, extension, standIn, prepare }: ContenderOptions,
  hasPopup: boolean,
): Promise<Contender> {
  const profile = await mkdtemp(join(tmpdir(), 'dogear-bench-'))
  const launch = () =>
    launchChromium({ executablePath, extension, profile, headless: true, standIn })
  let context = await launch()
  const popup = hasPopup ? popupOf(await workerOf(context)) : undefined
  if (prepare !== undefined && popup !== undefined) {
    await prepare(context, popup)
    await context.close()
    context = await launch()
  }
  return {
    context,
    popup,
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function popupOf(worker: Worker): string {
  return new URL('/popup.html', worker.url()).href
}
