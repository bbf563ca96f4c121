import type { Page } from '@playwright/test'
import {
  annotationNodes,
  annotationText,
  clickAnnotation,
  hasClass,
  isNamed,
} from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'

/** The page of the paper that has this place today, from 0. */
async function openPaper(
  { context, standIn }: Extension,
  place: number,
): Promise<{ page: Page; id: string }> {
  const item = standIn.itemsOf(standIn.today())[place]
  if (!item) throw new Error('The stand-in has too few papers')
  const page = await context.newPage()
  await page.goto(`https://arxiv.org/abs/${item.paper.id}`)
  await expect.poll(() => annotationText(page)).toContain(`#${place + 1} on`)
  return { page, id: item.paper.id }
}

test('what is edited in the bar, by mouse or by key, is kept', async ({ extension }) => {
  await test.step('status, tags and note are edited in the bar, undone, and kept', async () => {
    const { page } = await openPaper(extension, 0)
    await clickAnnotation(page, hasClass('saved'))
    await expect.poll(() => annotationText(page)).toContain('Saved')

    await clickAnnotation(page, hasClass('saved'))
    await clickAnnotation(page, hasClass('reading'))
    await expect.poll(() => annotationText(page), 'another status').toMatch(/^Reading/)

    await clickAnnotation(page, hasClass('new-tag'))
    await page.keyboard.type('kv-cache')
    await page.keyboard.press('Enter')
    await expect.poll(() => annotationText(page)).toContain('kv-cache')
    await page.keyboard.type('to-cite,')
    await expect.poll(() => annotationText(page)).toContain('to-cite')
    await page.keyboard.press('Backspace')
    await expect
      .poll(() => annotationText(page), 'backspace removes the last')
      .not.toContain('to-cite')
    await clickAnnotation(page, hasClass('undo'))
    await expect.poll(() => annotationText(page), 'and undo brings it back').toContain('to-cite')
    await clickAnnotation(page, isNamed('Remove tag kv-cache'))
    await expect.poll(() => annotationText(page)).not.toContain('kv-cache')

    await clickAnnotation(page, hasClass('note'))
    await page.keyboard.type('Compare with <b>ours</b>')
    await expect
      .poll(() => annotationText(page), 'stored as it is typed')
      .toContain('“Compare with <b>')

    await page.reload()
    await expect
      .poll(() => annotationText(page))
      .toMatch(/^Reading .*to-cite.*“Compare with <b>ours/)
    await page.close()
  })

  await test.step('tags are completed from those of other papers', async () => {
    const { page } = await openPaper(extension, 1)
    await clickAnnotation(page, hasClass('saved'))
    await expect.poll(() => annotationText(page)).toContain('Saved')
    await clickAnnotation(page, hasClass('new-tag'))
    // How the list is shown is the browser's business; what is in it is ours.
    await expect
      .poll(
        async () => (await annotationNodes(page)).filter(({ name }) => name === 'option').length,
      )
      .toBe(1)
  })

  await test.step('a note that is being typed is not lost when the page closes', async () => {
    const { page, id } = await openPaper(extension, 2)
    await clickAnnotation(page, hasClass('saved'))
    await expect.poll(() => annotationText(page)).toContain('Saved')
    await clickAnnotation(page, hasClass('note'))
    await page.keyboard.type('half a thou')
    await page.close({ runBeforeUnload: true })
    const again = await extension.context.newPage()
    await expect
      .poll(async () => {
        await again.goto(`https://arxiv.org/abs/${id}`)
        await expect.poll(() => annotationText(again)).toContain('Saved')
        return annotationText(again)
      })
      .toContain('“half a thou”')
    await again.close()
  })

  await test.step('the keys of the bar save and tag, but not while the user writes', async () => {
    const { page } = await openPaper(extension, 3)
    await page.evaluate(() => document.body.prepend(document.createElement('input')))
    await page.locator('input').first().click()
    await page.keyboard.type('sets')
    await expect(page.locator('input').first()).toHaveValue('sets')
    expect(await annotationText(page)).not.toContain('Saved')
    await page.locator('h1.title').click()
    await page.keyboard.press('s')
    await expect.poll(() => annotationText(page)).toContain('Saved')
    await page.keyboard.press('s')
    await expect.poll(() => annotationText(page)).not.toContain('Saved')

    const list = await extension.context.newPage()
    await list.goto('https://huggingface.co/papers')
    await expect(list.locator('dogear-mark').first()).toBeVisible()
    await list.evaluate(() => {
      addEventListener('keydown', ({ defaultPrevented }) => {
        document.title = defaultPrevented ? 'taken' : 'left'
      })
    })
    await list.keyboard.press('s')
    await expect(list, 'a page without a bar keeps its keys').toHaveTitle('left')
    await page.close()
    await list.close()
  })
})

test('the card of a mark edits and copies, and keeps its keys to itself', async ({ extension }) => {
  await test.step('focusing a mark opens its card, escape closes it, and the page hears none of it', async () => {
    const list = await extension.context.newPage()
    await list.addInitScript(() => {
      const keys: string[] = []
      Object.assign(globalThis, { keys })
      addEventListener('keydown', ({ key }) => keys.push(key))
    })
    await list.goto('https://huggingface.co/papers')
    await expect(list.locator('dogear-mark').first()).toBeVisible()
    const isMark = () => list.evaluate(() => document.activeElement?.localName === 'dogear-mark')
    for (let presses = 0; presses < 60 && !(await isMark()); presses += 1) {
      await list.keyboard.press('Tab')
    }
    const card = list.locator('dogear-card').first()
    await expect(card).toBeVisible()
    await list.keyboard.press('Tab')
    expect(await list.evaluate(() => document.activeElement?.localName)).toBe('dogear-card')
    await list.keyboard.press('Escape')
    await expect(card).toBeHidden()
    expect(await isMark()).toBe(true)
    const keys = await list.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)
    expect(keys).not.toContain('Escape')
    await list.close()
  })

  await test.step('hovering a mark opens the card, where the same is edited', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const list = await extension.context.newPage()
    await list.goto('https://huggingface.co/papers')
    const mark = list.locator('dogear-mark').first()
    const card = list.locator('dogear-card').first()
    await mark.hover()
    await expect(card).toBeVisible()
    await expect.poll(() => annotationText(list)).toContain(item?.paper.authors[0]?.name ?? '')
    await card.hover()
    await clickAnnotation(list, (node) => node.host === 'dogear-card' && hasClass('read')(node))
    await expect.poll(() => annotationText(list)).toMatch(/read \w+ \d+/)
    await expect(card).toBeVisible()
    await list.mouse.move(1, 1)
    await expect(card).toBeHidden()
    await list.close()
  })

  await test.step('a paper is copied from its card and from the popup', async () => {
    await extension.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const list = await extension.context.newPage()
    await list.goto('https://huggingface.co/papers')
    await list.locator('dogear-mark').first().hover()
    await expect(list.locator('dogear-card').first()).toBeVisible()
    await list.locator('dogear-card').first().hover()
    await clickAnnotation(list, ({ host, text }) => host === 'dogear-card' && text === 'Markdown')
    await expect.poll(() => annotationText(list)).toContain('Copied')
    const title = item?.paper.title.replace(/\s+/g, ' ').trim()
    expect(await list.evaluate(() => navigator.clipboard.readText())).toBe(
      `[${title}](https://arxiv.org/abs/${item?.paper.id})`,
    )

    const popup = await extension.popup()
    await expect(popup.locator('.paper-row').first()).toBeVisible()
    await popup.keyboard.press('j')
    await popup.keyboard.press('y')
    await expect(popup.getByText('Copied')).toBeVisible()
    expect(await popup.evaluate(() => navigator.clipboard.readText())).toContain(
      `eprint = {${item?.paper.id}}`,
    )
  })
})
