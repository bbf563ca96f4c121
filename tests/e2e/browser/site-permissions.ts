import type { BrowserContext, Worker } from '@playwright/test'

/*
 * Chromium asks the user in a window of its own, which no test can click. What can be had is the browser's own
 * switch for it: from then on Dogear's request is granted without a question.
 */

/** A Chromium with Dogear in it. */
interface Extension {
  readonly context: BrowserContext
  readonly worker: Worker
  readonly extensionId: string
}

/** Makes Chromium grant the next request for a match pattern, which has to end in `/*`. */
export function allowSite(extension: Extension, pattern: string): Promise<void> {
  return callSwitch(extension, 'addHostPermission', pattern)
}

/** Takes back what was granted, as the user can on the browser's page of extensions. */
export function withdrawSite(extension: Extension, pattern: string): Promise<void> {
  return callSwitch(extension, 'removeHostPermission', pattern)
}

/** Has it asked for and granted, and waits until the content script is registered. */
export async function grantSites(extension: Extension, patterns: readonly string[]): Promise<void> {
  for (const pattern of patterns) await allowSite(extension, pattern)
  const page = await extension.context.newPage()
  await page.goto(`chrome-extension://${extension.extensionId}/popup.html`)
  // What Playwright evaluates counts as what a user does.
  const isGranted = await page.evaluate(
    (origins) => (globalThis as unknown as PermissionsApi).chrome.permissions.request({ origins }),
    patterns,
  )
  await page.close()
  if (!isGranted) throw new Error(`Chromium did not grant ${patterns.join(', ')}`)
  await untilRegistered(extension, (registered) =>
    patterns.every((pattern) => registered.includes(pattern)),
  )
}

/** Waits until the match patterns of all registered content scripts are as wanted. */
export async function untilRegistered(
  { worker }: Extension,
  isWanted: (patterns: readonly string[]) => boolean,
): Promise<void> {
  for (;;) {
    const patterns = await worker.evaluate(async () => {
      const { scripting } = (globalThis as unknown as ScriptingApi).chrome
      const scripts = await scripting.getRegisteredContentScripts()
      return scripts.flatMap(({ matches = [] }) => matches)
    })
    if (isWanted(patterns)) return
  }
}

type Switch = 'addHostPermission' | 'removeHostPermission'

async function callSwitch(
  { context, extensionId }: Extension,
  name: Switch,
  pattern: string,
): Promise<void> {
  const page = await context.newPage()
  // Any file of the browser's page of extensions has its powers, and this one loads at once.
  await page.goto('chrome://extensions/strings.m.js')
  await page.evaluate(
    ([method, ...values]) =>
      (globalThis as unknown as DeveloperApi).chrome.developerPrivate[method](...values),
    [name, extensionId, pattern] as const,
  )
  await page.close()
}

interface DeveloperApi {
  readonly chrome: {
    readonly developerPrivate: Readonly<
      Record<Switch, (id: string, pattern: string) => Promise<void>>
    >
  }
}

interface PermissionsApi {
  readonly chrome: {
    readonly permissions: { request(wanted: { origins: readonly string[] }): Promise<boolean> }
  }
}

interface ScriptingApi {
  readonly chrome: {
    readonly scripting: {
      getRegisteredContentScripts(): Promise<readonly { readonly matches?: readonly string[] }[]>
    }
  }
}
