import type { Page } from '@playwright/test'
import { dayOf } from '../../../scripts/stand-in/days'
import { type Extension, expect, test } from '../browser/extension'
import { killWorker } from '../browser/kill-worker'
import { violations } from '../browser/violations'

/*
 * The sync as the user meets it: a list that is there while the network hangs, a job that a stopped worker goes on
 * with, and what the options page says of it.
 */

const lists = '/api/daily_papers'

function askedDays({ standIn }: Extension): string[] {
  return standIn.log.flatMap(({ path }) => /\?date=([\d-]+)/.exec(path)?.[1] ?? [])
}

async function openOptions(extension: Extension): Promise<Page> {
  const page = await extension.context.newPage()
  await page.goto(`chrome-extension://${extension.extensionId}/options.html#sync`)
  return page
}

/** As if the first list had come ten days ago, and nothing since. */
async function beAway(page: Page, firstDay: string): Promise<void> {
  await page.evaluate(
    (countFrom) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dogear')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const writing = opening.result.transaction(
            ['syncStates', 'listStates', 'lists'],
            'readwrite',
          )
          writing.objectStore('listStates').clear()
          writing.objectStore('lists').clear()
          const failures = 0
          writing.objectStore('syncStates').put({ source: 'hf-daily', countFrom, failures })
          writing.onerror = () => reject(writing.error)
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    firstDay,
  )
}

test('a network that hangs does not keep the list from the screen', async ({ extension }) => {
  const { standIn } = extension
  const { length } = standIn.itemsOf(standIn.today())
  const first = await extension.popup()
  await expect(first.locator('.paper-row')).toHaveCount(length)
  await first.close()
  await extension.restart()
  standIn.setFault(lists, { kind: 'hang' })
  const before = askedDays(extension).length
  const popup = await extension.popup()
  await popup.getByRole('button', { name: 'Check for new papers' }).click()
  await expect.poll(() => askedDays(extension).length).toBeGreaterThan(before)
  await expect(popup.locator('.paper-row')).toHaveCount(length)
  const again = await extension.popup()
  await expect(again.locator('.paper-row')).toHaveCount(length)
})

test('a worker that is stopped in the middle of catching up goes on', async ({ extension }) => {
  const { standIn } = extension
  const first = await extension.popup()
  await expect(first.locator('.paper-row').first()).toBeVisible()
  await first.close()
  const options = await openOptions(extension)
  const days = Array.from({ length: 11 }, (_, back) => dayOf(Date.now() - back * 86_400_000))
  const third = `${lists}?date=${days[3]}&limit=100`
  standIn.setFault(third, { kind: 'hold' })
  const before = askedDays(extension).length
  await beAway(options, days[10] ?? '')
  await killWorker(extension.context)
  await extension.popup()
  await expect.poll(() => askedDays(extension).slice(before)).toContain(days[3])
  await killWorker(extension.context)
  expect(askedDays(extension).slice(before)).toEqual(days.slice(0, 4))
  standIn.clearFaults()
  await extension.popup()
  await expect
    .poll(() => askedDays(extension).slice(before), { timeout: 20_000 })
    .toEqual([...days.slice(0, 4), ...days.slice(3)])
  const times = standIn.log.filter(({ path }) => path.startsWith(lists)).map(({ at }) => at)
  // Two a second, as far as the stand-in can see it: one request may be later on its way than the next.
  const spans = times.slice(4).map((at, index) => at - (times[index] ?? 0))
  expect(Math.min(...spans), 'milliseconds between five requests').toBeGreaterThan(1_500)
})

test('the options page says how the sync goes, and has it changed', async ({ extension }) => {
  const page = await openOptions(extension)
  const section = page.getByRole('region', { name: 'List updates' })
  await expect(section.getByText(/Last response/)).toHaveCount(1)
  const alarms = () =>
    page.evaluate(async () => {
      const { alarms } = (globalThis as unknown as { chrome: AlarmsApi }).chrome
      return Object.fromEntries(
        (await alarms.getAll()).map(({ name, periodInMinutes }) => [name, periodInMinutes]),
      )
    })
  await section.getByLabel('Check for new papers every').selectOption('2 hours')
  await expect.poll(alarms).toEqual({ sync: 120 })

  await section.getByRole('button', { name: 'Fetch all' }).click()
  const progress = section.getByRole('progressbar', { name: 'All lists since May 2023' })
  await expect(progress).toBeVisible()
  await expect(section.getByText(/^[1-9]\d* of \d+ days/)).toBeVisible()
  await expect.poll(alarms).toEqual({ sync: 120, history: 1 })
  await section.getByRole('button', { name: 'Pause' }).click()
  await expect(section.getByText(/^Paused at/)).toBeVisible()
  await expect.poll(alarms).toEqual({ sync: 120 })
  const picture = (colorScheme: string) =>
    section.screenshot({ path: test.info().outputPath(`sync-${colorScheme}.png`) })
  expect(await violations(section, picture)).toEqual([])
  await section.getByRole('button', { name: 'Resume' }).click()
  await section.getByRole('button', { name: 'Cancel' }).click()
  await expect(progress).toHaveCount(0)
  await expect(section.getByRole('button', { name: 'Fetch all' })).toBeVisible()
})

interface AlarmsApi {
  readonly alarms: { getAll(): Promise<{ name: string; periodInMinutes: number }[]> }
}
