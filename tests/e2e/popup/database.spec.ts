import { callsOfOpening, type DatabaseCalls } from '../../../scripts/bench/database-calls'
import { fillDatabase } from '../../../scripts/bench/fill'
import { expect, test } from '../browser/extension'

test('the first frame costs the database the same, however much is in it', async ({
  extension,
}) => {
  const address = `chrome-extension://${extension.extensionId}/popup.html`
  const page = await extension.popup()
  await page.locator('.paper-row').first().waitFor()
  const before = await callsOfOpening(extension.context, address, '.paper-row')
  await fillDatabase(page, { papers: 3_000, entries: 300 }, [])
  await page.close()
  const after = await callsOfOpening(extension.context, address, '.paper-row')
  const countByStore = (calls: DatabaseCalls) => {
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
  // Not the same as before: more has been seen since.
  expect(after.results, 'no request brings many rows').toBeLessThanOrEqual(after.requests.length)
})
