import type { Locator } from '@playwright/test'
import { expect, test } from '../browser/extension'
import { currentRow, openAtFirst, rowsOf, toastOf } from '../browser/popup-page'
import { violations } from '../browser/violations'

/** Touches the middle of an element, as a finger does. */
async function touch(element: Locator): Promise<void> {
  const page = element.page()
  const { x = 0, y = 0, width = 0, height = 0 } = (await element.boundingBox()) ?? {}
  const session = await page.context().newCDPSession(page)
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }]
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}

test('papers are hidden and had back', async ({ extension }) => {
  await test.step('a paper is opened, read, and brought back with a finger', async () => {
    const { popup, titles } = await openAtFirst(extension)
    const row = rowsOf(popup).nth(1)
    await touch(row.locator('.paper-title'))
    await expect(row.locator('.paper-abstract')).toBeVisible()
    await touch(row.getByRole('button', { name: 'Reading' }))
    await expect(row).toHaveClass(/\breading\b/)
    await touch(toastOf(popup).getByRole('button', { name: 'Undo' }))
    await expect(row).not.toHaveClass(/\breading\b/)
    await touch(row.locator('button[aria-pressed]').first())
    await expect(row).toHaveClass(/\bsaved\b/)
    await touch(row.locator('button[aria-pressed]').first())
    await expect(row).not.toHaveClass(/\bsaved\b/)
    await expect(currentRow(popup)).toContainText(titles[1] ?? '')
    await popup.close()
  })

  await test.step('a paper is hidden with the mouse as well, and undone', async () => {
    const { popup, titles } = await openAtFirst(extension)
    await rowsOf(popup).nth(2).locator('.paper-title').click()
    await rowsOf(popup).nth(2).getByRole('button', { name: 'Hidden' }).click()
    await expect(rowsOf(popup)).toHaveCount(titles.length - 1)
    await expect(currentRow(popup)).toContainText(titles[3] ?? '')
    await toastOf(popup).getByRole('button', { name: 'Undo' }).click()
    await expect(rowsOf(popup).nth(2)).toContainText(titles[2] ?? '')
    await popup.close()
  })

  await test.step('a hidden paper folds away, the next is current, and it can be had back', async () => {
    const { popup, titles } = await openAtFirst(extension)
    const [first = '', second = '', third = ''] = titles
    await popup.keyboard.press('x')
    await expect(currentRow(popup)).toContainText(second)
    await popup.keyboard.press('x')
    await expect(rowsOf(popup)).toHaveCount(titles.length - 2)
    await expect(currentRow(popup).locator('.paper-title')).toBeFocused()
    await expect(currentRow(popup)).toContainText(third)
    await expect(toastOf(popup)).toContainText(`Hidden: ${second}`)
    await expect(popup.getByText(new RegExp(` of ${titles.length - 2}\\b`))).toBeVisible()

    await popup.keyboard.press('z')
    await expect(rowsOf(popup)).toHaveCount(titles.length - 1)
    await expect(rowsOf(popup).first(), 'where it was').toContainText(second)
    await expect(currentRow(popup), 'and current').toContainText(second)
    await expect(currentRow(popup).locator('.paper-title')).toBeFocused()

    await popup.getByRole('button', { name: '1 hidden: show' }).click()
    await expect(rowsOf(popup)).toHaveCount(titles.length)
    await expect(rowsOf(popup).first().locator('.paper-status')).toHaveText('Hidden')
    expect(await violations(popup)).toEqual([])
    await popup.getByRole('button', { name: '1 hidden: don’t show' }).click()
    await expect(rowsOf(popup)).toHaveCount(titles.length - 1)
    await popup.close()

    const again = await extension.popup()
    await expect(rowsOf(again)).toHaveCount(titles.length - 1)
    await again.getByRole('button', { name: '1 hidden: show' }).click()
    await again.keyboard.press('Home')
    await expect(currentRow(again)).toContainText(first)
    await again.keyboard.press('x')
    await expect(again.getByRole('button', { name: /hidden:/ })).toHaveCount(0)
    await expect(rowsOf(again)).toHaveCount(titles.length)
  })
})
