import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Worker } from '@playwright/test'
import { expect, test } from './extension'
import { violations } from './violations'

/** What can happen to the files of the database while the browser is closed. */
const damages: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  gone: (folder) => rm(folder, { recursive: true }),
  truncated: (folder) =>
    eachFile(folder, /\.(?:log|ldb)$/, async (path, content) =>
      truncate(path, content.length >> 1),
    ),
  garbage: (folder) =>
    eachFile(folder, /\.(?:log|ldb)$/, async (path, content) => {
      content.fill(0xa5, content.length >> 2, content.length >> 1)
      await writeFile(path, content)
    }),
  'without manifest': (folder) =>
    eachFile(folder, /^(?:MANIFEST-\d+|CURRENT)$/, (path) => truncate(path)),
}

async function eachFile(
  folder: string,
  names: RegExp,
  change: (path: string, content: Buffer) => Promise<void>,
): Promise<void> {
  const found = (await readdir(folder)).filter((name) => names.test(name))
  expect(found).not.toEqual([])
  for (const name of found) {
    const path = join(folder, name)
    await change(path, await readFile(path))
  }
}

/** Where Chromium keeps the database. */
async function databaseFolder(profile: string): Promise<string> {
  const parent = join(profile, 'Default', 'IndexedDB')
  const name = (await readdir(parent)).find((one) => /^chrome-extension_.*\.leveldb$/.test(one))
  return join(parent, name ?? '')
}

interface StorageApi {
  readonly storage: { readonly local: { get(key: null): Promise<Record<string, unknown>> } }
}

async function backedUp(worker: Worker): Promise<string> {
  return worker.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: StorageApi }).chrome
    return JSON.stringify(await storage.local.get(null))
  })
}

const savedRows = (popup: Page) => popup.locator('.paper-row.saved')

test('data that the browser loses is missed, and comes back with a click', async ({ extension }, {
  outputDir,
}) => {
  test.setTimeout(180_000)
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  await expect(savedRows(popup)).toHaveCount(2)
  const ids = await savedRows(popup).evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-paper-id') ?? ''),
  )
  for (const id of ids) await expect.poll(() => backedUp(extension.worker), 'backup').toContain(id)

  for (const [name, damage] of Object.entries(damages)) {
    await extension.restart(async (profile) => damage(await databaseFolder(profile)))
    const after = await extension.popup()
    const told = after.getByRole('region', { name: 'Your data' })
    await expect(told, name).toContainText('has 2 papers of yours')
    for (const colorScheme of ['light', 'dark'] as const) {
      await after.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await after.screenshot({ path: `${outputDir}/lost-${name}-${colorScheme}.png` })
    }
    if (name === 'gone') expect(await violations(after)).toEqual([])
    await told.getByRole('button', { name: 'Restore' }).click()
    await expect(told).toBeHidden()
    await expect(after.getByText('2 papers of yours are back')).toBeVisible()
    await expect(savedRows(after), name).toHaveCount(2)
    await after.close()
  }
})
