import type { Page } from '@playwright/test'
import { type Extension, expect, test } from '../browser/extension'
import { fonts } from '../browser/fonts'
import { inFont } from '../browser/layout'
import { rowsOf } from '../browser/popup-page'

const api = '/api/daily_papers'

/** A page of the extension in a font that notes what moves on it, and takes the tab in front for one with this address. */
async function watchedPage(
  { context, extensionId }: Extension,
  font: string,
  file: 'popup.html' | 'sidepanel.html',
  address = 'https://example.org/',
): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 400, height: 600 })
  await page.addInitScript(inFont(font))
  await page.addInitScript((url) => {
    const { tabs } = (globalThis as unknown as { chrome: TabsApi }).chrome
    tabs.query = async () => [{ id: 1, url }]
    const noting = globalThis as unknown as Noting
    noting.moved = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as readonly Shift[]) {
        // What the user does may move things.
        if (entry.hadRecentInput) continue
        for (const { node, previousRect, currentRect } of entry.sources) {
          const places = [previousRect, currentRect].map(({ x, y }) => `${x},${y}`).join(' to ')
          noting.moved.push(`${node?.nodeName} “${node?.textContent?.slice(0, 60)}” ${places}`)
        }
      }
    }).observe({ type: 'layout-shift', buffered: true })
  }, address)
  await page.goto(`chrome-extension://${extensionId}/${file}`)
  return page
}

/** What has moved on the page by the time that two more frames are drawn. */
function movedOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => setTimeout(resolve))
    return (globalThis as unknown as Noting).moved
  })
}

function syncNow(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    (globalThis as unknown as { chrome: RuntimeApi }).chrome.runtime.sendMessage({
      name: 'syncList',
      payload: { source: 'hf-daily', force: true },
    }),
  )
}

for (const [name, font] of Object.entries(fonts)) {
  test.describe(`in the ${name} font`, () => {
    test('nothing moves in the popup', async ({ extension }) => {
      await test.step('a sync that lands in the open popup moves nothing', async () => {
        const { standIn } = extension
        const today = standIn.today()
        // Numbers with as many digits before and after.
        const all = standIn.itemsOf(today).map((item, index) => ({
          ...item,
          numComments: 12,
          paper: { ...item.paper, upvotes: 900 - index },
        }))
        standIn.setDay(today, all)
        const yesterday = standIn.itemsOf(
          new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10),
        )
        const popup = await watchedPage(extension, font, 'popup.html')
        await expect(rowsOf(popup)).toHaveCount(all.length)
        await syncNow(popup)
        await expect(rowsOf(popup).first()).toContainText('900')
        const changed = all.slice(2).map((item, index) => ({
          ...item,
          numComments: 95,
          paper: { ...item.paper, upvotes: 200 + index },
        }))
        standIn.setDay(today, [...yesterday.slice(0, 3), ...changed])
        await syncNow(popup)
        await expect(popup.getByRole('button', { name: 'Show 3 new papers' })).toBeVisible()
        await expect(popup.locator('.paper-votes').nth(4)).toContainText('202')
        expect(await movedOn(popup)).toEqual([])
        await popup.close()
      })

      await test.step('a sync that fails, and the next one that works, move nothing', async () => {
        const popup = await watchedPage(extension, font, 'popup.html')
        await expect(rowsOf(popup).first()).toBeVisible()
        extension.standIn.setFault(api, { kind: 'status', status: 500 })
        await syncNow(popup)
        await expect(popup.getByRole('alert')).toContainText('This is the last list')
        expect(await movedOn(popup), 'the notice comes').toEqual([])
        extension.standIn.clearFaults()
        await syncNow(popup)
        await expect(popup.getByRole('alert')).toHaveCount(0)
        expect(await movedOn(popup), 'and goes').toEqual([])
        await popup.close()
      })

      await test.step('what is told of a change, and its end, moves nothing', async () => {
        const popup = await watchedPage(extension, font, 'popup.html')
        await expect(rowsOf(popup).first()).toBeVisible()
        // A key of a script is none of the user's: whatever moves now is counted.
        const press = (pressed: string) =>
          popup.evaluate((key) => {
            document.dispatchEvent(new KeyboardEvent('keydown', { key }))
          }, pressed)
        await press('j')
        await expect(rowsOf(popup).first()).toHaveAttribute('aria-current', 'true')
        await popup.clock.install()
        await press('s')
        await expect(popup.getByText(/^Saved: /)).toBeVisible()
        await popup.clock.fastForward(11_000)
        await expect(popup.getByText(/^Saved: /)).toHaveCount(0)
        expect(await movedOn(popup)).toEqual([])
        await popup.close()
      })

      for (const [what, path, strip] of [
        ['the paper of the tab', (id: string) => `https://arxiv.org/pdf/${id}`, 'This page'],
        ['an offer for the site', () => 'https://openreview.net/', 'This site'],
      ] as const) {
        await test.step(`${what} does not push the list`, async () => {
          const [item] = extension.standIn.itemsOf(extension.standIn.today())
          const address = path(item?.paper.id ?? '')
          for (const file of ['popup.html', 'sidepanel.html'] as const) {
            const page = await watchedPage(extension, font, file, address)
            await expect(rowsOf(page).first()).toBeVisible()
            await expect(page.getByRole('region', { name: strip })).toBeVisible()
            expect(await movedOn(page), file).toEqual([])
            await page.close()
          }
        })
      }
    })

    test.describe('before the first list', () => {
      test.use({ prepare: { run: (standIn) => standIn.setFault(api, { kind: 'hold' }) } })

      test('it comes without anything moving', async ({ extension }) => {
        const popup = await watchedPage(extension, font, 'popup.html')
        await expect(popup.getByText('Fetching your first list of papers')).toBeVisible()
        extension.standIn.clearFaults()
        await expect(rowsOf(popup).first()).toBeVisible()
        expect(await movedOn(popup)).toEqual([])
      })
    })
  })
}

interface Shift {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}

interface Noting {
  moved: string[]
}

interface TabsApi {
  readonly tabs: { query: () => Promise<readonly { id: number; url: string }[]> }
}

interface RuntimeApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
}
