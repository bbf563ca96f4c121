import type { Page } from '@playwright/test'
import { expect, test } from '../browser/extension'
import { currentRow, openAtFirst, rowsOf, titleAt, toastOf } from '../browser/popup-page'
import { openToolbarPopup } from '../browser/toolbar-popup'
import { readerOf, soon } from '../browser/toolbar-reader'
import { violations } from '../browser/violations'

const barOf = (popup: Page) => popup.locator('.selection-bar')

/** The places of the selected rows in the list, which the checkboxes say as well. */
async function expectSelected(popup: Page, places: readonly number[]): Promise<void> {
  const checked = () =>
    rowsOf(popup).evaluateAll((rows) =>
      rows.flatMap((row, index): (number | string)[] => {
        const isChecked = row.querySelector('input')?.checked ?? false
        if (isChecked !== row.matches('.selected')) return ['a row and its checkbox differ']
        return isChecked ? [index] : []
      }),
    )
  await expect.poll(checked).toEqual(places)
  if (places.length > 0) await expect(barOf(popup)).toContainText(`${places.length} selected`)
  else await expect(barOf(popup)).toHaveCount(0)
}

async function expectStatuses(popup: Page, statuses: readonly string[]): Promise<void> {
  for (const [index, status] of statuses.entries()) {
    const row = rowsOf(popup).nth(index)
    if (status === '') await expect(row.locator('.paper-status')).toHaveCount(0)
    else await expect(row.locator('.paper-status')).toHaveText(status)
  }
}

test('keys select, draw out and leave a selection, in the popup of the toolbar button', async ({
  extension,
}) => {
  const popup = await openToolbarPopup(extension)
  const read = readerOf(popup)
  const { length } = extension.standIn.itemsOf(extension.standIn.today())
  await soon(read.papers).toHaveLength(length)
  const selected = () =>
    popup.run(() =>
      [...document.querySelectorAll('.paper-row')].flatMap((row, index) =>
        row.querySelector('input')?.checked ? [index] : [],
      ),
    )
  const ids = await read.papers()
  await popup.press('j')
  expect(await read.count('input[type=checkbox]'), 'none before').toBe(0)
  const steps: readonly (readonly [keys: readonly string[], places: readonly number[]])[] = [
    [['Shift+j'], [0, 1]],
    [['Shift+ArrowDown'], [0, 1, 2]],
    [['Shift+k', 'Shift+ArrowUp'], [0]],
    [['j', 'j'], [0]],
    [
      ['v', 'Shift+j'],
      [0, 2, 3],
    ],
    [['v'], [0, 2]],
    [['Ctrl+a'], [...ids.keys()]],
    [['Escape'], []],
    [['v'], [3]],
  ]
  for (const [keys, places] of steps) {
    for (const key of keys) await popup.press(key)
    await soon(selected, keys.join(' ')).toEqual(places)
  }
  await soon(read.focused).toBe(`title of ${ids[3]}`)

  await popup.press('t')
  await soon(read.focused).toBe('New tag')
  await popup.press('Escape')
  await soon(() => read.count('.selection-bar .new-tag')).toBe(0)
  expect(await selected()).toEqual([3])
  await popup.press('[')
  await soon(() => read.count('.selection-bar'), 'another list has no selection').toBe(0)
  await popup.press(']')
  await soon(read.papers).toEqual(ids)
  expect(await selected(), 'nor has this one later').toEqual([])
})

test('a selection is made without keys, and everyone can use it', async ({ extension }) => {
  await test.step('clicks select too: with Shift, with Ctrl, and on the checkboxes', async () => {
    const { popup, titles } = await openAtFirst(extension)
    await titleAt(popup, 2).click({ modifiers: ['Shift'] })
    await expectSelected(popup, [0, 1, 2])
    await expect(titleAt(popup, 2), 'it is not opened').toHaveAttribute('aria-expanded', 'false')
    await expect(titleAt(popup, 2)).toBeFocused()
    await titleAt(popup, 1).click({ modifiers: ['Control'] })
    await expectSelected(popup, [0, 2])
    const box = popup.getByRole('checkbox', { name: titles[3] ?? '' })
    await box.check()
    await expectSelected(popup, [0, 2, 3])
    await popup.keyboard.press('Space')
    await expectSelected(popup, [0, 2])
    await popup
      .getByRole('checkbox')
      .nth(5)
      .click({ modifiers: ['Shift'] })
    await expectSelected(popup, [0, 2, 3, 4, 5])
    await popup.keyboard.press('v')
    await popup.getByRole('checkbox').nth(4).click()
    await popup.keyboard.press('j')
    await expect(titleAt(popup, 5), 'keys go on from a checkbox').toBeFocused()
    await expectSelected(popup, [0, 2, 3])
    await titleAt(popup, 1).click()
    await expect(titleAt(popup, 1), 'a plain click opens').toHaveAttribute('aria-expanded', 'true')
    await expectSelected(popup, [0, 2, 3])
    await barOf(popup).getByRole('button', { name: 'Clear' }).click()
    await expectSelected(popup, [])
    await popup.close()
  })

  await test.step('without keys it begins in the menu of the list', async () => {
    const { popup } = await openAtFirst(extension)
    await popup.keyboard.press('f')
    await popup.getByRole('button', { name: 'Select papers' }).click()
    await expect(barOf(popup)).toContainText('None selected')
    await expect(barOf(popup).getByRole('button', { name: 'Saved' })).toBeDisabled()
    await popup.getByRole('checkbox').nth(1).click()
    await expectSelected(popup, [1])
    await barOf(popup).getByRole('button', { name: 'Saved' }).click()
    await expect(popup.locator('.paper-row.saved')).toHaveCount(1)
    await popup.close()
  })

  await test.step('everyone can use a selection', async () => {
    const { popup, titles } = await openAtFirst(extension)
    await popup.keyboard.press('Shift+J')
    await popup.keyboard.press('Shift+J')
    await expectSelected(popup, [0, 1, 2])
    await expect(popup.locator('[aria-live="polite"]').getByText('3 selected')).toHaveCount(1)
    await expect(
      popup.getByRole('listitem').getByRole('checkbox', { name: titles[1] ?? '' }),
    ).toBeChecked()
    await expect(barOf(popup)).toBeVisible()
    await popup.keyboard.press('t')
    await popup.keyboard.type('to-read')
    await popup.keyboard.press('Enter')
    await expect(barOf(popup).getByRole('button', { name: 'Remove tag to-read' })).toBeVisible()
    expect(await violations(popup)).toEqual([])
    await popup.close()
  })
})

test('what is done is done to all that are selected', async ({ extension }) => {
  await test.step('a status is for all that are selected, and one step takes it back', async () => {
    const { popup } = await openAtFirst(extension)
    await popup.keyboard.press('e')
    await expectStatuses(popup, ['Read'])
    await popup.keyboard.press('Shift+J')
    await popup.keyboard.press('Shift+J')
    await expectSelected(popup, [0, 1, 2])
    await popup.keyboard.press('r')
    await expectStatuses(popup, ['Reading', 'Reading', 'Reading', ''])
    await expect(toastOf(popup)).toContainText('Reading: 3 papers')
    await popup.keyboard.press('r')
    await expectStatuses(popup, ['', '', '', ''])
    await expect(toastOf(popup)).toContainText('No longer reading: 3 papers')
    await popup.keyboard.press('z')
    await expectStatuses(popup, ['Reading', 'Reading', 'Reading', ''])
    await popup.keyboard.press('z')
    await expectStatuses(popup, ['Read', '', '', ''])
    await barOf(popup).getByRole('button', { name: 'Saved' }).click()
    await expect(toastOf(popup), 'what was read is kept as that').toContainText('Saved 2 papers')
    await expect(popup.locator('.paper-row.saved')).toHaveCount(2)
    await expectSelected(popup, [0, 1, 2])
    await toastOf(popup).getByRole('button', { name: 'Undo' }).click()
    await expect(popup.locator('.paper-row.saved')).toHaveCount(0)
    await expectStatuses(popup, ['Read', '', '', ''])
    await popup.close()
  })

  await test.step('hidden papers go together, and come back together', async () => {
    const { popup, titles } = await openAtFirst(extension)
    await popup.keyboard.press('j')
    await popup.keyboard.press('Shift+J')
    await popup.keyboard.press('Shift+J')
    await expectSelected(popup, [1, 2, 3])
    await popup.keyboard.press('x')
    await expect(rowsOf(popup)).toHaveCount(titles.length - 3)
    await expectSelected(popup, [])
    await expect(toastOf(popup)).toContainText('Hidden: 3 papers')
    await expect(currentRow(popup)).toContainText(titles[4] ?? '')
    await expect(titleAt(popup, 1)).toBeFocused()
    await popup.keyboard.press('z')
    await expect(rowsOf(popup)).toHaveCount(titles.length)
    await expect(currentRow(popup)).toContainText(titles[1] ?? '')
    await expectSelected(popup, [])

    await popup.keyboard.press('Control+a')
    await barOf(popup).getByRole('button', { name: 'Hidden' }).click()
    await expect(rowsOf(popup)).toHaveCount(0)
    await toastOf(popup).getByRole('button', { name: 'Undo' }).click()
    await expect(rowsOf(popup)).toHaveCount(titles.length)
    await popup.close()
  })

  await test.step('a tag is for all that are selected', async () => {
    const { popup } = await openAtFirst(extension)
    await popup.keyboard.press('t')
    await currentRow(popup).getByLabel('New tag').fill('kv-cache')
    await popup.keyboard.press('Enter')
    await popup.keyboard.press('Escape')
    await popup.keyboard.press('ArrowLeft')
    await expect(rowsOf(popup).nth(0).locator('.paper-tags')).toHaveText('kv-cache')

    await popup.keyboard.press('Shift+J')
    await expectSelected(popup, [0, 1])
    await popup.keyboard.press('t')
    const field = barOf(popup).getByLabel('New tag')
    await expect(field).toBeFocused()
    const offered = barOf(popup).locator('datalist option')
    await expect(offered, 'the tags of the user are offered').toHaveAttribute('value', 'kv-cache')
    await popup.keyboard.type('KV-cache,vx')
    await popup.keyboard.press('Enter')
    await expect(rowsOf(popup).nth(0).locator('.paper-tags li')).toHaveText(['kv-cache', 'vx'])
    await expect(rowsOf(popup).nth(1).locator('.paper-tags li')).toHaveText(['KV-cache', 'vx'])
    await expect(toastOf(popup)).toContainText('Tagged “vx”: 2 papers')
    await popup.keyboard.press('Escape')
    await expect(field).toHaveCount(0)
    await expectSelected(popup, [0, 1])
    await popup.keyboard.press('z')
    await popup.keyboard.press('z')
    await expect(rowsOf(popup).nth(0).locator('.paper-tags li'), 'its own stays').toHaveText([
      'kv-cache',
    ])
    await expect(rowsOf(popup).nth(1).locator('.paper-tags')).toHaveCount(0)
    await popup.close()
  })
})
