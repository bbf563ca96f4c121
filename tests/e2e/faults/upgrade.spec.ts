import { arxivPaperId } from '../../../lib/papers/paper-id'
import { expect, test } from '../browser/extension'
import { openOptions } from '../browser/extension-page'
import { readStored } from '../browser/stored-tables'
import { Ledger } from './ledger'

/* There is no second version of the data yet: a made-up one, in which each paper of the user's has a note. */

test('a browser that is killed in the midst of an upgrade has the data as before, and upgrades the next time', async ({
  extension,
}) => {
  const ids = extension.standIn
    .itemsOf(extension.standIn.today())
    .flatMap(({ paper }) => arxivPaperId(paper.id) ?? [])
  const ledger = new Ledger()
  let page = await openOptions(extension)
  for (const id of ids) expect(await ledger.save(page, id)).toBe(true)
  const before = (await readStored(page)).entries
  expect(before.size).toBe(ids.length)

  // Not awaited: it does not end.
  const cut = page.evaluate(upgrade, true).catch(() => {})
  await expect.poll(() => page.title(), 'all is changed, and not yet kept').toBe('Half upgraded')
  await extension.crash()
  await cut
  page = await openOptions(extension)
  expect((await readStored(page)).entries).toEqual(before)
  expect(await ledger.save(page, ids[0] as never), 'it can be written').toBe(true)
  expect(ledger.lossesIn(await readStored(page))).toEqual([])

  await page.evaluate(upgrade, false)
  const { entries } = await readStored(page)
  expect([...entries.values()].map(({ note }) => note)).toEqual(ids.map(() => 'Upgraded'))
  expect(ledger.lossesIn({ ...(await readStored(page)), entries })).toEqual([])
})

/** Runs in a page of the extension, so it stands alone. */
function upgrade(isEndless: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    // Dexie stores ten times the version.
    const opening = indexedDB.open('dogear', 20)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('madeUp', { keyPath: 'id' })
      const entries = opening.transaction?.objectStore('entries')
      const walking = entries?.openCursor()
      const goOn = () => {
        document.title = 'Half upgraded'
        const reading = entries?.count()
        if (reading !== undefined) reading.onsuccess = goOn
      }
      if (walking === undefined) return
      walking.onsuccess = () => {
        const cursor = walking.result
        if (cursor === null) {
          if (isEndless) goOn()
          return
        }
        cursor.update({ ...cursor.value, note: 'Upgraded' })
        cursor.continue()
      }
    }
  })
}
