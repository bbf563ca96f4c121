import type { Page } from '@playwright/test'
import { addDays, dayOf } from '../../../scripts/stand-in/days'
import type { DailyItem } from '../../../scripts/stand-in/papers'
import { type Extension, expect, test } from '../browser/extension'
import { fonts } from '../browser/fonts'
import { lookedLastOn } from '../browser/last-look'
import { layoutProblems } from '../browser/layout'
import { rowsOf, toastOf } from '../browser/popup-page'
import { violations } from '../browser/violations'

/** Pictures are for looking at: `GALLERY=1` leaves them in `test-results`. */
const hasPictures = process.env.GALLERY !== undefined

/** Firefox begins with 252 pixels, of which a scrollbar takes some. */
const panelWidths = [240, 280, 320, 360, 640]

/** Where in the list of today the paper stands that has all that a row can tell. */
const fullRow = 2

const api = '/api/daily_papers'

/** What can be found whatever the language is. */
const blankOf = (popup: Page) => popup.locator('.blank-list')
const noticeOf = (popup: Page) => popup.locator('main .notice.problem')
const filter = (number: number) =>
  `.arrange-panel fieldset:last-of-type label:nth-of-type(${number}) input`

/** A popup that takes the tab in front for one with this address. */
async function popupOver(
  { context, extensionId }: Extension,
  address = 'https://example.org/',
  file = 'popup.html',
): Promise<Page> {
  const popup = await context.newPage()
  await popup.setViewportSize({ width: 400, height: 600 })
  await popup.emulateMedia({ reducedMotion: 'reduce' })
  await popup.addInitScript((url) => {
    const { tabs } = (globalThis as unknown as { chrome: TabsApi }).chrome
    tabs.query = async () => [{ id: 1, url }]
  }, address)
  await popup.goto(`chrome-extension://${extensionId}/${file}`)
  return popup
}

/** How wide the same words are in each font. Stands alone. */
function widthsIn(families: readonly string[]): readonly number[] {
  const line = document.createElement('canvas').getContext('2d')
  if (line === null) return []
  return families.map((family) => {
    line.font = `16px "${family}"`
    return line.measureText('Marginal notes 论文').width
  })
}

function send(popup: Page, name: string, payload: object): Promise<unknown> {
  return popup.evaluate(
    (message) =>
      (globalThis as unknown as { chrome: RuntimeApi }).chrome.runtime.sendMessage(message),
    { name, payload },
  )
}

for (const locale of ['en', 'zh-CN']) {
  test.describe(`in ${locale}`, () => {
    test.use({
      locale,
      prepare: {
        run(standIn) {
          const items = standIn.itemsOf(standIn.today())
          standIn.setDay(
            standIn.today(),
            items.map((item, index) => (index === fullRow ? withLongFacts(item) : item)),
          )
          const saturday = lastSaturdayBefore(addDays(standIn.today(), -2))
          standIn.setDay(saturday, [])
          standIn.setFault(api, { kind: 'hold' })
        },
      },
    })

    test('every state of the popup', async ({ extension }, testInfo) => {
      test.slow()
      const { standIn } = extension
      const today = standIn.today()
      const problems: string[] = []
      const picture = (popup: Page, name: string) =>
        popup.screenshot({ path: testInfo.outputPath(`${name}.png`) })
      const take = async (popup: Page, name: string, isForAll = true) => {
        const inFonts = await layoutProblems(
          (what, given) => popup.evaluate(what, given),
          hasPictures ? (font) => picture(popup, `${name}-${font}`) : undefined,
        )
        problems.push(...inFonts.map((one) => `${name}: ${one}`))
        if (!isForAll) return
        const forAll = await violations(
          popup,
          hasPictures ? (scheme) => picture(popup, `${name}-${scheme}`) : undefined,
        )
        problems.push(...forAll.map((one) => `${name}: ${one}`))
      }

      const popup = await popupOver(extension)
      await expect(popup.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale}`))
      await expect(blankOf(popup)).toBeVisible()
      const widths = await popup.evaluate(widthsIn, Object.values(fonts))
      // Elsewhere there are the fonts of the system only.
      if (process.platform === 'linux') expect(new Set(widths).size).toBe(widths.length)
      await take(popup, '01-first-run')
      await popup.locator('.list-header-bar .icon-button').nth(-3).click()
      await expect(blankOf(popup).getByRole('button')).toBeVisible()
      await take(popup, '02-stopped')
      standIn.clearFaults()
      standIn.setFault(api, { kind: 'status', status: 500 })
      await blankOf(popup).getByRole('button').click()
      await expect(popup.locator('.blank-list[role=alert]')).toBeVisible()
      await take(popup, '03-error')
      standIn.clearFaults()
      await blankOf(popup).getByRole('button').click()
      await expect(rowsOf(popup).first()).toBeVisible()
      await expect(popup.locator('.first-key-hint')).toBeVisible()
      await take(popup, '04-list-with-hint')
      await popup.keyboard.press('j')
      await expect(popup.locator('.first-key-hint')).toHaveCount(0)
      await take(popup, '05-list')
      await popup.keyboard.press('Space')
      await expect(popup.locator('.paper-abstract')).toBeVisible()
      await take(popup, '06-expanded')
      await popup.keyboard.press('Space')
      await popup.keyboard.press('s')
      await expect(toastOf(popup)).toBeVisible()
      await take(popup, '07-news-with-undo')
      await popup.keyboard.press('x')
      await popup.keyboard.press('End')
      await popup.locator('.hidden-papers').scrollIntoViewIfNeeded()
      await take(popup, '08-hidden-line')
      await popup.keyboard.press('Home')
      await popup.keyboard.press('?')
      await expect(popup.locator('dialog.key-list')).toBeVisible()
      await take(popup, '09-keys')
      await popup.keyboard.press('Escape')

      await popup.keyboard.press('f')
      await expect(popup.locator('.arrange-panel')).toBeVisible()
      await take(popup, '10-filters')
      await popup.locator(filter(3)).click()
      await popup.keyboard.press('Escape')
      await expect(popup.locator('.filter-chips li')).toHaveCount(1)
      await take(popup, '11-chips')
      await popup.keyboard.press('f')
      await popup.locator(filter(2)).click()
      await popup.keyboard.press('Escape')
      await expect(blankOf(popup).getByRole('button')).toBeVisible()
      await take(popup, '12-nothing-passes')
      await popup.close()

      const fresh = await popupOver(extension)
      await send(fresh, 'changeSettings', { listFilters: [], density: 'compact', period: 'day' })
      await fresh.reload()
      await expect(rowsOf(fresh).first()).toBeVisible()
      await take(fresh, '13-compact')
      await send(fresh, 'changeSettings', { density: 'comfortable', hasThumbnails: true })
      await fresh.reload()
      await expect(fresh.locator('main img').first()).toBeVisible()
      await take(fresh, '14-thumbnails')
      await send(fresh, 'changeSettings', { hasThumbnails: false })

      const saturday = lastSaturdayBefore(addDays(today, -2))
      await fresh.locator('input[type=date]').fill(saturday)
      await expect(blankOf(fresh).getByRole('button')).toBeVisible()
      await take(fresh, '15-empty-day')
      await fresh.locator('input[type=date]').fill(addDays(today, -1))
      await expect(rowsOf(fresh).first()).toBeVisible()
      await lookedLastOn(fresh, addDays(today, -3))
      await fresh.keyboard.press('0')
      await expect(fresh.locator('.list-day').first()).toBeVisible()
      await take(fresh, '16-new-with-days')
      for (const days of [0, 1, 2, 3]) {
        const listed = standIn.itemsOf(addDays(today, -days))
        await send(fresh, 'markSeen', { paperIds: listed.map(({ paper }) => `arxiv:${paper.id}`) })
      }
      await fresh.reload()
      await fresh.keyboard.press('0')
      await expect(blankOf(fresh)).toBeVisible()
      await take(fresh, '17-nothing-new')
      for (const [key, name] of [
        ['2', '35-week'],
        ['3', '36-month'],
        ['4', '18-trending'],
      ] as const) {
        await fresh.keyboard.press(key)
        await expect(rowsOf(fresh).first()).toBeVisible()
        await take(fresh, name)
      }
      await fresh.keyboard.press('1')
      await expect(rowsOf(fresh).first()).toBeVisible()

      await fresh.keyboard.press('/')
      await expect(fresh.locator('.find input')).toBeFocused()
      await take(fresh, '19-find')
      await fresh.locator('.find input').fill('has:code language')
      await expect(fresh.locator('.find .paper-row').first()).toBeVisible()
      await take(fresh, '20-found')
      await fresh.locator('.find input').fill('zzzz')
      await expect(fresh.locator('.find-nothing')).toBeVisible()
      await take(fresh, '21-found-nothing')
      await fresh.keyboard.press('Escape')

      const full = standIn.itemsOf(today)[fullRow]
      const paperId = `arxiv:${full?.paper.id}`
      await send(fresh, 'addWatch', {
        id: crypto.randomUUID(),
        createdAt: Date.now(),
        question: full?.paper.title.split(' ')[0],
        name: 'Rewards and proofs',
        isEnabled: true,
        notifies: false,
      })
      const addTags = ['long contexts', 'to cite']
      await send(fresh, 'editEntry', { paperId, status: 'reading', addTags })
      const row = (page: Page) => page.locator(`main [data-paper-id="${paperId}"]`)
      await fresh.reload()
      await expect(row(fresh).locator('.watch-mark')).toBeVisible()
      await take(fresh, '29-row-with-all')
      await row(fresh).locator('.paper-title').click()
      await expect(fresh.locator('.paper-abstract')).toBeVisible()
      await take(fresh, '30-row-with-all-open')
      await fresh.close()

      const panel = await popupOver(
        extension,
        `https://arxiv.org/abs/${full?.paper.id}`,
        'sidepanel.html',
      )
      await expect(panel.locator('.this-page')).toBeVisible()
      await expect(row(panel).locator('.watch-mark')).toBeVisible()
      const atEachWidth = async (name: string) => {
        for (const width of panelWidths) {
          await panel.setViewportSize({ width, height: 720 })
          await take(panel, `${name}-${width}`, false)
        }
      }
      await atEachWidth('31-panel')
      await row(panel).locator('.paper-title').click()
      await expect(panel.locator('.paper-abstract')).toBeVisible()
      await atEachWidth('32-panel-open')
      await panel.keyboard.press('/')
      await panel.locator('.find input').fill('language')
      await expect(panel.locator('.find .paper-row').first()).toBeVisible()
      await atEachWidth('33-panel-find')
      await panel.keyboard.press('Escape')
      await panel.keyboard.press('4')
      await expect(panel.locator('.period-tabs button').last()).toHaveAttribute('aria-current')
      await expect(rowsOf(panel).first()).toBeVisible()
      await atEachWidth('34-panel-trending')
      await panel.close()

      const second = standIn.itemsOf(today)[1]?.paper.id
      const reading = await popupOver(extension, `https://arxiv.org/abs/${second}`)
      await expect(reading.locator('.this-page')).toBeVisible()
      await expect(rowsOf(reading).first()).toBeVisible()
      await take(reading, '22-this-page')
      await reading.locator('.this-page-head [aria-expanded]').last().click()
      await expect(reading.locator('.this-page-rest')).toBeVisible()
      await take(reading, '23-this-page-expanded')
      await reading.close()
      const offering = await popupOver(extension, 'https://openreview.net/forum?id=abcDEF1234')
      await expect(offering.locator('.site-offer')).toBeVisible()
      await take(offering, '24-site-offer')

      await offering.clock.setFixedTime(Date.now() + 2 * 86_400_000)
      await offering.reload()
      await expect(rowsOf(offering).first()).toBeVisible()
      await take(offering, '25-stale')
      await offering.close()
      await standIn.stop()
      const offline = await popupOver(extension)
      await expect(rowsOf(offline).first()).toBeVisible()
      await offline.locator('.list-header-bar .icon-button').nth(-3).click()
      await expect(noticeOf(offline)).toBeVisible()
      await take(offline, '26-offline')

      await offline.addInitScript(() => {
        const original = IDBFactory.prototype.open
        IDBFactory.prototype.open = function (...given) {
          if (sessionStorage.getItem('isBroken') === null) return original.apply(this, given)
          throw new DOMException('Internal error opening backing store', 'UnknownError')
        }
      })
      await offline.evaluate(() => sessionStorage.setItem('isBroken', 'yes'))
      await offline.reload()
      await expect(blankOf(offline)).toBeVisible()
      await take(offline, '27-unreadable')
      await offline.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            sessionStorage.removeItem('isBroken')
            const request = indexedDB.open('dogear', 20)
            request.onerror = () => reject(request.error)
            request.onsuccess = () => resolve(request.result.close())
          }),
      )
      await offline.reload()
      await expect(blankOf(offline)).toBeVisible()
      await take(offline, '28-newer-data')
      expect(problems).toEqual([])
    })
  })
}

/** The paper with all that a row can tell of it, and more than has room. */
function withLongFacts(item: DailyItem): DailyItem {
  const fullname = 'Institute for Very Large Language Models of the Northern Academy of Sciences'
  const organization = { _id: '5f0c00000000000000000001', name: 'northern-academy', fullname }
  const publishedAt = '2026-01-05T00:00:00.000Z'
  return {
    ...item,
    organization,
    numComments: 128,
    publishedAt,
    paper: { ...item.paper, organization, publishedAt, githubStars: 12_345 },
  }
}

function lastSaturdayBefore(day: string): string {
  const weekday = new Date(day).getUTCDay()
  return dayOf(Date.parse(day) - ((weekday + 1) % 7) * 86_400_000)
}

interface TabsApi {
  readonly tabs: { query: () => Promise<readonly { id: number; url: string }[]> }
}

interface RuntimeApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
}
