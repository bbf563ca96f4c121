import { annotationText } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { readStoredRow } from '../browser/stored-row'
import { openToolbarPopup } from '../browser/toolbar-popup'

/** Fires an event of the browser's as the browser does: neither menus nor shortcuts can be reached from a test. */
function fire({ worker }: Extension, event: string, ...details: readonly unknown[]): Promise<void> {
  return worker.evaluate(
    ([path, values]) => {
      const parts = path.split('.')
      let found: unknown = (globalThis as unknown as { chrome: object }).chrome
      for (const part of parts) found = Reflect.get(found as object, part)
      const { dispatch } = found as { dispatch(...values: readonly unknown[]): void }
      dispatch.apply(found, values as unknown[])
    },
    [event, details] as const,
  )
}

function paperOf({ standIn }: Extension, daysAgo: number) {
  const day = new Date(Date.parse(standIn.today()) - daysAgo * 86_400_000)
  const [item] = standIn.itemsOf(day.toISOString().slice(0, 10))
  if (!item) throw new Error('The stand-in has no paper on that day')
  return item.paper
}

test('papers are saved from menus and by shortcuts', async ({ extension }) => {
  await test.step('what is no paper is not saved, and the badge says so for a moment', async () => {
    await expect.poll(extension.badge).toMatch(/\d/)
    const count = await extension.badge()
    const tab = { url: 'https://example.org/2401.12345' }
    await fire(extension, 'commands.onCommand', 'save-paper', tab)
    await expect.poll(extension.badge).toBe('?')
    await expect.poll(extension.badge, 'and counts again').toBe(count)
  })

  await test.step('a link is saved from its menu, with what Hugging Face knows of the paper', async () => {
    const { id, title } = paperOf(extension, 200)
    const linkUrl = `https://www.alphaxiv.org/abs/${id}v2?utm_source=x`
    await fire(extension, 'contextMenus.onClicked', { menuItemId: 'save-link', linkUrl })
    const page = await extension.context.newPage()
    await page.goto(`https://huggingface.co/papers/${id}`)
    await expect.poll(() => annotationText(page)).toContain('Saved')
    const popup = await extension.popup()
    await expect
      .poll(
        () => popup.evaluate(readStoredRow, { table: 'papers', key: `arxiv:${id}` }),
        'fetched in the background',
      )
      .toMatchObject({ title: title.replace(/\s+/g, ' ').trim() })
    await popup.close()
    await page.close()
  })

  await test.step('a PDF is saved by its shortcut, also when nothing can be fetched about it', async () => {
    const { id } = paperOf(extension, 201)
    extension.standIn.setFault(`/api/papers/${id}`, { kind: 'status', status: 500 })
    const tab = { url: `https://arxiv.org/pdf/${id}v3` }
    await fire(extension, 'commands.onCommand', 'save-paper', tab)
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${id}`)
    await expect.poll(() => annotationText(page)).toContain('Saved')
  })

  await test.step('a status that the user chose is not overwritten', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const popup = await extension.popup()
    await popup.evaluate(
      (paperId) =>
        (globalThis as unknown as { chrome: RuntimeApi }).chrome.runtime.sendMessage({
          name: 'editEntry',
          payload: { paperId, status: 'read' },
        }),
      `arxiv:${item?.paper.id}`,
    )
    const linkUrl = `https://arxiv.org/pdf/${item?.paper.id}`
    await fire(extension, 'contextMenus.onClicked', { menuItemId: 'save-link', linkUrl })
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toMatch(/^Read/)
  })
})

test('papers are saved in the popup of the toolbar button', async ({ extension }) => {
  await test.step('the toolbar popup has its full size, and keeps it', async () => {
    const popup = await openToolbarPopup(extension)
    const size = () => popup.evaluate('innerWidth + " x " + innerHeight')
    await expect.poll(size).toBe('400 x 600')
    await popup.evaluate(`document.querySelector('.fold-button').click()`)
    await expect
      .poll(() => popup.evaluate(`document.querySelector('.popup-toast').innerText`))
      .toMatch(/Saved/)
    expect(await size()).toBe('400 x 600')
    await popup.close()
  })

  await test.step('the toolbar popup offers to save the paper of the tab, a PDF as well', async () => {
    // The first one has been saved.
    const [, item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/pdf/${item?.paper.id}`)
    await page.bringToFront()
    const popup = await openToolbarPopup(extension)
    const strip = () =>
      popup.evaluate(`document.querySelector('.this-page')?.innerText.replace(/\\s+/g, ' ')`)
    await expect.poll(strip).toBe(`This page ${item?.paper.title.replace(/\s+/g, ' ').trim()} Save`)
    await popup.evaluate(`document.querySelector('.this-page button').click()`)
    await expect.poll(strip).toContain('Saved')
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('Saved')
  })
})

interface RuntimeApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
}
