import { categoryOf } from '../../../scripts/stand-in/papers'
import { expect, test } from '../browser/extension'
import { rowsOf } from '../browser/popup-page'
import { allowSite } from '../browser/site-permissions'
import { violations } from '../browser/violations'

test('a category of arXiv is added, read beside the daily papers, and removed', async ({
  extension,
}) => {
  const { context, extensionId, standIn } = extension
  const daily = standIn.itemsOf(standIn.today()).map(({ paper }) => paper)
  const category = categoryOf(daily[0] as (typeof daily)[number]).code
  const own = daily.filter((paper) => categoryOf(paper).code === category)
  await expect.poll(extension.badge).toBe(String(daily.length))

  await allowSite(extension, 'https://rss.arxiv.org/*')
  const options = await context.newPage()
  await options.goto(`chrome-extension://${extensionId}/options.html#sources`)
  const section = options.getByRole('region', { name: 'Sources' })
  const field = section.getByLabel('Add an arXiv category')
  await field.fill('cs.NLP')
  await field.press('Enter')
  await expect(section.getByText('arXiv has no category “cs.NLP”')).toBeVisible()
  await field.fill(category.toUpperCase())
  await field.press('Enter')
  const row = section.getByRole('listitem').filter({ hasText: `arXiv ${category}` })
  await expect(row).toContainText('Last response')
  expect(await violations(section)).toEqual([])
  // Each of its papers is in the daily list as well, and counts once.
  expect(await extension.badge()).toBe(String(daily.length))

  const popup = await extension.popup()
  await expect(rowsOf(popup)).toHaveCount(daily.length)
  const menu = popup.getByRole('combobox', { name: 'Source' })
  await expect(menu).toHaveValue('hf-daily')
  await popup.keyboard.press('}')
  await expect(menu).toHaveValue(`arxiv:${category}`)
  await expect(popup.getByRole('navigation', { name: 'Lists' }).getByRole('button')).toHaveText([
    'New',
    'Day',
  ])
  await expect(rowsOf(popup)).toHaveCount(own.length + 2)
  await expect(popup.getByText('cross-list', { exact: true })).toHaveCount(2)
  await expect(popup.getByText('new version', { exact: true })).toHaveCount(0)
  await popup.getByRole('button', { name: /new versions?: show/ }).click()
  await expect(popup.getByText('new version', { exact: true })).not.toHaveCount(0)
  expect(await violations(popup)).toEqual([])
  // Both are remembered.
  await popup.reload()
  await expect(menu).toHaveValue(`arxiv:${category}`)
  await expect(popup.getByText('new version', { exact: true })).not.toHaveCount(0)
  await popup.close()

  const hugging = section.getByRole('listitem').filter({ hasText: 'Hugging Face' })
  const others = Number(await extension.badge())
  await hugging.getByRole('switch').click()
  await expect.poll(async () => Number(await extension.badge())).toBeLessThan(others)
  await hugging.getByRole('switch').click()
  await expect.poll(async () => Number(await extension.badge())).toBe(others)
  await row.getByRole('button', { name: /^Remove/ }).click()
  await expect(row).toHaveCount(0)
  await expect(hugging.getByRole('button', { name: /^Remove/ })).toBeDisabled()

  const after = await extension.popup()
  await expect(rowsOf(after)).toHaveCount(daily.length)
  await expect(after.getByRole('combobox', { name: 'Source' })).toHaveCount(0)
  await after.close()
})
