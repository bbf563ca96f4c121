import type { Page } from '@playwright/test'
import { type Extension, expect, test } from '../browser/extension'
import { layoutProblems } from '../browser/layout'

const sections = [
  'sources',
  'sites',
  'watches',
  'notifications',
  'appearance',
  'sync',
  'changes',
  'data',
]
const widths = [320, 1100]

/** A page of the options that is slow and notes which of its sections had to wait for what they show. */
async function slowPage({ context }: Extension): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.addInitScript(() => {
    const noting = globalThis as unknown as Noting
    noting.waited = []
    new MutationObserver(() => {
      for (const { id } of document.querySelectorAll('section[aria-busy="true"]')) {
        if (!noting.waited.includes(id)) noting.waited.push(id)
      }
    }).observe(document, { subtree: true, childList: true })
  })
  return page
}

async function seeSection(page: Page, extensionId: string, id: string): Promise<void> {
  // Another hash alone would not load the page again.
  await page.goto('about:blank')
  await page.goto(`chrome-extension://${extensionId}/options.html#${id}`)
  await expect(page.locator('.options-section')).toHaveCount(sections.length)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** How far a section's beginning is from where it belongs, in pixels: below the edge, or where the page ends. */
function distance(id: string): number {
  const { scrollHeight } = document.documentElement
  const top = document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN
  const below = Math.max(0, scrollHeight - innerHeight - scrollY)
  return Math.round(Math.max(0, Math.min(top - 24, below)) - Math.min(0, top - 24))
}

/** Watches and changes, so that their sections grow once these are read. */
async function fill({ standIn, popup }: Extension): Promise<void> {
  const page = await popup()
  await expect(page.locator('.paper-row').first()).toBeVisible()
  const items = standIn.itemsOf(standIn.today()).slice(0, 8)
  const messages = [
    ...items.map(({ paper }) => ({
      name: 'editEntry',
      payload: { paperId: `arxiv:${paper.id}`, status: 'saved' },
    })),
    ...items.slice(0, 3).map(({ paper }) => ({
      name: 'addWatch',
      payload: {
        id: crypto.randomUUID(),
        createdAt: Date.now(),
        question: paper.title.split(/\W/)[0],
        isEnabled: true,
        notifies: false,
      },
    })),
  ]
  await page.evaluate(async (all) => {
    const { runtime } = (globalThis as unknown as { chrome: RuntimeApi }).chrome
    for (const message of all) await runtime.sendMessage(message)
  }, messages)
  await page.close()
}

test('a link to a section of the options leads to it, on a slow computer too', async ({
  extension,
}) => {
  await fill(extension)
  const page = await slowPage(extension)
  const linked = [
    ...sections.map((id) => [1100, id] as const),
    ...sections.slice(-3).map((id) => [320, id] as const),
  ]
  for (const [width, id] of linked) {
    await page.setViewportSize({ width, height: 640 })
    await seeSection(page, extension.extensionId, id)
    expect(await page.evaluate(distance, id), `#${id} at ${width}`).toBeLessThanOrEqual(1)
  }
  const waited = await page.evaluate(() => (globalThis as unknown as Noting).waited)
  expect(waited, 'what stands first in the page is there at once').not.toContain('sources')
  await page.mouse.wheel(0, -300)
  await expect.poll(() => page.evaluate(distance, 'data'), 'the reader goes on').toBeGreaterThan(9)
})

for (const locale of ['en', 'zh-CN']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('the options and the welcome are whole at any width and in any font', async ({
      extension,
    }, testInfo) => {
      await fill(extension)
      const page = await extension.context.newPage()
      const problems: string[] = []
      for (const name of ['options', 'welcome']) {
        await page.goto(`chrome-extension://${extension.extensionId}/${name}.html`)
        await expect(page.getByRole('switch').first()).toBeVisible()
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
        for (const width of widths) {
          await page.setViewportSize({ width, height: 640 })
          const picture = (font: string) =>
            page.screenshot({
              path: testInfo.outputPath(`${name}-${width}-${font}.png`),
              fullPage: true,
            })
          const found = await layoutProblems(
            (what, given) => page.evaluate(what, given),
            process.env.GALLERY === undefined ? undefined : picture,
          )
          problems.push(...found.map((one) => `${name} at ${width}: ${one}`))
        }
      }
      expect(problems).toEqual([])
    })
  })
}

interface Noting {
  waited: string[]
}

interface RuntimeApi {
  readonly runtime: { sendMessage(message: object): Promise<unknown> }
}
