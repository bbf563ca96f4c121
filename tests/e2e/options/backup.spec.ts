import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Worker } from '@playwright/test'
import { hosts } from '../../../scripts/browsers/annotation-hosts'
import { expect, test } from '../browser/extension'
import { savedRows } from '../browser/popup-page'
import { violations } from '../browser/violations'

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
  readonly storage: {
    readonly local: {
      get(key: null): Promise<Record<string, unknown>>
      set: (items: object) => Promise<void>
    }
  }
}

async function backedUp(worker: Worker): Promise<string> {
  return worker.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: StorageApi }).chrome
    return JSON.stringify(await storage.local.get(null))
  })
}

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
    await expect(told, name).toContainText('has 2 of your papers')
    if (name === 'gone') {
      await picture(after, `${outputDir}/lost`)
      expect(await violations(told)).toEqual([])
    }
    await told.getByRole('button', { name: 'Restore' }).click()
    await expect(told).toBeHidden()
    await expect(after.getByText('Restored 2 papers')).toBeVisible()
    await expect(savedRows(after), name).toHaveCount(2)
    await after.close()
  }
})

test('everything can be saved as a file, erased, and read again from the file', async ({
  extension,
}, { outputDir }) => {
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  await expect(savedRows(popup)).toHaveCount(1)

  const page = await extension.context.newPage()
  await page.goto(`chrome-extension://${extension.extensionId}/options.html#data`)
  const section = page.getByRole('region', { name: 'Your data' })
  await expect(section.getByText(/^Written /)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    section.getByRole('button', { name: 'Export' }).click(),
  ])
  const path = join(outputDir, download.suggestedFilename())
  await download.saveAs(path)
  const saved = JSON.parse(await readFile(path, 'utf8'))
  expect(saved).toMatchObject({ format: 'dogear', version: 1, entries: [{ status: 'saved' }] })

  await section.getByRole('button', { name: 'Erase everything' }).click()
  await expect(section.getByRole('button', { name: 'Don’t erase' })).toBeFocused()
  await picture(page, `${outputDir}/erase`)
  expect(await violations(section)).toEqual([])
  await section.getByRole('button', { name: 'Erase everything now' }).click()
  await expect(page.getByText('Erased 1 paper')).toBeVisible()
  await expect(savedRows(popup)).toHaveCount(0)
  const visited = await extension.context.newPage()
  const [item] = extension.standIn.itemsOf(extension.standIn.today())
  await visited.goto(`https://arxiv.org/abs/${item?.paper.id}`)
  await expect(visited.locator(hosts.bar)).toHaveCount(1)
  await visited.goto('https://arxiv.org/abs/2001.99999')

  const entries = [...saved.entries, { paperId: 'no id' }]
  const buffer = Buffer.from(JSON.stringify({ ...saved, entries }))
  const choose = (name: string, content: Buffer) =>
    section
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: content })
  await choose('other.json', Buffer.from('{"format":"another"}'))
  await expect(section.getByText('This is not a Dogear file')).toBeVisible()
  await choose('dogear.json', buffer)
  await expect(section.getByText('Papers: 1 new, 0 changed, 0 unchanged')).toBeVisible()
  await section.getByText('1 line can’t be read and is skipped').click()
  await expect(section.getByText('Papers, number 2: paperId')).toBeVisible()
  await picture(page, `${outputDir}/import`)
  expect(await violations(section)).toEqual([])
  await section.getByRole('button', { name: 'Import all' }).click()
  await expect(section.getByText(/^Imported: /)).toBeVisible()
  await expect(savedRows(popup)).toHaveCount(1)
  await section.getByRole('button', { name: 'Undo' }).click()
  await expect(
    section.getByText('Undone. Anything you changed later stays as it is.'),
  ).toBeVisible()
  await expect(savedRows(popup)).toHaveCount(0)
  await picture(page, `${outputDir}/import-undone`)
  expect(await violations(section)).toEqual([])
  const changes = page.getByRole('region', { name: 'Recent changes' })
  await expect(changes.getByRole('listitem')).toHaveText([/imported a file: \d+ new, \d+ changed/])
  await changes.getByRole('button', { name: 'Redo' }).click()
  await expect(savedRows(popup)).toHaveCount(1)
  await choose('dogear.json', buffer)
  await expect(section.getByText('Papers: 0 new, 0 changed, 1 unchanged')).toBeVisible()

  // The last page has the address of a paper, and nothing else of one.
  await section.getByText('On 1 site').click()
  const site = section.getByText(
    'arXiv: last found this minute; last problem this minute: no title',
  )
  await expect(site).toBeVisible()
  await picture(page, `${outputDir}/sites`)
  expect(await violations(section)).toEqual([])

  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await section.getByRole('button', { name: 'Copy report' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(report).toMatch(
    /^Dogear [\s\S]*^Entries: 1$[\s\S]*^hf-daily: last success 2[\s\S]*^Site arxiv: /m,
  )
})

test('a backup that fails is told, and one takes the place of data that cannot be opened', async ({
  extension,
}, { outputDir }) => {
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  const id = (await savedRows(popup).first().getAttribute('data-paper-id')) ?? ''
  await expect.poll(() => backedUp(extension.worker), 'backup').toContain(id)

  await extension.worker.evaluate(() => {
    const { local } = (globalThis as unknown as { chrome: StorageApi }).chrome.storage
    const { set } = local
    local.set = async () => {
      throw new Error('Resource::kQuotaBytes quota exceeded')
    }
    Object.assign(globalThis, { makeRoom: () => Object.assign(local, { set }) })
  })
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  const told = popup.getByRole('region', { name: 'Your data' })
  await expect(told).toContainText('could not be backed up')
  await expect(savedRows(popup)).toHaveCount(2)
  await picture(popup, `${outputDir}/not-written`)
  expect(await violations(popup)).toEqual([])
  await extension.worker.evaluate(() => (globalThis as unknown as Room).makeRoom())
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  await expect(told).toBeHidden()

  await popup.addInitScript(() => {
    const original = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...given) {
      if (sessionStorage.getItem('isBroken') === null) return original.apply(this, given)
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    }
  })
  await popup.evaluate(() => sessionStorage.setItem('isBroken', 'yes'))
  await popup.reload()
  const anew = popup.getByRole('button', { name: 'Start over from the backup' })
  await expect(popup.getByText('The backup has 3 of your papers')).toBeVisible()
  await picture(popup, `${outputDir}/unreadable`)
  expect(await violations(popup)).toEqual([])
  await popup.evaluate(() => sessionStorage.removeItem('isBroken'))
  await anew.click()
  await expect(savedRows(popup)).toHaveCount(3)
})

interface Room {
  makeRoom(): void
}

async function picture(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${path}-${colorScheme}.png` })
  }
}
