import type { StandIn } from '../../../scripts/stand-in'
import { addDays } from '../../../scripts/stand-in/days'
import { expect, test } from '../browser/extension'
import { lookedLastOn } from '../browser/last-look'
import { rowsOf } from '../browser/popup-page'
import { violations } from '../browser/violations'

/** Lists of the last three days, whatever days of the week these are; one paper is in two of them. */
function fillDays(standIn: StandIn): void {
  const today = standIn.today()
  const monday = addDays(today, -28 - ((new Date(today).getUTCDay() + 6) % 7))
  const [one = [], two = [], three = []] = [0, 1, 2].map((days) =>
    standIn.itemsOf(addDays(monday, days)).slice(0, 3 + days),
  )
  standIn.setDay(today, one)
  standIn.setDay(addDays(today, -1), [...two, ...one.slice(0, 1)])
  standIn.setDay(addDays(today, -2), three)
}

test.use({ prepare: { run: fillDays } })

test('what is new since the user last looked is one list, without what they have passed', async ({
  extension,
}) => {
  const today = extension.standIn.today()
  const popup = await extension.popup()
  await expect(rowsOf(popup).first()).toBeVisible()
  await popup.keyboard.press('[')
  await expect(rowsOf(popup)).toHaveCount(5)
  await popup.keyboard.press('[')
  await expect(rowsOf(popup)).toHaveCount(5)
  await lookedLastOn(popup, addDays(today, -3))
  await popup.reload()

  const weekday = new Date(addDays(today, -3)).toLocaleDateString('en', {
    weekday: 'long',
    timeZone: 'UTC',
  })
  const line = popup.getByText(/unseen papers in 3 lists since/)
  await expect(line).toContainText(`12 unseen papers in 3 lists since ${weekday}.`)
  await popup.getByRole('button', { name: 'Show all new' }).click()
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(`New since ${weekday}`)
  await expect(rowsOf(popup)).toHaveCount(12)
  await expect(popup.locator('.list-day')).toHaveCount(3)
  expect(await violations(popup)).toEqual([])

  // Passing through them does not take them away; the next time they are gone.
  for (let step = 0; step < 12; step += 1) {
    await popup.keyboard.press('j')
    await expect(rowsOf(popup).nth(step)).not.toHaveClass(/unseen/)
  }
  await expect(rowsOf(popup)).toHaveCount(12)
  await expect.poll(() => extension.badge()).toBe('')
  await popup.reload()
  await expect(popup.getByText(`Nothing new since ${weekday}.`)).toBeVisible()
  expect(await violations(popup)).toEqual([])
  await popup.getByRole('button', { name: /^Show / }).click()
  await expect(popup.getByRole('button', { name: 'Day', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(rowsOf(popup)).toHaveCount(3)
  await popup.keyboard.press('0')
  await expect(popup.getByText(`Nothing new since ${weekday}.`)).toBeVisible()
})
