import type { Page } from '@playwright/test'
import { hosts } from '../../../scripts/browsers/annotation-hosts'
import { annotationText, clickAnnotation, isNamed, writtenIn } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { sendFrom } from '../browser/extension-page'
import { grantSites } from '../browser/site-permissions'
import { readStored } from '../browser/stored-tables'
import type { Attack } from './attack'
import { canary, keeping, linkedPaper, ownPaper, written } from './canaries'
import { hostilePage } from './hostile-page'

const address = 'https://hostile.example/paper'

/** Lets Dogear onto the site and stores what the user has written about its papers. Returns the popup. */
async function keepBoth(extension: Extension): Promise<Page> {
  await grantSites(extension, ['https://hostile.example/*'])
  const popup = await extension.popup()
  for (const { name, payload } of keeping) await sendFrom(popup, name, payload)
  return popup
}

/** Opens the page, with what the user has written about its papers in the database. */
async function openHostile(extension: Extension): Promise<{ page: Page; popup: Page }> {
  const popup = await keepBoth(extension)
  extension.standIn.setPage(address, { html: hostilePage() })
  const page = await extension.context.newPage()
  await page.goto(address)
  await expect.poll(() => annotationText(page)).toMatch(/Saved[\s\S]*saved/)
  return { page, popup }
}

const learned = (page: Page, words: readonly string[] = written) =>
  page.evaluate(
    (canaries) => (globalThis as unknown as { attack: Attack }).attack.reach(canaries),
    words,
  )

const entriesIn = async (popup: Page) => {
  const { entries } = await readStored(popup)
  return [ownPaper, linkedPaper].map((id) => entries.get(id))
}

test('a page on an allowed site reads no note and no tag, and writes none', async ({
  extension,
}) => {
  const { page, popup } = await openHostile(extension)
  const before = await entriesIn(popup)
  expect(before).toMatchObject([
    { status: 'saved', tags: [canary.tag], note: canary.note },
    { status: 'saved', tags: [canary.tag], note: canary.note },
  ])

  await test.step('with the bar and the marks there', async () => {
    expect(await learned(page)).toEqual([])
  })

  await test.step('with a card open, and what the bar hides', async () => {
    const [mark, card] = [page.locator(hosts.mark), page.locator(hosts.card)]
    await mark.hover()
    await expect(card).toBeVisible()
    expect(await learned(page)).toEqual([])
    await page.mouse.move(1, 1)
    await clickAnnotation(page, isNamed('More about this paper'))
    expect(await learned(page)).toEqual([])
  })

  await test.step('by playing the user', async () => {
    await page.evaluate(() => (globalThis as unknown as { attack: Attack }).attack.pretend())
    // Nothing to wait for: a message that was sent is with the worker before this one's answer.
    await sendFrom(popup, 'listTags', {})
    expect(await learned(page)).toEqual([])
    expect(await entriesIn(popup)).toEqual(before)
  })

  await test.step('while the fields are open and written in', async () => {
    await page.locator('h1').click()
    await page.keyboard.press('t')
    await expect.poll(() => writtenIn(page)).toEqual({ tags: [canary.tag], note: canary.note })
    await page.keyboard.type(`${canary.typed},`)
    await expect.poll(async () => (await writtenIn(page))?.tags).toContain(canary.typed)
    await page.evaluate(() => (globalThis as unknown as { attack: Attack }).attack.pretend())
    expect(await learned(page, [...written, canary.typed])).toEqual([])
    await expect.poll(async () => (await entriesIn(popup))[0]?.tags).toHaveLength(2)
  })

  await test.step('after they were closed, and what was done undone', async () => {
    await page.locator('h1').click()
    await page.keyboard.press('t')
    await page.keyboard.press('Escape')
    await expect.poll(() => writtenIn(page)).toBeUndefined()
    await clickAnnotation(page, ({ attributes }) => attributes.class === 'undo')
    await expect.poll(async () => (await entriesIn(popup))[0]?.tags).toEqual([canary.tag])
    expect(await learned(page, [...written, canary.typed])).toEqual([])
  })

  await test.step('and Dogear is still there', async () => {
    expect(await annotationText(page)).toMatch(/Saved 1 tag Note[\s\S]*saved/)
  })
})

test('a mark stands only behind a link that a person can see', async ({ extension }) => {
  await keepBoth(extension)
  const unseen = [
    'opacity: 0',
    'opacity: 0.01',
    'visibility: hidden',
    'font-size: 1px',
    'position: absolute; left: -300px',
    'display: block; width: 1px; height: 1px; overflow: hidden',
  ]
  const link = '<a href="https://arxiv.org/abs/2401.00002">an earlier work on caches</a>'
  extension.standIn.setPage(address, {
    html: `<!doctype html><title>Links</title><body>
${unseen.map((style) => `<p style="${style}"><span style="opacity: 0.9">${link}</span></p>`).join('')}
<p id="seen">${link}</p>`,
  })
  const page = await extension.context.newPage()
  await page.goto(address)
  await expect(page.locator('#seen').locator(hosts.mark)).toHaveCount(1)
  await expect(page.locator(hosts.mark)).toHaveCount(1)
  await page.evaluate(() => {
    const [first] = document.querySelectorAll('p')
    first?.removeAttribute('style')
    first?.append('!')
  })
  await expect(page.locator(hosts.mark), 'once it can be seen').toHaveCount(2)
})
