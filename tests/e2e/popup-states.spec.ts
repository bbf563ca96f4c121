import type { Page } from '@playwright/test'
import { expect, test } from './extension'

const api = '/api/daily_papers'
const rowsOf = (popup: Page) => popup.getByRole('list', { name: /^Papers of/ }).locator('> li')
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

test.describe('before the first list', () => {
  test.describe('while it is on its way', () => {
    test.use({ prepare: { run: (standIn) => standIn.setFault(api, { kind: 'hold' }) } })

    test('says so, can be stopped, and shows the list when it comes', async ({ extension }) => {
      const popup = await extension.popup()
      await expect(popup.getByText('Fetching the first list of papers')).toBeVisible()
      await expect(
        popup.getByRole('progressbar', { name: 'Checking for new papers' }),
      ).toBeAttached()
      await popup.getByRole('button', { name: 'Stop checking' }).click()
      await expect(popup.getByText(/have not been fetched/)).toBeVisible()
      extension.standIn.clearFaults()
      await popup.getByRole('button', { name: 'Try again' }).click()
      await expect(rowsOf(popup).first()).toBeVisible()
    })
  })
})

test.describe('a day without papers', () => {
  test.use({ prepare: { run: (standIn) => standIn.setDay(standIn.today(), []) } })

  test('the newest list is shown, and why', async ({ extension }) => {
    const yesterday = dayBefore(extension.standIn.today())
    const { length } = extension.standIn.itemsOf(yesterday)
    const popup = await extension.popup()
    await expect(rowsOf(popup)).toHaveCount(length)
    await expect(popup.getByRole('status').first()).toContainText(
      new RegExp(`The last list is \\w+'s, with ${length} papers`),
    )
    await expect.poll(extension.badge).not.toBe('')

    await popup.getByRole('button', { name: 'Next day' }).click()
    await expect(popup.getByText(/list has not opened yet|No papers on/)).toBeVisible()
    await popup.getByRole('button', { name: /^Show / }).click()
    await expect(rowsOf(popup)).toHaveCount(length)
  })
})

test('other days are fetched when they are asked for', async ({ extension }) => {
  const { standIn } = extension
  const popup = await extension.popup()
  await expect(rowsOf(popup).first()).toBeVisible()
  await expect(popup.getByRole('button', { name: 'Next day' })).toBeDisabled()
  const badge = await extension.badge()
  await popup.getByRole('button', { name: 'Previous day' }).click()
  await expect(rowsOf(popup)).toHaveCount(standIn.itemsOf(dayBefore(standIn.today())).length)
  await popup.getByRole('button', { name: 'Next day' }).click()
  await expect(rowsOf(popup)).toHaveCount(standIn.itemsOf(standIn.today()).length)
  expect(Number(await extension.badge()), 'older lists are no news').toBeLessThanOrEqual(
    Number(badge),
  )
})

test('a list that grew does not move under the reader, and one that shrank loses nothing', async ({
  extension,
}) => {
  const { standIn } = extension
  const today = standIn.today()
  const all = standIn.itemsOf(today)
  const popup = await extension.popup()
  await expect(rowsOf(popup)).toHaveCount(all.length)
  const yesterday = standIn.itemsOf(dayBefore(today))

  standIn.setDay(today, [...yesterday.slice(0, 3), ...all.slice(0, 5)])
  await popup.getByRole('button', { name: 'Check for new papers' }).click()
  await popup.getByRole('button', { name: 'Show 3 new papers' }).click()
  await expect(rowsOf(popup)).toHaveCount(all.length + 3)
  await expect(rowsOf(popup).first()).toContainText(
    yesterday[0]?.paper.organization?.fullname ?? '',
  )
})
