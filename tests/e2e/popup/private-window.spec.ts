import type { Worker } from '@playwright/test'
import { type Extension, expect, test } from '../browser/extension'
import { readTables } from '../browser/stored-tables'
import { openToolbarPopup, type ToolbarPopup } from '../browser/toolbar-popup'
import { readerOf, soon } from '../browser/toolbar-reader'

/** Loads the extension again, as one that the user lets into private windows. */
async function allowInPrivate({ context }: Extension, folder: string): Promise<Worker> {
  const session = await context.browser()?.newBrowserCDPSession()
  const started = context.waitForEvent('serviceworker')
  // https://chromedevtools.github.io/devtools-protocol/tot/Extensions/#method-loadUnpacked
  const given = { path: folder, enableInIncognito: true }
  await session?.send('Extensions.loadUnpacked' as never, given as never)
  return started
}

/** Opens the popup of the toolbar button in a new window. */
function openIn(extension: Extension, worker: Worker, incognito: boolean): Promise<ToolbarPopup> {
  return openToolbarPopup(extension, {
    address: 'popup.html',
    open: () =>
      worker.evaluate(async (isPrivate) => {
        const { action, windows } = (globalThis as unknown as { chrome: WindowsApi }).chrome
        const { id } = await windows.create({ incognito: isPrivate, url: 'about:blank' })
        await action.openPopup({ windowId: id })
      }, incognito),
  })
}

/** What tells that somebody looked at papers, or for some. */
async function tracesIn(worker: Worker): Promise<Record<string, number>> {
  const tables = await worker.evaluate(readTables)
  const settings = tables.settings as { name: string }[]
  const count = (name: string) => tables[name]?.length ?? Number.NaN
  return {
    seen: count('seen'),
    searches: settings.filter(({ name }) => name === 'lastSearches').length,
    linkedWorks: count('linkedWorks'),
    entries: count('entries'),
    journal: count('journal'),
  }
}

/** Reads the list, looks for something, goes to what was found, and asks what belongs to it. */
async function look(popup: ToolbarPopup): Promise<void> {
  const inList = readerOf(popup)
  await soon(async () => (await inList.papers()).length).toBeGreaterThan(5)
  const inFind = readerOf(popup, '.find')
  await popup.press('/')
  await popup.type('cache')
  await soon(async () => (await inFind.ids('.find .paper-row')).length).toBeGreaterThan(0)
  await popup.press('Enter')
  await soon(inFind.focused).toContain('title of')
  await popup.press('ArrowRight')
  await inFind.press('Models, datasets, spaces')
  await soon(() => inFind.count('.linked-works button:not(:disabled)'), 'answered').toBe(0)
  await soon(() => inFind.text('.linked-works')).not.toContain('Asking')
}

const none = { seen: 0, searches: 0, linkedWorks: 0, entries: 0, journal: 0 }

test('a private window leaves no trace of a look or a search, and keeps what the user saves', async ({
  extension,
  build,
}) => {
  const worker = await allowInPrivate(extension, build.folder)
  const traces = () => tracesIn(worker)
  await expect.poll(traces).toEqual(none)

  const hidden = await openIn(extension, worker, true)
  expect(
    await hidden.evaluate('chrome.extension.inIncognitoContext'),
    'the answer that is wrong',
  ).toBe(false)
  await look(hidden)
  await hidden.close()
  expect(await traces()).toEqual(none)

  const saving = await openIn(extension, worker, true)
  await soon(async () => (await readerOf(saving).papers()).length).toBeGreaterThan(5)
  await saving.press('j')
  await saving.press('s')
  await expect.poll(traces).toEqual({ ...none, entries: 1, journal: 1 })
  await saving.close()

  const usual = await openIn(extension, worker, false)
  // Before the search covers the list.
  await expect.poll(async () => (await traces()).seen).toBeGreaterThan(0)
  await look(usual)
  await expect
    .poll(traces)
    .toEqual({ seen: expect.any(Number), searches: 1, linkedWorks: 1, entries: 1, journal: 1 })
})

interface WindowsApi {
  readonly windows: { create(options: object): Promise<{ readonly id: number }> }
  readonly action: { openPopup(options: object): Promise<void> }
}
