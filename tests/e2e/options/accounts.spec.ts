import type { Page } from '@playwright/test'
import { addDays } from '../../../scripts/stand-in/days'
import { expect, test } from '../browser/extension'
import { violations } from '../browser/violations'

const rowsOf = (popup: Page) =>
  popup.getByRole('list', { name: 'Latest papers' }).locator('> [data-paper-id]')

test('what a member submitted and what an organisation published are lists, each paper counts once, and an unchanged list is not sent again', async ({
  extension,
}) => {
  const { context, extensionId, standIn } = extension
  const daily = standIn.itemsOf(standIn.today())
  await expect.poll(extension.badge).toBe(String(daily.length))
  const [first] = daily
  const member = first?.submittedBy.name ?? ''
  const submitted = Array.from({ length: 60 }, (_, back) => addDays(standIn.today(), -back))
    .flatMap(standIn.itemsOf)
    .filter(({ submittedBy }) => submittedBy.name === member)

  const options = await context.newPage()
  await options.goto(`chrome-extension://${extensionId}/options.html#sources`)
  const section = options.getByRole('region', { name: 'Sources' })
  const field = section.getByLabel('Add a member or organisation of Hugging Face')
  await field.fill('https://huggingface.co/papers')
  await field.press('Enter')
  await expect(
    section.getByRole('alert').filter({ hasText: 'is not a name or page' }),
  ).toBeVisible()
  await field.fill(`https://huggingface.co/${member}`)
  await field.press('Enter')
  const row = section.getByRole('listitem').filter({ hasText: `@${member}` })
  await expect(row).toContainText('Last response')
  expect(await violations(section)).toEqual([])
  expect(await extension.badge(), 'counted once').toBe(String(daily.length))

  const popup = await extension.popup()
  const menu = popup.getByRole('combobox', { name: 'Source' })
  await expect(menu).toHaveValue('hf-daily')
  await popup.keyboard.press('}')
  await expect(menu).toHaveValue(`hf-submitter:${member}`)
  await expect(popup.getByRole('navigation', { name: 'Lists' }).getByRole('button')).toHaveText([
    'New',
    'Latest',
  ])
  await expect(rowsOf(popup)).toHaveCount(Math.min(submitted.length, 100))
  await popup.keyboard.press('0')
  await expect(rowsOf(popup)).toHaveCount(0)
  await popup.keyboard.press('1')
  await expect(rowsOf(popup)).toHaveCount(Math.min(submitted.length, 100))
  const asked = () =>
    standIn.log
      .filter(({ path }) => path.includes(`submitter=${member}`))
      .map(({ status }) => status)
  await popup.getByRole('button', { name: 'Check for new papers' }).click()
  await expect.poll(asked).toEqual([200, 304])
  await expect(rowsOf(popup)).toHaveCount(Math.min(submitted.length, 100))

  // With one press from a paper.
  await popup.keyboard.press('{')
  const withOrganization = daily.find(({ organization }) => organization !== undefined)
  const organization = withOrganization?.organization?.name ?? ''
  const paper = popup.locator(`[data-paper-id="arxiv:${withOrganization?.paper.id}"]`)
  await paper.locator('.paper-title').click()
  const list = paper.getByRole('button', { name: `Add as list: ${organization}` })
  await list.click()
  await expect(list).toHaveAttribute('aria-pressed', 'true')
  await menu.selectOption(`hf-org:${organization}`)
  const own = daily.filter((item) => item.organization?.name === organization)
  await expect(rowsOf(popup)).toHaveCount(own.length)
  await expect(popup.getByText('Built from the daily lists')).toBeVisible()
  expect(await violations(popup)).toEqual([])
  const opened = context.waitForEvent('page')
  await popup.getByRole('button', { name: 'Fetch more daily lists' }).click()
  await expect((await opened).getByRole('region', { name: 'List updates' })).toBeInViewport()
  await popup.close()

  await row.getByRole('button', { name: /^Remove/ }).click()
  await expect(row).toHaveCount(0)
  await expect(section.getByRole('listitem').filter({ hasText: organization })).toBeVisible()
})
