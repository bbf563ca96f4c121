import type { Page } from '@playwright/test'
import { type Extension, expect, test } from './extension'
import { violations } from './violations'

const rowsOf = (popup: Page) => popup.locator('.paper-row')
const newsOf = (popup: Page) => popup.locator('.popup-news')
const current = (popup: Page) => popup.locator('.paper-row[aria-current]')
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The popup at its first paper, and the titles of today's papers. */
async function openAtFirst(extension: Extension): Promise<{ popup: Page; titles: string[] }> {
  const { standIn } = extension
  const titles = standIn.itemsOf(standIn.today()).map(({ paper }) => oneLine(paper.title))
  const popup = await extension.popup()
  await expect(rowsOf(popup)).toHaveCount(titles.length)
  await popup.keyboard.press('j')
  await expect(current(popup)).toContainText(titles[0] ?? '')
  return { popup, titles }
}

test('a status is one key, the same key takes it back, and each step can be undone', async ({
  extension,
}) => {
  const { popup, titles } = await openAtFirst(extension)
  const [title = ''] = titles
  const status = current(popup).locator('.paper-status')
  await popup.keyboard.press('r')
  await expect(status).toHaveText('Reading')
  await expect(newsOf(popup), 'it is told').toContainText(`Reading: ${title}`)
  await expect(newsOf(popup)).toHaveAttribute('aria-live', 'polite')
  await popup.keyboard.press('e')
  await expect(status).toHaveText('Read')
  await popup.keyboard.press('e')
  await expect(status).toHaveCount(0)
  await expect(current(popup), 'the row stays current').toContainText(title)

  for (const expected of ['Read', 'Reading']) {
    await popup.keyboard.press('z')
    await expect(status).toHaveText(expected)
  }
  await popup.keyboard.press('z')
  await expect(status).toHaveCount(0)
  await popup.keyboard.press('z')
  await expect(newsOf(popup)).toContainText('Nothing to undo')
})

test('a hidden paper folds away, the next is current, and it can be had back', async ({
  extension,
}) => {
  const { popup, titles } = await openAtFirst(extension)
  const [first = '', second = '', third = ''] = titles
  await popup.keyboard.press('x')
  await expect(current(popup)).toContainText(second)
  await popup.keyboard.press('x')
  await expect(rowsOf(popup)).toHaveCount(titles.length - 2)
  await expect(current(popup).locator('.paper-title')).toBeFocused()
  await expect(current(popup)).toContainText(third)
  await expect(newsOf(popup)).toContainText(`Hidden: ${second}`)
  await expect(popup.getByText(new RegExp(` of ${titles.length - 2}\\b`))).toBeVisible()

  await popup.keyboard.press('z')
  await expect(rowsOf(popup)).toHaveCount(titles.length - 1)
  await expect(rowsOf(popup).first(), 'where it was').toContainText(second)
  await expect(current(popup), 'and current').toContainText(second)
  await expect(current(popup).locator('.paper-title')).toBeFocused()

  await popup.getByRole('button', { name: '1 hidden: show' }).click()
  await expect(rowsOf(popup)).toHaveCount(titles.length)
  await expect(rowsOf(popup).first().locator('.paper-status')).toHaveText('Hidden')
  expect(await violations(popup)).toEqual([])
  await popup.getByRole('button', { name: '1 hidden: leave out' }).click()
  await expect(rowsOf(popup)).toHaveCount(titles.length - 1)
  await popup.close()

  const again = await extension.popup()
  await expect(rowsOf(again)).toHaveCount(titles.length - 1)
  await again.getByRole('button', { name: '1 hidden: show' }).click()
  await again.keyboard.press('Home')
  await expect(current(again)).toContainText(first)
  await again.keyboard.press('x')
  await expect(again.getByRole('button', { name: /hidden:/ })).toHaveCount(0)
  await expect(rowsOf(again)).toHaveCount(titles.length)
})

test('a paper is hidden with the mouse as well, and undone', async ({ extension }) => {
  const { popup, titles } = await openAtFirst(extension)
  await rowsOf(popup).nth(2).locator('.paper-title').click()
  await rowsOf(popup).nth(2).getByRole('button', { name: 'Hidden' }).click()
  await expect(rowsOf(popup)).toHaveCount(titles.length - 1)
  await expect(current(popup)).toContainText(titles[3] ?? '')
  await newsOf(popup).getByRole('button', { name: 'Undo' }).click()
  await expect(rowsOf(popup).nth(2)).toContainText(titles[2] ?? '')
})

test('tags and note are a key away, and Escape leads back to the list', async ({ extension }) => {
  const { popup } = await openAtFirst(extension)
  const row = current(popup)
  await popup.keyboard.press('t')
  await expect(row.getByLabel('New tag')).toBeFocused()
  await popup.keyboard.type('kv-cache')
  await popup.keyboard.press('Enter')
  await expect(row.getByRole('button', { name: 'Remove tag kv-cache' })).toBeVisible()
  await popup.keyboard.press('Escape')
  await expect(row.locator('.paper-title')).toBeFocused()

  await popup.keyboard.press('n')
  const note = row.getByRole('textbox', { name: 'Note' })
  await expect(note).toBeFocused()
  await popup.keyboard.type('rx: see table 2')
  await expect(note, 'keys are letters in a field').toHaveValue('rx: see table 2')
  await popup.keyboard.press('Escape')
  await expect(row.getByRole('button', { name: /see table 2/ })).toBeFocused()
  await popup.keyboard.press('t')
  await expect(row.getByLabel('New tag'), 'again in the same row').toBeFocused()
  await popup.keyboard.press('Escape')
  await popup.keyboard.press('ArrowLeft')
  await expect(row.locator('.paper-title')).toHaveAttribute('aria-expanded', 'false')
  await expect(row.locator('.paper-tags')).toHaveText('kv-cache')
})

test('each page of a paper is a key away, and what there is none of is told', async ({
  extension,
}) => {
  const { standIn } = extension
  const items = standIn.itemsOf(standIn.today())
  const withCode = items.findIndex(({ paper }) => paper.githubRepo !== undefined)
  const withoutCode = items.findIndex(({ paper }) => paper.githubRepo === undefined)
  const { popup } = await openAtFirst(extension)
  await popup.evaluate(() => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    window.open = (address) => {
      opened.push(String(address))
      return null
    }
  })
  await rowsOf(popup).nth(withCode).locator('.paper-title').focus()
  for (const key of ['o', 'p', 'c', 'u']) await popup.keyboard.press(key)
  const { paper } = items[withCode] ?? {}
  expect(
    await popup.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
  ).toEqual([
    `https://arxiv.org/abs/${paper?.id}`,
    `https://arxiv.org/pdf/${paper?.id}`,
    paper?.githubRepo,
    `https://huggingface.co/papers/${paper?.id}`,
  ])
  await popup.keyboard.press('ArrowRight')
  await expect(popup.getByRole('link', { name: 'Vote' }), 'by mouse as well').toHaveAttribute(
    'href',
    `https://huggingface.co/papers/${paper?.id}`,
  )
  await popup.keyboard.press('y')
  await expect(newsOf(popup)).toContainText('Copied')

  await rowsOf(popup).nth(withoutCode).locator('.paper-title').focus()
  await popup.keyboard.press('c')
  await expect(newsOf(popup)).toContainText('Not known (Code)')
})

test('Home and End, arrows and space go through the list', async ({ extension }) => {
  const { popup, titles } = await openAtFirst(extension)
  await popup.keyboard.press('End')
  await expect(current(popup)).toContainText(titles.at(-1) ?? '')
  await popup.keyboard.press('ArrowUp')
  await expect(current(popup)).toContainText(titles.at(-2) ?? '')
  await popup.keyboard.press('Home')
  await expect(current(popup)).toContainText(titles[0] ?? '')
  await popup.keyboard.press('ArrowRight')
  const title = current(popup).locator('.paper-title')
  await expect(title).toHaveAttribute('aria-expanded', 'true')
  await popup.keyboard.press('ArrowRight')
  await expect(title, 'it stays open').toHaveAttribute('aria-expanded', 'true')
  await popup.keyboard.press('ArrowLeft')
  await expect(title).toHaveAttribute('aria-expanded', 'false')
  await popup.evaluate(() => (document.activeElement as HTMLElement).blur())
  await popup.keyboard.press('Space')
  await expect(title, 'also where nothing has the focus').toHaveAttribute('aria-expanded', 'true')
})

test('all keys are listed', async ({ extension }) => {
  const { popup, titles } = await openAtFirst(extension)
  await popup.keyboard.press('?')
  const dialog = popup.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toBeVisible()
  expect(await violations(popup)).toEqual([])
  await popup.keyboard.press('x')
  await popup.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(rowsOf(popup), 'keys did nothing to the list').toHaveCount(titles.length)
  await expect(current(popup).locator('.paper-title')).toBeFocused()
  await popup.getByRole('button', { name: 'all keys' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
})

test('keys that come faster than frames are all heard, and the popup goes on', async ({
  extension,
}) => {
  const { popup } = await openAtFirst(extension)
  for (let press = 0; press < 12; press += 1) await popup.keyboard.press('j')
  await expect(rowsOf(popup).nth(12)).toHaveAttribute('aria-current', 'true')
  for (let press = 0; press < 12; press += 1) await popup.keyboard.press('k')
  await expect(rowsOf(popup).first()).toHaveAttribute('aria-current', 'true')
})
