import type { Page } from '@playwright/test'
import type { Fault } from '../../../scripts/stand-in/faults'
import { expect, test } from '../browser/extension'
import { rowsOf } from '../browser/popup-page'
import { clearTables, readStored } from '../browser/stored-tables'
import { isFull } from './fault-rounds'

/*
 * Every reply that is none. Before the first list the popup says what is wrong; afterwards it says so as well and
 * keeps the last good list, with its age. The next good reply heals it.
 */

const api = '/api/daily_papers'
const noList = /not a list of papers/
const broken: readonly (readonly [string, Fault, RegExp])[] = [
  ['an error', { kind: 'status', status: 500 }, noList],
  ['the sign-in page of a network', { kind: 'portal' }, noList],
  ['another type', { kind: 'type', type: 'text/html' }, noList],
  ['half an answer', { kind: 'cut' }, /not a list of papers|Can’t reach/],
  ['half of the JSON', { kind: 'body', body: '[{"paper": {"id": "2611.0' }, noList],
  ['nothing', { kind: 'body', body: '' }, noList],
  ['something else', { kind: 'body', body: '{"papers": []}' }, noList],
  ['only what is none', { kind: 'body', body: '[{"paper": {"id": 7}}, null, "paper"]' }, noList],
  [
    'a wish to wait',
    { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
    /asked Dogear to wait. Next try in 10 min/,
  ],
  // Twice as long as everything else together.
  ...(isFull ? ([['no answer', { kind: 'hang' }, /did not respond in time/]] as const) : []),
]

const alertOf = (popup: Page) => popup.getByRole('alert')
const check = (popup: Page) => popup.getByRole('button', { name: 'Check for new papers' }).click()

test.use({ prepare: { run: (standIn) => standIn.setFault(api, { kind: 'portal' }) } })

test('a reply that is none is told, takes nothing away, and the next one heals it', async ({
  extension,
}) => {
  const { standIn } = extension
  const day = standIn.today()
  const items = standIn.itemsOf(day)
  const popup = await extension.popup()
  await expect(alertOf(popup)).toContainText(noList)
  await expect.poll(extension.badge, 'nothing is counted').toBe('')

  for (const [what, fault, words] of broken) {
    await test.step(`before the first list: ${what}`, async () => {
      standIn.setFault(api, fault)
      await popup.evaluate(clearTables, ['lists', 'listStates', 'syncStates', 'hostStates'])
      await popup.reload()
      await expect(alertOf(popup)).toContainText(words, { timeout: 40_000 })
      standIn.clearFaults()
      // Nobody waits for ten minutes here.
      await popup.evaluate(clearTables, ['hostStates', 'listStates', 'syncStates'])
      await popup.getByRole('button', { name: 'Try again' }).click()
      await expect(rowsOf(popup)).toHaveCount(items.length)
      await expect(alertOf(popup)).toHaveCount(0)
    })
  }

  const { lists } = await readStored(popup)
  const [, second] = items
  if (second === undefined) throw new Error('The stand-in has too few papers')
  const kept = lists.get(`hf-daily/day/${day}`)?.paperIds
  const expectKept = async () => {
    await expect(rowsOf(popup)).toHaveCount(items.length)
    await expect(popup.getByText(/updated/)).toBeVisible()
    const { lists: now } = await readStored(popup)
    expect(new Set(now.get(`hf-daily/day/${day}`)?.paperIds)).toEqual(new Set(kept))
  }
  for (const [what, fault, words] of broken) {
    await test.step(`with a list: ${what}`, async () => {
      standIn.setFault(api, fault)
      await check(popup)
      await expect(alertOf(popup)).toContainText(words, { timeout: 40_000 })
      await expect(alertOf(popup)).toContainText('This is the last list')
      await expectKept()
      standIn.clearFaults()
      await popup.evaluate(clearTables, ['hostStates', 'syncStates'])
      await check(popup)
      await expect(alertOf(popup)).toHaveCount(0)
    })
  }

  await test.step('with a list: no papers where there had been some', async () => {
    standIn.setFault(api, { kind: 'body', body: '[]' })
    await check(popup)
    await expect.poll(async () => (await readStored(popup)).lists.size).toBeGreaterThan(0)
    await expectKept()
  })

  await test.step('with a list: one item among others that can not be read', async () => {
    const body = JSON.stringify([{ ...second, paper: { ...second.paper, id: 'nonsense' } }, second])
    standIn.setFault(api, { kind: 'body', body })
    await check(popup)
    await expect(popup.getByText('1 paper in this list could not be read')).toBeVisible()
    await expectKept()
  })

  await test.step('with a list: no network, also when the popup opens', async () => {
    await standIn.stop()
    await popup.reload()
    await expectKept()
    await check(popup)
    await expect(alertOf(popup)).toContainText('Can’t reach Hugging Face')
    await expect(alertOf(popup)).toContainText('This is the last list')
    await expectKept()
  })
})
