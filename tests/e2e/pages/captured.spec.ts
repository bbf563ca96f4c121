import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parseHTML } from 'linkedom'
import type { PaperId } from '../../../lib/papers/paper-id'
import { annotatedSiteOf } from '../../../lib/sites/annotated'
import { siteAnywhere } from '../../../lib/sites/anywhere'
import { allMentions } from '../../sites/page'
import { intervals, savePapers } from '../browser/annotated-page'
import { textsBefore } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { grantSites } from '../browser/site-permissions'

/*
 * Captured pages in a real browser: one of each site, for tests/corpus reads them all. The bar and the first marks
 * stand where the fast runner finds them.
 */

const folder = join(import.meta.dirname, '../../../shared/data/pages')
const isCaptured = existsSync(folder)
if (!isCaptured) {
  console.warn(
    `NOT TESTED: the captured data is absent (${folder}), so no captured page is opened.`,
  )
}

interface Captured {
  readonly file: string
  readonly site: string
  readonly kind: string
  readonly url: string
}

const parts = 2
/** How many of the marks on a page are looked at. */
const looked = 5
/** In pixels. */
const highest = 15_000

for (let part = 0; part < parts; part += 1) {
  test(`captured pages, part ${part + 1} of ${parts}`, async ({ extension }) => {
    test.skip(!isCaptured, 'the captured data is absent')
    const own = readCaptured()
      .filter((_, index) => index % parts === part)
      .map(whatIsExpected)
    test.setTimeout(20_000 + own.length * 15_000)
    await grantSites(extension, ['https://*/*'])
    await savePapers(
      extension,
      own.flatMap(({ paperIds }) => paperIds),
    )
    const page = await extension.context.newPage()
    for (const one of own) {
      await test.step(one.file, () => checkPage(extension, page, one))
    }
  })
}

function readCaptured(): Captured[] {
  const rows = readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Captured => JSON.parse(line))
    .filter(({ url }) => url.startsWith('https://'))
  return [...new Map(rows.map((row) => [row.site, row])).values()]
}

async function checkPage(
  extension: Extension,
  page: Page,
  { file, address, html, title, anchors }: Expected,
): Promise<void> {
  extension.standIn.setPage(address, {
    html,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  })
  await page.setViewportSize({ width: 1_280, height: 1_000 })
  await page.goto(address)
  // So that every mark is near the screen.
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: 1_280, height: Math.min(height, highest) })
  if (title !== undefined) {
    await expect
      .poll(() => textsBefore(page, 'bar'), { message: `bar on ${file}`, intervals })
      .toEqual([title])
  }
  await expect
    .poll(async () => (await textsBefore(page, 'mark')).slice(0, anchors.length), {
      message: `marks on ${file}`,
      intervals,
    })
    .toEqual(anchors)
}

type Expected = ReturnType<typeof whatIsExpected>

/** What the fast runner finds on a page: the title, and the first mentions of papers. */
function whatIsExpected({ file, url: address }: Captured) {
  const html = readFileSync(join(folder, file), 'utf8')
  const url = new URL(address)
  const { document } = parseHTML(html)
  const site = annotatedSiteOf(url) ?? siteAnywhere(url)
  const paperId = site.identifyPage?.(document, url) ?? site.identify(url)
  const title = paperId && site.findTitle?.(document, url)
  const mentions = new Map<Element, PaperId>()
  for (const { anchor, paperId } of allMentions(site.findMentions?.(document, url))) {
    if (!mentions.has(anchor)) mentions.set(anchor, paperId)
  }
  const inOrder = [...document.querySelectorAll('*')].filter((element) => mentions.has(element))
  const first = inOrder.slice(0, looked)
  return {
    file,
    address,
    html,
    title: title && textOf(title),
    anchors: first.map(textOf),
    paperIds: first.flatMap((anchor) => mentions.get(anchor) ?? []),
  }
}

function textOf(element: Element): string | undefined {
  return element.textContent?.replace(/\s+/g, ' ').trim()
}
