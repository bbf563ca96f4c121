import {
  type Facets,
  facetsOf,
  type ListFilter,
  listFilters,
  type Sort,
  sorts,
} from '../../../lib/papers/arrangement'
import type { DailyItem } from '../../../scripts/stand-in/papers'
import { type Extension, expect, test } from '../browser/extension'
import { openToolbarPopup } from '../browser/toolbar-popup'
import { readerOf, soon } from '../browser/toolbar-reader'

const papersOf = (items: readonly DailyItem[]) => items.map(({ paper }) => `arxiv:${paper.id}`)

async function openList(extension: Extension) {
  const items = extension.standIn.itemsOf(extension.standIn.today())
  const popup = await openToolbarPopup(extension)
  const read = readerOf(popup)
  await soon(read.papers).not.toEqual([])
  return {
    items,
    popup,
    read,
    all: papersOf(items),
    chips: () => read.texts('.filter-chips li span'),
    sort: () => read.text('.arrange-menu > button'),
    hasPanel: () => read.count('form.arrange-panel :focus'),
    takeOff: () => popup.click('.filter-chips li button'),
  }
}

test('every sort and every filter, by key, in the popup of the toolbar button', async ({
  extension,
}, testInfo) => {
  const { items, popup, read, all, chips, sort, hasPanel, takeOff } = await openList(extension)
  await soon(read.papers).toEqual(all)
  const by = (numberOf: (item: DailyItem) => number) =>
    papersOf([...items].sort((one, other) => numberOf(other) - numberOf(one)))
  const orders: Readonly<Record<Sort, readonly [text: string, papers: readonly string[]]>> = {
    rank: ['by rank', all],
    votes: ['by votes', by(({ paper }) => paper.upvotes)],
    newest: ['newest first', by(({ paper }) => Date.parse(paper.publishedAt.slice(0, 10)))],
    // None has gained any since the first list was fetched.
    rising: ['by votes gained', all],
    stars: ['by stars', by(({ paper }) => (paper.githubRepo ? (paper.githubStars ?? -1) : -1))],
  }
  await soon(sort).toContain(orders.rank[0])
  for (const next of [...sorts.slice(1), ...sorts.slice(0, 1)]) {
    const [text, papers] = orders[next]
    await popup.press('g')
    await soon(sort).toContain(text)
    await soon(read.news, 'it is told').toContain(text)
    await soon(read.papers, text).toEqual(papers)
  }

  const item = items.find(
    ({ paper }) => paper.organization && paper.ai_keywords?.[0] && paper.githubRepo,
  )?.paper
  const [id, keyword = '', organization = ''] = [
    `arxiv:${item?.id}`,
    item?.ai_keywords?.[0],
    item?.organization?.fullname,
  ]
  await read.focus(id)
  await popup.press('s')
  await soon(() => read.count('.paper-row.saved')).toBe(1)
  await popup.press('w')
  await soon(() => read.count('.watch-mark')).not.toBe(0)
  const withCode = papersOf(items.filter(({ paper }) => paper.githubRepo !== undefined))
  const ofOrganization = papersOf(
    items.filter(({ paper }) => paper.organization?.fullname === organization),
  )
  const withKeyword = papersOf(
    items.filter(({ paper }) =>
      paper.ai_keywords?.some((other) => other.toLowerCase() === keyword.toLowerCase()),
    ),
  )

  // Which are unseen is a question of how fast this test is: those that are left next time are looked at below.
  const filtered: Readonly<Record<ListFilter, readonly [text: string, papers?: typeof all]>> = {
    unseen: ['unseen'],
    saved: ['saved', [id]],
    withCode: ['with code', withCode],
    watched: ['matching a watch', ofOrganization],
  }
  for (const [index, filter] of listFilters.entries()) {
    const [text, papers] = filtered[filter]
    await popup.press('f')
    await soon(hasPanel, 'the sort that is chosen has the focus').toBe(1)
    for (let press = 0; press <= index; press += 1) await popup.press('Tab')
    await popup.press(' ')
    await soon(chips).toEqual([text])
    if (papers !== undefined) {
      await soon(read.papers, text).toEqual(papers)
      await soon(() => read.text('.filter-chips p')).toBe(
        `showing ${papers.length} of ${all.length}`,
      )
    }
    if (filter === 'withCode') {
      for (const colorScheme of ['light', 'dark'] as const) {
        await popup.emulateColorScheme(colorScheme)
        expect(await read.violations(), colorScheme).toEqual([])
        await testInfo.attach(`panel-${colorScheme}`, {
          body: Buffer.from(await popup.picture(), 'base64'),
          contentType: 'image/png',
        })
      }
    }
    await popup.run(() => {
      const panel = document.querySelector<HTMLElement>('#arrange-panel')
      panel?.hidePopover()
      panel?.showPopover()
    })
    await soon(hasPanel, 'opened again at once, the panel has the focus again').toBe(1)
    await popup.press('Escape')
    await soon(hasPanel, 'the panel closes, the popup does not').toBe(0)
    await takeOff()
    await soon(read.papers).toEqual(all)
  }

  const facets: Readonly<Record<keyof Facets, readonly [name: string, papers: typeof all]>> = {
    keywords: [keyword, withKeyword],
    organizations: [organization, ofOrganization],
    watches: [organization, ofOrganization],
  }
  await popup.press('f')
  await soon(() => read.count('.facet-picker')).toBe(Object.keys(facetsOf([])).length)
  for (const [index, [name, papers]] of Object.values(facets).entries()) {
    const choose = (value: string) =>
      popup.run(
        (place, wanted) => {
          const select = document.querySelectorAll<HTMLSelectElement>('.facet-picker select')[place]
          if (select === undefined) throw new Error('There is no such choice')
          select.value = wanted
          select.dispatchEvent(new Event('change', { bubbles: true }))
        },
        index,
        value,
      )
    await choose(name)
    await soon(chips).toEqual([name])
    await soon(read.papers, name).toEqual(papers)
    await choose('')
    await soon(read.papers).toEqual(all)
  }
  await popup.press('Escape')

  await test.step('and in a row', async () => {
    const row = `[data-paper-id="${id}"]`
    await read.focus(id)
    await popup.press(' ')
    await soon(() => read.count(`${row} .paper-keywords .filter-word`)).not.toBe(0)
    await popup.click(`${row} .paper-keywords .filter-word`)
    await soon(read.papers).toEqual(withKeyword)
    await takeOff()
    await popup.click(`${row} .paper-facts .filter-word`)
    await soon(chips).toEqual([organization])
    await popup.close()
    const again = await openList(extension)
    await soon(again.read.papers, 'another time it is not remembered').toEqual(all)
  })
})

test('sort and filters are remembered, and a row that no longer passes stays until then', async ({
  extension,
}) => {
  const first = await openList(extension)
  const { items, all } = first
  const withCode = papersOf(items.filter(({ paper }) => paper.githubRepo !== undefined))
  const toggle = async ({ popup, hasPanel }: typeof first, filter: ListFilter) => {
    await popup.press('f')
    await soon(hasPanel).toBe(1)
    for (let press = 0; press <= listFilters.indexOf(filter); press += 1) await popup.press('Tab')
    await popup.press(' ')
    await popup.press('Escape')
    await soon(hasPanel).toBe(0)
  }
  await first.read.focus(withCode[0] ?? '')
  await first.popup.press('s')
  await soon(first.read.news).toContain('Saved')
  await toggle(first, 'withCode')
  await toggle(first, 'saved')
  await soon(first.read.papers).toEqual(withCode.slice(0, 1))
  await first.popup.press('s')
  await soon(first.read.news).toContain('Removed from saved')
  expect(await first.read.papers(), 'its row stays').toEqual(withCode.slice(0, 1))
  await first.popup.close()

  const blank = await openToolbarPopup(extension)
  const read = readerOf(blank)
  await soon(() => read.text('.blank-list')).toContain('No paper in this list matches: ')
  expect(await read.violations()).toEqual([])
  await read.press('Show all')
  await soon(read.papers).toEqual(all)
  for (let press = 1; press < sorts.length; press += 1) await blank.press('g')
  await soon(() => read.text('.arrange-menu > button')).toContain('by stars')
  await blank.close()

  const third = await openList(extension)
  await soon(third.sort, 'the sort is remembered').toContain('by stars')
  await toggle(third, 'unseen')
  await soon(third.chips).toEqual(['unseen'])
  // A slow machine may have shown some for long enough before.
  const { length } = await third.read.papers()
  await soon(() => third.read.count('.paper-row.shown'), 'they are seen').toBeGreaterThan(0)
  expect(await third.read.papers(), 'and stay').toHaveLength(length)
  const shown = await third.popup.run(() =>
    [...document.querySelectorAll<HTMLElement>('.paper-row.shown')].map(
      ({ dataset }) => dataset.paperId,
    ),
  )
  await third.popup.close()

  const last = await openList(extension)
  await soon(last.chips).toEqual(['unseen'])
  expect((await last.read.papers()).filter((id) => shown.includes(id))).toEqual([])
})
