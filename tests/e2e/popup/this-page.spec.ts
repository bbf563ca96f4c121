import type { Page } from '@playwright/test'
import { annotationText, clickAnnotation, writtenIn } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { oneLine } from '../browser/popup-page'
import { openToolbarPopup } from '../browser/toolbar-popup'
import { violations } from '../browser/violations'

/** A paper that no list of late holds. */
function longAgo({ standIn }: Extension) {
  const day = new Date(Date.parse(standIn.today()) - 200 * 86_400_000).toISOString().slice(0, 10)
  const [item] = standIn.itemsOf(day)
  if (!item) throw new Error('The stand-in has no paper on that day')
  return item.paper
}

/** The paper that has this place today, from 0. */
function paperOfToday({ standIn }: Extension, place: number) {
  const item = standIn.itemsOf(standIn.today())[place]
  if (!item) throw new Error('The stand-in has too few papers')
  return item.paper
}

/** The popup's page, which takes the tab in front for one with this address. */
async function popupOver(extension: Extension, address: string, search = ''): Promise<Page> {
  const popup = await extension.context.newPage()
  await popup.setViewportSize({ width: 400, height: 600 })
  await popup.addInitScript((url) => {
    const { tabs } = (globalThis as unknown as { chrome: TabsApi }).chrome
    tabs.query = async () => [{ id: 1, url }]
  }, address)
  await popup.goto(`chrome-extension://${extension.extensionId}/popup.html${search}`)
  return popup
}

const stripOf = (popup: Page) => popup.getByRole('region', { name: 'This page' })
const moreOf = (popup: Page) =>
  stripOf(popup).getByRole('button', { name: 'More about this paper', exact: true }).last()

test('the paper of the tab can be dealt with in the popup', async ({ extension }) => {
  await test.step('saving by key leaves alone what was read', async () => {
    const { title } = paperOfToday(extension, 0)
    const popup = await extension.popup()
    const row = popup.locator('.paper-row').first()
    await row.locator('.paper-title').click()
    await row.getByRole('button', { name: 'Read', exact: true }).click()
    await expect(row.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await row.locator('.paper-title').click()
    await expect(row.locator('.paper-status')).toHaveText('Read')
    await popup.keyboard.press('s')
    await expect(popup.getByText(`Already read: ${oneLine(title)}`)).toBeVisible()
    await expect(row.locator('.paper-status')).toHaveText('Read')
    await popup.close()
  })

  await test.step('a command opens the popup with the field for tags', async () => {
    const { id } = paperOfToday(extension, 1)
    const popup = await popupOver(extension, `https://arxiv.org/pdf/${id}`, '?edit=tags')
    await expect(stripOf(popup).getByRole('combobox', { name: 'New tag' })).toBeFocused()
    await popup.close()
  })

  await test.step('the paper of the tab has all controls, and each change can be undone', async () => {
    const { id } = paperOfToday(extension, 1)
    const popup = await popupOver(extension, `https://arxiv.org/pdf/${id}`)
    const strip = stripOf(popup)
    await expect(strip).toBeVisible()
    expect((await strip.boundingBox())?.height, 'one line').toBeLessThanOrEqual(56)
    await moreOf(popup).click()

    const status = (name: string) => strip.getByRole('button', { name, exact: true })
    await status('Reading').click()
    await expect(status('Reading')).toHaveAttribute('aria-pressed', 'true')
    await status('Read').click()
    await expect(status('Read')).toHaveAttribute('aria-pressed', 'true')
    await status('Read').click()
    await expect(status('Read'), 'its own takes it back').toHaveAttribute('aria-pressed', 'false')
    await expect(popup.getByText(/^No longer read: /)).toBeVisible()
    await popup.getByRole('button', { name: 'Undo' }).click()
    await expect(status('Read')).toHaveAttribute('aria-pressed', 'true')

    const field = strip.getByRole('combobox', { name: 'New tag' })
    const tags = strip.getByRole('list', { name: 'Tags' }).getByRole('listitem')
    await field.pressSequentially('kv-cache')
    await field.press('Enter')
    await expect(tags).toHaveText([/kv-cache/])
    await field.pressSequentially('to-cite,')
    await expect(tags).toHaveText([/kv-cache/, /to-cite/])
    await field.press('Backspace')
    await expect(tags).toHaveText([/kv-cache/])
    await popup.getByRole('button', { name: 'Undo' }).click()
    await expect(tags).toHaveText([/kv-cache/, /to-cite/])
    await strip.getByRole('button', { name: 'Remove tag kv-cache' }).click()
    await expect(tags).toHaveText([/to-cite/])
    await expect(field, 'where the next thing is done').toBeFocused()

    await moreOf(popup).click()
    await expect(strip).toContainText('to-cite')
    expect((await strip.boundingBox())?.height, 'with tags as well').toBeLessThanOrEqual(56)

    await moreOf(popup).focus()
    for (const gone of ['kv-cache', 'to-cite']) {
      await popup.keyboard.press('z')
      if (gone === 'kv-cache') await expect(strip).toContainText(gone)
      else await expect(strip).not.toContainText(gone)
    }
    await popup.close()
  })

  await test.step('axe finds nothing in the strips', async () => {
    const { id } = paperOfToday(extension, 2)
    const popup = await popupOver(extension, `https://arxiv.org/pdf/${id}`)
    await stripOf(popup).getByRole('button', { name: 'Save', exact: true }).click()
    await expect(stripOf(popup)).toContainText('Saved')
    expect(await violations(stripOf(popup)), 'collapsed').toEqual([])
    await moreOf(popup).click()
    const field = stripOf(popup).getByRole('combobox', { name: 'New tag' })
    await field.pressSequentially('kv-cache,')
    await expect(stripOf(popup).getByRole('list', { name: 'Tags' })).toBeVisible()
    await stripOf(popup).getByRole('button', { name: '+ note' }).click()
    await expect(stripOf(popup).getByRole('textbox', { name: 'Note' })).toBeFocused()
    expect(await violations(stripOf(popup)), 'expanded').toEqual([])
  })
})

test('a paper that is hardly known, and a note that is hardly written, are kept', async ({
  extension,
}) => {
  await test.step('a paper that is known by its name alone says that more is on its way', async () => {
    const { id, title } = longAgo(extension)
    extension.standIn.setFault(`/api/papers/${id}`, { kind: 'hold' })
    const popup = await popupOver(extension, `https://arxiv.org/pdf/${id}`)
    await expect(stripOf(popup)).toContainText(`arXiv ${id}`)
    await stripOf(popup).getByRole('button', { name: 'Save', exact: true }).click()
    await expect(stripOf(popup)).toContainText('Fetching the title…')
    expect((await stripOf(popup).boundingBox())?.height).toBeLessThanOrEqual(56)
    extension.standIn.clearFaults()
    await expect(stripOf(popup), 'and it comes without a word').toContainText(oneLine(title))
    await expect(stripOf(popup)).not.toContainText('Fetching')
    await popup.close()
  })

  await test.step('a note that is being written is kept when the popup closes', async () => {
    const { id } = paperOfToday(extension, 0)
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${id}`)
    await page.bringToFront()
    const popup = await openToolbarPopup(extension)
    const run = (expression: string) => popup.evaluate(expression)
    await expect.poll(() => run(`!!document.querySelector('.this-page')`)).toBe(true)
    await run(`document.querySelector('.this-page button').click()`)
    await expect.poll(() => annotationText(page)).toContain('Saved')
    await run(`document.querySelector('.this-page .icon-button').click()`)
    await expect.poll(() => run(`!!document.querySelector('.note-button')`)).toBe(true)
    await run(`document.querySelector('.this-page .note-button').click()`)
    await expect.poll(() => run(`!!document.querySelector('.note-text')`)).toBe(true)
    await run(`{
    const field = document.querySelector('.note-text')
    field.value = 'half a thou'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    setTimeout(() => close())
  }`)
    await expect.poll(() => annotationText(page)).toContain('Note')
    await clickAnnotation(page, ({ name, text }) => name === 'button' && text === 'Note')
    await expect.poll(async () => (await writtenIn(page))?.note).toBe('half a thou')
  })
})

test('a site is offered where it could be marked, and nowhere else', async ({ extension }) => {
  await test.step('no offer is made for any other page', async () => {
    for (const address of ['https://example.org/', 'http://openreview.net/', 'chrome://newtab/']) {
      const popup = await popupOver(extension, address)
      await expect(popup.locator('.paper-row').first()).toBeVisible()
      await expect(popup.getByRole('region')).toHaveCount(0)
      await popup.close()
    }
  })

  await test.step('a site that could be marked is offered, until the user says no', async () => {
    const address = 'https://openreview.net/group?id=NeurIPS.cc/2025/Conference'
    const popup = await popupOver(extension, address)
    const offer = popup.getByRole('region', { name: 'This site' })
    await expect(offer).toContainText('Mark papers on OpenReview')
    await expect(offer.getByRole('button', { name: 'Allow' })).toBeVisible()
    expect(await violations(offer)).toEqual([])
    await offer.getByRole('button', { name: 'Don’t ask on this site' }).click()
    await expect(offer).toHaveCount(0)
    await popup.getByRole('button', { name: 'Undo' }).click()
    await expect(offer).toBeVisible()
    await offer.getByRole('button', { name: 'Don’t ask on this site' }).click()
    await expect(offer).toHaveCount(0)

    const again = await popupOver(extension, address)
    await expect(again.locator('.paper-row').first()).toBeVisible()
    await expect(again.getByRole('region', { name: 'This site' })).toHaveCount(0)
    await popup.close()
    await again.close()
  })

  await test.step('a site that was switched off can be switched on again', async () => {
    const popup = await popupOver(extension, 'https://arxiv.org/list/cs.CL/recent')
    await expect(popup.locator('.paper-row').first()).toBeVisible()
    await popup.evaluate(() =>
      (globalThis as unknown as { chrome: RuntimeApi }).chrome.runtime.sendMessage({
        name: 'changeSettings',
        payload: { sitesOff: ['arxiv'] },
      }),
    )
    const offer = popup.getByRole('region', { name: 'This site' })
    await offer.getByRole('button', { name: 'Turn on' }).click()
    await expect(offer).toHaveCount(0)
    await expect(popup.getByText('Turned on: arXiv')).toBeVisible()
  })
})

interface TabsApi {
  readonly tabs: { query: () => Promise<readonly { id: number; url: string }[]> }
}

interface RuntimeApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
}
