import type { Page } from '@playwright/test'
import { addDays, daysOfMonth, daysOfWeek, weekOf } from '../../../scripts/stand-in/days'
import { type Extension, expect, test } from '../browser/extension'
import { rowsOf } from '../browser/popup-page'
import { violations } from '../browser/violations'

const tab = (popup: Page, name: string) => popup.getByRole('button', { name, exact: true })
const heading = (popup: Page) => popup.getByRole('heading', { level: 1 })
const weekAround = (day: string) => daysOfWeek(weekOf(day)) ?? []

function countOn({ standIn }: Extension, days: readonly string[]): number {
  return days.reduce((count, day) => count + standIn.itemsOf(day).length, 0)
}

test('the lists of other days and periods are at hand', async ({ extension }) => {
  await test.step('another kind of list keeps the day that one is at', async () => {
    const today = extension.standIn.today()
    const popup = await extension.popup()
    await expect(rowsOf(popup).first()).toBeVisible()
    await popup.keyboard.press('2')
    await expect(heading(popup)).toHaveText(/^Week/)
    await popup.keyboard.press('[')
    await popup.keyboard.press('1')
    const weekBefore = addDays(today, -7)
    await expect(popup.getByLabel('Choose a day')).toHaveValue(weekBefore)
    await expect(rowsOf(popup)).toHaveCount(extension.standIn.itemsOf(weekBefore).length)
    await popup.keyboard.press('1')
    await expect(rowsOf(popup)).toHaveCount(extension.standIn.itemsOf(today).length)
    await expect(popup.getByRole('button', { name: 'Next day' })).toBeDisabled()
    await popup.close()
  })

  await test.step('a day is chosen from the calendar, from the first list that there was to today', async () => {
    const { standIn } = extension
    const today = standIn.today()
    const popup = await extension.popup()
    await expect(rowsOf(popup).first()).toBeVisible()
    const calendar = popup.getByLabel('Choose a day')
    await expect(calendar).toHaveAttribute('min', '2023-05-04')
    await expect(calendar).toHaveAttribute('max', today)

    await popup.evaluate(() => {
      HTMLInputElement.prototype.showPicker = function () {
        this.dataset.isOpen = 'true'
      }
    })
    await heading(popup).getByRole('button').click()
    await expect(calendar, 'the day opens it').toHaveAttribute('data-is-open', 'true')

    const chosen = addDays(today, -40)
    await calendar.fill(chosen)
    await expect(heading(popup)).toContainText(String(Number(chosen.slice(8))))
    await expect(rowsOf(popup)).toHaveCount(standIn.itemsOf(chosen).length)

    standIn.setDay('2023-05-04', [])
    await calendar.fill('2023-05-04')
    await expect(popup.getByText('No papers on Thursday.')).toBeVisible()
    await expect(popup.getByRole('button', { name: 'Previous day' })).toBeDisabled()
    await popup.close()
  })

  await test.step('week, month and what trends are a key away, and the last choice is remembered', async () => {
    const today = extension.standIn.today()
    const popup = await extension.popup()
    await expect(rowsOf(popup).first()).toBeVisible()
    await expect(tab(popup, 'Day')).toHaveAttribute('aria-current', 'true')

    await popup.keyboard.press('2')
    await expect(tab(popup, 'Week')).toHaveAttribute('aria-current', 'true')
    await expect(heading(popup)).toHaveText(new RegExp(`^Week ${Number(weekOf(today).slice(6))}: `))
    await expect(rowsOf(popup)).toHaveCount(countOn(extension, weekAround(today)))
    await expect(popup.getByRole('button', { name: 'Next week' })).toBeDisabled()
    // A month is a week with more rows.
    expect(await violations(popup), 'a week').toEqual([])

    await popup.keyboard.press('[')
    const before = weekAround(addDays(today, -7))
    await expect(heading(popup)).toHaveText(
      new RegExp(`^Week ${Number(weekOf(addDays(today, -7)).slice(6))}: `),
    )
    await expect(rowsOf(popup)).toHaveCount(countOn(extension, before))
    await popup.getByRole('button', { name: 'Next week' }).click()
    await expect(rowsOf(popup)).toHaveCount(countOn(extension, weekAround(today)))

    await tab(popup, 'Month').click()
    const month = new Date(today).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' })
    await expect(heading(popup)).toHaveText(month)
    await expect(rowsOf(popup)).toHaveCount(
      countOn(extension, daysOfMonth(today.slice(0, 7)) ?? []),
    )

    await popup.keyboard.press('4')
    await expect(heading(popup)).toHaveText('Trending')
    await expect(rowsOf(popup)).toHaveCount(100)
    await expect(popup.getByText(/fetched this minute/)).toBeVisible()
    expect(await violations(popup), 'what trends').toEqual([])
    await expect(popup.getByRole('button', { name: /^(?:Previous|Next) / })).toHaveCount(0)
    await popup.close()

    await extension.standIn.stop()
    const again = await extension.popup()
    await expect(tab(again, 'Trending')).toHaveAttribute('aria-current', 'true')
    await expect(rowsOf(again)).toHaveCount(100)
    await again.keyboard.press('1')
    await expect(rowsOf(again)).toHaveCount(extension.standIn.itemsOf(today).length)
  })
})

test('papers that were shown in the list of a week are no longer unseen', async ({ extension }) => {
  const { standIn } = extension
  const count = standIn.itemsOf(standIn.today()).length
  await expect.poll(extension.badge).toBe(String(count))
  const popup = await extension.popup()
  await expect(rowsOf(popup).first()).toBeVisible()
  await popup.keyboard.press('2')
  await expect(heading(popup)).toHaveText(/^Week/)
  await expect.poll(extension.badge, 'a week is no news').not.toBe('')
  const [first] = standIn.itemsOf(standIn.today())
  const row = rowsOf(popup).filter({
    hasText: first?.paper.title.replace(/\s+/g, ' ').trim() ?? '',
  })
  await row.first().scrollIntoViewIfNeeded()
  await expect(row.first()).toHaveClass(/shown/)
  await expect.poll(async () => Number(await extension.badge())).toBeLessThan(count)
})
