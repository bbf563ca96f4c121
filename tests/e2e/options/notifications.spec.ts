import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFolder } from '../../../scripts/build'
import { test as base, type Extension, expect } from '../browser/extension'
import { violations } from '../browser/violations'

/*
 * Chromium asks for the permission in a window of its own, which no test can click. So the extension of this test
 * has it from the start: a request for what is there already is granted without a question.
 */
const test = base.extend<object, { build: { readonly folder: string } }>({
  build: [
    async ({ browserName: _browserName }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'dogear-build-'))
      await cp(buildFolder('chrome'), folder, { recursive: true })
      const file = join(folder, 'manifest.json')
      const { optional_permissions: optional, ...manifest } = JSON.parse(
        await readFile(file, 'utf8'),
      )
      const permissions = [...manifest.permissions, ...optional]
      await writeFile(file, JSON.stringify({ ...manifest, permissions }))
      await use({ folder })
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],
})

/** The names of all notifications that stand. */
function shown({ worker }: Extension): Promise<string[]> {
  return worker.evaluate(async () => {
    const { notifications } = (globalThis as unknown as NotificationsApi).chrome
    return Object.keys(await notifications.getAll())
  })
}

/** As the browser does it when a notification is pressed. */
function press({ worker }: Extension, id: string, button?: number): Promise<void> {
  return worker.evaluate(
    ([name, index]) => {
      const { notifications } = (globalThis as unknown as NotificationsApi).chrome
      if (index === undefined) notifications.onClicked.dispatch(name)
      else notifications.onButtonClicked.dispatch(name, index)
    },
    [id, button] as const,
  )
}

/** Lets it be time to look for new papers. Runs in a page of the extension, so it stands alone, like the next one. */
async function wake(): Promise<void> {
  const { alarms } = (globalThis as unknown as AlarmsApi).chrome
  await alarms.create('sync', { when: Date.now() })
}

/** Gives a stored paper another title. */
function retitle([id, title]: readonly [string, string]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const writing = opening.result.transaction('papers', 'readwrite')
      const papers = writing.objectStore('papers')
      const reading = papers.get(id)
      reading.onsuccess = () => papers.put({ ...reading.result, title })
      writing.onerror = () => reject(writing.error)
      writing.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
}

interface AlarmsApi {
  readonly chrome: {
    readonly alarms: { create(name: string, info: { when: number }): Promise<void> }
  }
}

interface NotificationsApi {
  readonly chrome: {
    readonly notifications: {
      getAll(): Promise<Record<string, boolean>>
      readonly onClicked: { dispatch(id: string): void }
      readonly onButtonClicked: { dispatch(id: string, index: number): void }
    }
  }
}

test('what matches a watch is announced once, the digest comes, and the badge counts what it is told to', async ({
  extension,
}) => {
  const { context, extensionId, standIn } = extension
  const items = standIn.itemsOf(standIn.today())
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row')).toHaveCount(items.length)
  await popup.close()

  const options = await context.newPage()
  await options.goto(`chrome-extension://${extensionId}/options.html#notifications`)
  // Whatever the time of day is.
  await options.locator('#quiet-until').selectOption('22')
  await options.locator('#quiet-from').selectOption('22')
  await options.locator('#notify-matches').click()
  await expect(options.locator('#notify-matches')).toBeChecked()
  await options.locator('#digest-hour').selectOption('0')
  expect(await shown(extension)).toEqual([])
  await options.locator('#notify-digest').click()
  await expect(options.locator('#notify-digest')).toBeChecked()
  const digest = `digest/${standIn.today()}`
  await expect.poll(() => shown(extension), 'from its hour on').toEqual([digest])
  expect(await violations(options.locator('#notifications'))).toEqual([])

  const opened = context.waitForEvent('page')
  await press(extension, digest)
  const page = await opened
  await expect(page.locator('.digest-row')).toHaveCount(10)
  await expect.poll(() => shown(extension)).toEqual([])

  await test.step('the digest saves, and is copied', async () => {
    const [first] = await page.locator('.digest-row').all()
    await first?.locator('.fold-button').click()
    await expect(page.locator('.digest-row.saved')).toHaveCount(1)
    await page.locator('.page-toast button').click()
    await expect(page.locator('.digest-row.saved')).toHaveCount(0)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('.digest-tools button').last().click()
    // A toast says nothing here: the one of the undo is still there.
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(async () => (await copied()).match(/^- \[/gm)?.length).toBe(10)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  await test.step('a watch announces what comes after it, and nothing twice', async () => {
    await options.locator('#new-watch-question').fill('Zanzibar')
    await options.locator('#new-watch-question').press('Enter')
    await expect(options.locator('.watch-row')).toHaveCount(1)
    // The last ones: the popup was too small to show them.
    const [first = '', second = ''] = items.slice(-2).map(({ paper }) => `arxiv:${paper.id}`)
    await options.evaluate(retitle, [first, 'Zanzibar caches'] as const)
    await options.evaluate(wake)
    await expect.poll(() => shown(extension)).toEqual([`paper/${first}`])
    await press(extension, `paper/${first}`, 1)
    await expect.poll(() => shown(extension)).toEqual([])
    await options.evaluate(retitle, [second, 'More of Zanzibar'] as const)
    await options.evaluate(wake)
    await expect.poll(() => shown(extension), 'only what is new').toEqual([`paper/${second}`])
    await options.locator('#badge').selectOption('watched')
    await expect.poll(extension.badge).toBe('2')
    await options.locator('#badge').selectOption('off')
    await expect.poll(extension.badge).toBe('')
  })
})
