import type { Page } from '@playwright/test'
import { type Extension, expect, test } from '../browser/extension'
import { rowsOf } from '../browser/popup-page'
import { openToolbarPopup } from '../browser/toolbar-popup'
import { violations } from '../browser/violations'

const dayLength = 86_400_000
const stripText = `document.querySelector('.this-page-title')?.textContent`
const opener = '.key-hints [aria-label="Open in the side panel"]'

/** The panel's page in a tab. */
async function panelPage({ context, extensionId }: Extension, width: number): Promise<Page> {
  const panel = await context.newPage()
  await panel.setViewportSize({ width, height: 720 })
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`)
  await expect(rowsOf(panel).first()).toBeVisible()
  return panel
}

test('the real panel opens, and follows the tab', async ({ extension }) => {
  await test.step('a press in the popup opens the real panel, which follows the tab', async () => {
    const [first, second] = extension.standIn.itemsOf(extension.standIn.today())
    if (!first || !second) throw new Error('The stand-in has too few papers')
    const titleOf = ({ paper }: typeof first) => paper.title.replace(/\s+/g, ' ').trim()
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${first.paper.id}`)
    const popup = await openToolbarPopup(extension)
    await expect.poll(() => popup.evaluate(`!!document.querySelector('${opener}')`)).toBe(true)

    const panel = await openToolbarPopup(extension, {
      address: 'sidepanel.html',
      open: () => popup.click(opener),
    })
    const strip = () => panel.evaluate(stripText)
    const rows = () => panel.evaluate(`document.querySelectorAll('.paper-row').length`)
    await expect.poll(rows).toBeGreaterThan(3)
    await expect.poll(strip).toBe(titleOf(first))
    expect(await panel.evaluate(`!!document.querySelector('${opener}')`), 'it is open').toBe(false)
    expect(await panel.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    expect(
      await panel.evaluate(`document.querySelector('.popup').offsetHeight - innerHeight`),
      'it fills the height',
    ).toBe(0)

    await page.goto(`https://arxiv.org/abs/${second.paper.id}`)
    await expect.poll(strip, 'another page').toBe(titleOf(second))
    const other = await extension.context.newPage()
    await other.bringToFront()
    await expect.poll(strip, 'a tab that is no paper').toBeUndefined()
    await page.bringToFront()
    await expect.poll(strip, 'back in the first tab').toBe(titleOf(second))
  })

  await test.step('menu and key open the panel of their window, at once', async () => {
    const opened = await extension.worker.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: WorkerApi }
      const windows: number[] = []
      chrome.sidePanel.open = async ({ windowId }) => void windows.push(windowId)
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'open-panel' }, { windowId: 11 })
      chrome.commands.onCommand.dispatch('open-panel', { windowId: 12 })
      return windows
    })
    expect(opened).toEqual([11, 12])
  })
})

test('the panel is right at any width and at any time', async ({ extension }) => {
  await test.step('narrow and wide: nothing is cut off, axe finds nothing, Escape does not close it', async () => {
    // Firefox begins with 252, of which a scrollbar takes some.
    for (const width of [240, 360, 640]) {
      const panel = await panelPage(extension, width)
      const excess = () =>
        panel.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(await excess(), `at ${width}`).toBe(0)
      expect(await panel.evaluate(controlsOutside), `at ${width}`).toEqual([])
      const height = (await panel.locator('.popup').boundingBox())?.height
      expect(height, `at ${width}`).toBe(720)
      const picture = (colorScheme: string) =>
        panel.screenshot({ path: test.info().outputPath(`panel-${width}-${colorScheme}.png`) })
      expect(await violations(panel, picture), `at ${width}`).toEqual([])
      await panel.keyboard.press('Escape')
      await panel.keyboard.press('j')
      await expect(rowsOf(panel).first(), 'still open').toHaveAttribute('aria-current', 'true')
      await panel.close()
    }
  })

  await test.step('it goes to the list of the new day while it stays open', async () => {
    const { standIn } = extension
    const count = (day: number) => standIn.itemsOf(new Date(day).toISOString().slice(0, 10)).length
    const today = Date.parse(standIn.today())
    const before = await panelPage(extension, 360)
    await before.getByRole('button', { name: 'Previous day' }).click()
    await expect(rowsOf(before)).toHaveCount(count(today - dayLength))
    await before.close()

    const panel = await extension.context.newPage()
    await panel.clock.install({ time: today - 40_000 })
    const asked: unknown[] = []
    await panel.exposeFunction('noteAsked', (message: unknown) => asked.push(message))
    await panel.addInitScript(() => {
      const { runtime } = (globalThis as unknown as { chrome: RuntimeApi }).chrome
      const send = runtime.sendMessage.bind(runtime)
      runtime.sendMessage = (message) => {
        const { name } = message as { name: string }
        if (name === 'syncList') (globalThis as unknown as Noting).noteAsked(message)
        return send(message)
      }
    })
    await panel.goto(`chrome-extension://${extension.extensionId}/sidepanel.html`)
    await expect(rowsOf(panel)).toHaveCount(count(today - dayLength))
    await expect.poll(() => asked).toHaveLength(1)
    await panel.clock.fastForward(90_000)
    await expect(rowsOf(panel)).toHaveCount(count(today))
    await expect.poll(() => asked, 'and asks for it').toHaveLength(2)
  })
})

/** The controls that are not whole on the screen from left to right. Runs in the page, so it stands alone. */
function controlsOutside(): string[] {
  return [...document.querySelectorAll('button, a, select')].flatMap((control) => {
    const { left, right, width } = control.getBoundingClientRect()
    const name = control.getAttribute('aria-label') ?? control.textContent
    return width > 0 && (left < 0 || right > innerWidth) ? [name] : []
  })
}

interface WorkerApi {
  readonly sidePanel: { open: (options: { windowId: number }) => Promise<void> }
  readonly contextMenus: { readonly onClicked: Dispatched }
  readonly commands: { readonly onCommand: Dispatched }
}

interface Dispatched {
  dispatch(...details: readonly unknown[]): void
}

interface RuntimeApi {
  readonly runtime: { sendMessage: (message: unknown) => Promise<unknown> }
}

interface Noting {
  noteAsked(message: unknown): void
}
