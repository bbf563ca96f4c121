import type { Page } from '@playwright/test'
import { expect, test } from './extension'
import { violations } from './violations'

const api = '/api/daily_papers'
const rowsOf = (popup: Page) => popup.locator('.paper-row')
const hintOf = (popup: Page) => popup.getByRole('button', { name: /j and k move, s saves/ })

test.describe('before the first list', () => {
  test.use({ prepare: { run: (standIn) => standIn.setFault(api, { kind: 'hold' }) } })

  test('the keys are told once there are papers for them, until one is used', async ({
    extension,
  }) => {
    const popup = await extension.popup()
    await expect(popup.getByText('Fetching the first list of papers')).toBeVisible()
    await expect(hintOf(popup)).toHaveCount(0)
    const foot = await popup.locator('.key-hints').boundingBox()
    extension.standIn.clearFaults()
    await expect(hintOf(popup)).toBeVisible()
    await expect(rowsOf(popup).first()).toBeVisible()
    expect(await popup.locator('.key-hints').boundingBox()).toEqual(foot)
    expect(await violations(popup)).toEqual([])

    await popup.keyboard.press('q')
    await expect(hintOf(popup), 'a key that does nothing').toBeVisible()
    await popup.keyboard.press('j')
    await expect(hintOf(popup)).toHaveCount(0)
    expect(await popup.locator('.key-hints').boundingBox()).toEqual(foot)
    const again = await extension.popup()
    await expect(rowsOf(again).first()).toBeVisible()
    await expect(hintOf(again)).toHaveCount(0)
  })
})

test('the hint comes again until it is closed, and leads to all keys', async ({ extension }) => {
  const popup = await extension.popup()
  await expect(rowsOf(popup).first()).toBeVisible()
  await expect(hintOf(popup)).toBeVisible()
  const other = await extension.popup()
  await expect(hintOf(other)).toBeVisible()
  await other.getByRole('button', { name: 'Close the hint' }).click()
  await expect(hintOf(other)).toHaveCount(0)
  await expect(hintOf(popup), 'in every window').toHaveCount(0)
  await popup.getByRole('button', { name: 'all keys' }).click()
  await expect(popup.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})
