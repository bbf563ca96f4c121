import axe from 'axe-core'
import type { DailyItem } from '../../scripts/stand-in/papers'
import { type Extension, expect, test } from './extension'
import { openToolbarPopup, type ToolbarPopup } from './toolbar-popup'

const papersOf = (items: readonly DailyItem[]) => items.map(({ paper }) => `arxiv:${paper.id}`)

/** What is asked of the popup. All of it waits until it is so. */
function reader(popup: ToolbarPopup) {
  const all = (selector: string) => `[...document.querySelectorAll(${JSON.stringify(selector)})]`
  const textOf = (selector: string) => () =>
    popup.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`)
  return {
    papers: () => popup.evaluate(`${all('.paper-row')}.map(({ dataset }) => dataset.paperId)`),
    chips: () =>
      popup.evaluate(`${all('.filter-chips li span')}.map(({ innerText }) => innerText)`),
    sort: textOf('.arrange-menu > button'),
    shown: textOf('.filter-chips p'),
    news: textOf('.popup-news'),
    blank: textOf('.blank-list'),
    isOpen: () => popup.evaluate(`document.querySelector('form.arrange-panel') !== null`),
    focused: () => popup.evaluate('document.activeElement?.type'),
    click: (selector: string) =>
      expect
        .poll(() =>
          popup.evaluate(`(() => {
            const found = document.querySelector(${JSON.stringify(selector)})
            found?.click()
            return found !== null
          })()`),
        )
        .toBe(true),
    choose: (label: string, value: string) =>
      popup.evaluate(`(() => {
        const label = ${all('.facet-picker')}.find((one) => one.innerText.startsWith(${JSON.stringify(label)}))
        const select = label.querySelector('select')
        select.value = ${JSON.stringify(value)}
        select.dispatchEvent(new Event('change', { bubbles: true }))
      })()`),
    async violations() {
      await popup.evaluate(axe.source)
      return popup.evaluate(
        `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
      )
    },
  }
}

async function openList(extension: Extension) {
  const items = extension.standIn.itemsOf(extension.standIn.today())
  const popup = await openToolbarPopup(extension)
  const read = reader(popup)
  await expect.poll(read.papers).toHaveLength(items.length)
  return { items, popup, read }
}

test('the list is sorted in each way by one key, and the last way is remembered', async ({
  extension,
}) => {
  const { items, popup, read } = await openList(extension)
  const by = (numberOf: (item: DailyItem) => number) =>
    papersOf([...items].sort((one, other) => numberOf(other) - numberOf(one)))
  await expect.poll(read.sort).toContain('by rank')
  const expected: readonly [string, readonly string[]][] = [
    ['by votes', by(({ paper }) => paper.upvotes)],
    ['newest first', by(({ paper }) => Date.parse(paper.publishedAt.slice(0, 10)))],
    ['by votes gained', papersOf(items)],
    ['by stars', by(({ paper }) => (paper.githubRepo ? (paper.githubStars ?? -1) : -1))],
  ]
  for (const [text, papers] of expected) {
    await popup.press('g')
    await expect.poll(read.sort).toContain(text)
    await expect.poll(read.news, 'it is told').toContain(text)
    await expect.poll(read.papers, text).toEqual(papers)
  }
  await popup.close()
  const again = reader(await openToolbarPopup(extension))
  await expect.poll(again.sort).toContain('by stars')
  await expect.poll(again.papers).toEqual(expected.at(-1)?.[1])
})

test('a filter leaves out the others, says so, is remembered, and can be taken off', async ({
  extension,
}) => {
  const { items, popup, read } = await openList(extension)
  const withCode = papersOf(items.filter(({ paper }) => paper.githubRepo !== undefined))
  await popup.press('f')
  await expect.poll(read.isOpen).toBe(true)
  await expect.poll(read.focused).toBe('radio')
  await read.click('.arrange-panel fieldset:last-of-type label:nth-of-type(3) input')
  await expect.poll(read.papers).toEqual(withCode)
  await expect.poll(read.chips).toEqual(['with code'])
  await expect.poll(read.shown).toBe(`shows ${withCode.length} of ${items.length}`)
  await popup.press('Escape')
  await expect.poll(read.isOpen, 'the panel closes, the popup does not').toBe(false)

  await read.click('.fold-button')
  await expect.poll(read.news).toContain('Saved')
  await read.click('.filter-chips li button')
  await expect.poll(read.papers).toHaveLength(items.length)
  await popup.press('f')
  await read.click('.arrange-panel fieldset:last-of-type label:nth-of-type(2) input')
  await expect.poll(read.papers).toEqual(withCode.slice(0, 1))
  await read.click('.fold-button')
  await expect.poll(read.news).toContain('Removed from saved')
  expect(await read.papers(), 'its row stays').toEqual(withCode.slice(0, 1))
  await popup.close()

  const again = reader(await openToolbarPopup(extension))
  await expect
    .poll(again.blank)
    .toContain(`None of the ${items.length} papers of this list is: saved`)
  expect(await again.violations()).toEqual([])
  await again.click('.blank-list button')
  await expect.poll(again.papers).toHaveLength(items.length)
})

test('a keyword and an organisation are chosen in the panel or in a row, for this list', async ({
  extension,
}) => {
  const { items, popup, read } = await openList(extension)
  const item = items.find(({ paper }) => paper.organization && paper.ai_keywords?.[0])
  const keyword = item?.paper.ai_keywords?.[0] ?? ''
  const organization = item?.paper.organization?.fullname ?? ''
  const withKeyword = papersOf(
    items.filter(({ paper }) =>
      paper.ai_keywords?.some((other) => other.toLowerCase() === keyword.toLowerCase()),
    ),
  )
  const ofOrganization = papersOf(
    items.filter(({ paper }) => paper.organization?.fullname === organization),
  )
  await popup.press('f')
  await expect.poll(read.isOpen).toBe(true)
  await read.choose('Keyword', keyword)
  await expect.poll(read.papers).toEqual(withKeyword)
  await expect.poll(read.chips).toEqual([keyword])
  await read.choose('Keyword', '')
  await read.choose('Organisation', organization)
  await expect.poll(read.papers).toEqual(ofOrganization)
  await popup.press('Escape')
  await read.click('.filter-chips li button')
  await expect.poll(read.papers).toHaveLength(items.length)

  const row = `[data-paper-id="arxiv:${item?.paper.id}"]`
  await read.click(`${row} .paper-title`)
  await read.click(`${row} .paper-keywords .filter-word`)
  await expect.poll(read.papers).toEqual(withKeyword)
  await read.click('.filter-chips li button')
  await read.click(`${row} .paper-facts .filter-word`)
  await expect.poll(read.chips).toEqual([organization])
  await popup.close()
  const again = reader(await openToolbarPopup(extension))
  await expect.poll(again.papers, 'another time it is not remembered').toHaveLength(items.length)
})

test('papers that were seen are left out the next time, and stay until then', async ({
  extension,
}) => {
  const { items, popup, read } = await openList(extension)
  await popup.press('f')
  await expect.poll(read.isOpen).toBe(true)
  await read.click('.arrange-panel fieldset:last-of-type label:nth-of-type(1) input')
  await expect.poll(read.chips).toEqual(['unseen'])
  // A slow machine may have shown some for long enough before.
  const { length } = (await read.papers()) as string[]
  await expect
    .poll(() => popup.evaluate(`document.querySelectorAll('.paper-row.shown').length`))
    .toBeGreaterThan(0)
  expect(await read.papers()).toHaveLength(length)
  await popup.close()
  const again = reader(await openToolbarPopup(extension))
  await expect.poll(again.chips).toEqual(['unseen'])
  const left = (await again.papers()) as string[]
  expect(left.length).toBeLessThan(length)
  expect(left).not.toContain(papersOf(items)[0])
})

test('axe finds nothing in the panel and the filters', async ({ extension }, testInfo) => {
  const { popup, read } = await openList(extension)
  await popup.press('f')
  await expect.poll(read.isOpen).toBe(true)
  await read.click('.arrange-panel fieldset:last-of-type label:nth-of-type(3) input')
  await expect.poll(read.chips).toEqual(['with code'])
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateColorScheme(colorScheme)
    expect(await read.violations(), colorScheme).toEqual([])
    await testInfo.attach(`panel-${colorScheme}`, {
      body: Buffer.from(await popup.picture(), 'base64'),
      contentType: 'image/png',
    })
  }
})
