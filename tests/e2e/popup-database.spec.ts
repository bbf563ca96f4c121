import { countDatabaseCalls, type databaseCallsOf } from '../../scripts/bench/database-calls'
import { fillDatabase } from '../../scripts/bench/fill'
import { type Extension, expect, test } from './extension'

/** What the popup has asked of the database by the time that the list is on the screen. */
async function callsOfOpening({ context, extensionId }: Extension) {
  const page = await context.newPage()
  await countDatabaseCalls(page)
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('.paper-row') === null) return
      observer.disconnect()
      const { databaseCalls } = globalThis as unknown as { databaseCalls: object }
      Object.assign(globalThis, { atFirst: structuredClone(databaseCalls) })
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(`chrome-extension://${extensionId}/popup.html`)
  await page.locator('.paper-row').first().waitFor()
  const atFirst = await page.evaluate(
    () =>
      (globalThis as unknown as { atFirst: Awaited<ReturnType<typeof databaseCallsOf>> }).atFirst,
  )
  await page.close()
  return atFirst
}

test('the first frame costs the database the same, however much is in it', async ({
  extension,
}) => {
  const page = await extension.popup()
  await page.locator('.paper-row').first().waitFor()
  const before = await callsOfOpening(extension)
  await fillDatabase(page, { papers: 3_000, entries: 300 }, [])
  await page.close()
  const after = await callsOfOpening(extension)
  const countByStore = (calls: typeof before) => {
    const counts: Record<string, number> = {}
    for (const request of calls.requests) {
      const store = request.split(/[./]/)[0] ?? ''
      counts[store] = (counts[store] ?? 0) + 1
    }
    return counts
  }
  const { length } = extension.standIn.itemsOf(extension.standIn.today())
  expect(countByStore(before), 'at most').toEqual({
    settings: 9,
    watches: 1,
    lists: 2,
    syncStates: 1,
    papers: length,
    entries: length,
    seen: length,
    voteHistories: length,
  })
  expect(before.transactions).toBe(1)
  expect(countByStore(after)).toEqual(countByStore(before))
  expect(after.transactions).toBe(before.transactions)
})
