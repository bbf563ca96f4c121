import type { Page } from '@playwright/test'
import { hosts } from '../../../scripts/browsers/annotation-hosts'
import {
  type AnnotationNode,
  annotationNodes,
  annotationText,
  clickAnnotation,
  hasClass,
  isNamed,
  writtenIn,
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

/** For `clickAnnotation`: whether a button says this. */
const says = (words: string) => (node: AnnotationNode) =>
  node.name === 'button' && node.text === words

test('what is edited in the bar, by mouse or by key, is kept', async ({ extension }) => {
  await test.step('status, tags and note are edited in the bar, undone, and kept', async () => {
    const { page } = await openPaper(extension, 0)
    await clickAnnotation(page, hasClass('saved'))
    await expect.poll(() => annotationText(page)).toContain('Saved')

    await clickAnnotation(page, hasClass('saved'))
    await clickAnnotation(page, hasClass('reading'))
    await expect.poll(() => annotationText(page), 'another status').toMatch(/^Reading/)

    const tags = async () => (await writtenIn(page))?.tags
    await clickAnnotation(page, says('+ tag'))
    await expect.poll(tags).toEqual([])
    await page.keyboard.type('kv-cache')
    await page.keyboard.press('Enter')
    await expect.poll(tags).toEqual(['kv-cache'])
    await page.keyboard.type('to-cite,')
    await expect.poll(tags).toEqual(['kv-cache', 'to-cite'])
    await expect.poll(() => annotationText(page)).toContain('2 tags')
    await page.keyboard.press('Backspace')
    await expect.poll(tags, 'backspace removes the last').toEqual(['kv-cache'])
    await clickAnnotation(page, hasClass('undo'))
    await expect.poll(tags, 'and undo brings it back').toEqual(['kv-cache', 'to-cite'])
    await clickAnnotation(page, isNamed('Remove tag kv-cache'))
    await expect.poll(tags).toEqual(['to-cite'])

    await clickAnnotation(page, says('+ note'))
    await page.keyboard.type('Compare with <b>ours</b>')
    await expect.poll(() => annotationText(page), 'stored as it is typed').toMatch(/1 tag Note/)
    await page.keyboard.press('Escape')
    await expect.poll(() => writtenIn(page), 'out of the page again').toBeUndefined()

    await page.reload()
    await expect.poll(() => annotationText(page)).toMatch(/^Reading 1 tag Note/)
    await clickAnnotation(page, says('Note'))
    await expect
      .poll(() => writtenIn(page))
      .toEqual({ tags: ['to-cite'], note: 'Compare with <b>ours</b>' })
    await page.close()
  })

  await test.step('tags are completed from those of other papers', async () => {
    const { page } = await openPaper(extension, 1)
    await clickAnnotation(page, hasClass('saved'))
    await expect.poll(() => annotationText(page)).toContain('Saved')
    await clickAnnotation(page, says('+ tag'))
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
    await clickAnnotation(page, says('+ note'))
    await expect.poll(() => writtenIn(page)).toBeDefined()
    await page.keyboard.type('half a thou')
    await page.close({ runBeforeUnload: true })
    const again = await extension.context.newPage()
    await expect
      .poll(async () => {
        await again.goto(`https://arxiv.org/abs/${id}`)
        await expect.poll(() => annotationText(again)).toContain('Saved')
        if (!(await annotationText(again)).includes('Note')) return undefined
        await clickAnnotation(again, says('Note'))
        await expect.poll(() => writtenIn(again)).toBeDefined()
        return (await writtenIn(again))?.note
      })
      .toBe('half a thou')
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
    await expect(list.locator(hosts.mark).first()).toBeVisible()
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
    await expect(list.locator(hosts.mark).first()).toBeVisible()
    const isMark = () => list.evaluate((mark) => document.activeElement?.matches(mark), hosts.mark)
    for (let presses = 0; presses < 60 && !(await isMark()); presses += 1) {
      await list.keyboard.press('Tab')
    }
    const card = list.locator(hosts.card).first()
    await expect(card).toBeVisible()
    await list.keyboard.press('Tab')
    expect(
      await list.evaluate((selector) => document.activeElement?.matches(selector), hosts.card),
    ).toBe(true)
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
    const mark = list.locator(hosts.mark).first()
    const card = list.locator(hosts.card).first()
    await mark.hover()
    await expect(card).toBeVisible()
    await expect.poll(() => annotationText(list)).toContain(item?.paper.authors[0]?.name ?? '')
    await card.hover()
    await clickAnnotation(list, (node) => node.host === 'card' && hasClass('read')(node))
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
    await list.locator(hosts.mark).first().hover()
    await expect(list.locator(hosts.card).first()).toBeVisible()
    await list.locator(hosts.card).first().hover()
    await clickAnnotation(list, ({ host, text }) => host === 'card' && text === 'Markdown')
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
