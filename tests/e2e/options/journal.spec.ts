import type { Page } from '@playwright/test'
import { type Extension, expect, test } from '../browser/extension'
import { killWorkerOnce } from '../browser/kill-worker'
import { openToolbarPopup, type ToolbarPopup } from '../browser/toolbar-popup'
import { violations } from '../browser/violations'

/** What Dogear has stored about papers, past its own code. Runs in a page of the extension. */
function readEntries(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const tables = db.transaction(['entries', 'journal'])
      const entries = tables.objectStore('entries').getAll()
      const journal = tables.objectStore('journal').count()
      tables.oncomplete = () => {
        db.close()
        resolve({ entries: entries.result, changes: journal.result })
      }
    }
  })
}

interface Stored {
  readonly entries: readonly {
    readonly paperId: string
    readonly status?: string
    readonly tags: readonly string[]
  }[]
  readonly changes: number
}

const stored = async (popup: ToolbarPopup) =>
  (await popup.evaluate(`(${String(readEntries)})()`)) as Stored
const newsIn = (popup: ToolbarPopup) =>
  popup.evaluate(`document.querySelector('.popup-toast').textContent`)

/** The popup at the first of its rows. */
async function openAtFirst(extension: Extension): Promise<ToolbarPopup> {
  const popup = await openToolbarPopup(extension)
  const rows = `document.querySelectorAll('.paper-row').length`
  await expect.poll(() => popup.evaluate(rows)).toBeGreaterThan(3)
  return popup
}

async function openOptions({ context, extensionId }: Extension): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/options.html#changes`)
  return page
}

test('what was done in the popup is undone after the browser was closed, one by one', async ({
  extension,
}) => {
  const before = await openAtFirst(extension)
  await before.press('j')
  await before.press('s')
  await expect.poll(async () => (await stored(before)).changes).toBe(1)
  await before.press('t')
  await expect.poll(() => before.evaluate(`document.activeElement.tagName`)).toBe('INPUT')
  for (const letter of 'kv') await before.press(letter)
  await before.press('Enter')
  await expect.poll(async () => (await stored(before)).changes).toBe(2)
  await before.press('Escape')
  await before.press('ArrowDown')
  await before.press('x')
  await expect
    .poll(async () => (await stored(before)).entries)
    .toMatchObject([{ status: 'saved', tags: ['kv'] }, { status: 'hidden' }])
  await extension.restart()

  const popup = await openAtFirst(extension)
  await popup.press('z')
  await expect.poll(() => newsIn(popup)).toContain('Undid: hid “')
  await popup.press('z')
  await expect.poll(() => newsIn(popup)).toContain('Undid: added the tag “kv”')
  expect((await stored(popup)).entries).toMatchObject([{ status: 'saved', tags: [] }])
  await popup.press('z')
  await expect.poll(() => newsIn(popup)).toContain('Undid: saved “')
  expect((await stored(popup)).entries).toEqual([])
  await popup.press('z')
  await expect.poll(() => newsIn(popup)).toContain('Nothing to undo')
  await popup.close()

  const options = await openOptions(extension)
  const changes = options.getByRole('region', { name: 'Recent changes' })
  await expect(changes.getByRole('listitem')).toHaveText([/hid “/, /the tag “kv” to/, /saved “/])
  await changes.getByRole('button', { name: 'Redo' }).last().click()
  await expect(changes.getByRole('listitem').last().getByRole('button')).toHaveText('Undo')
  expect(await violations(changes)).toEqual([])
})

test('a save under way when the worker is stopped is done once, and before what came after it', async ({
  extension,
}) => {
  const { context } = extension
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').nth(1)).toBeVisible()
  // While this page holds the tables, the worker can't store the save.
  await popup.evaluate(holdEntries)
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  await killWorkerOnce(context)
  await popup.keyboard.press('x')
  await popup.evaluate(() => (globalThis as unknown as Holding).release())
  await expect
    .poll(() => popup.evaluate(readEntries))
    .toMatchObject({ entries: [{ status: 'hidden' }], changes: 2 })
  await popup.keyboard.press('z')
  await expect(popup.locator('.popup-toast')).toContainText('Undid: hid “')
  await popup.keyboard.press('z')
  await expect(popup.locator('.popup-toast')).toContainText('Undid: saved “')
  expect(await popup.evaluate(readEntries)).toMatchObject({ entries: [] })
})

interface Holding {
  release: () => void
}

/** Keeps a transaction over the entries open. Runs in a page of the extension. */
function holdEntries(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const store = db.transaction('entries', 'readwrite').objectStore('entries')
      let isHeld = true
      const hold = () => {
        store.count().onsuccess = () => {
          if (isHeld) hold()
          else db.close()
        }
      }
      hold()
      Object.assign(globalThis, {
        release: () => {
          isHeld = false
        },
      })
      resolve()
    }
  })
}
