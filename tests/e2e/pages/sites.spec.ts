import type { Page } from '@playwright/test'
import { readCases, readPage, type SiteCase } from '../../sites/read-cases'
import { intervals, savePapers } from '../browser/annotated-page'
import { textsBefore } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { grantSites } from '../browser/site-permissions'

/*
 * The pages of tests/sites in a real browser, at their own addresses: the bar and the marks stand where the fast
 * tests say that they should. Every paper that a page mentions is saved before.
 */

const cases = readCases()
/** So many that the browser's start does not count, so few that the parts run side by side. */
const parts = 2

for (let part = 0; part < parts; part += 1) {
  test(`the pages of the sites, part ${part + 1} of ${parts}`, async ({ extension }) => {
    const own = cases.filter((_, index) => index % parts === part)
    test.setTimeout(20_000 + own.length * 10_000)
    await grantSites(extension, ['https://*/*'])
    await savePapers(
      extension,
      own.flatMap(({ mentions = [] }) => mentions.flatMap(({ ids }) => ids.slice(0, 1))),
    )
    const page = await extension.context.newPage()
    // High enough for every mark to be near the screen.
    await page.setViewportSize({ width: 1_280, height: 4_000 })
    for (const one of own) {
      await test.step(one.page, () => checkPage(extension, page, one))
    }
  })
}

async function checkPage(extension: Extension, page: Page, one: SiteCase): Promise<void> {
  extension.standIn.setPage(one.address, {
    html: readPage(one.page),
    // Whatever a page wants besides, it does not get.
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  })
  await page.goto(one.address)
  const titles = one.title === undefined ? [] : [one.title]
  await expect
    .poll(() => textsBefore(page, 'bar'), { message: `bar on ${one.page}`, intervals })
    .toEqual(titles)
  if (one.mentions === undefined) return
  const anchors = one.mentions.map(({ anchor }) => anchor)
  await expect
    .poll(() => textsBefore(page, 'mark'), {
      message: `marks on ${one.page}`,
      intervals,
    })
    .toEqual(anchors)
}
