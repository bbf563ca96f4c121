import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { hosts } from '../../../scripts/browsers/annotation-hosts'
import { annotationNodes, annotationText } from '../browser/closed-shadow'
import { expect, test } from '../browser/extension'
import { violations } from '../browser/violations'

/**
 * What axe finds inside annotations. Their roots are closed to the page, and open to the extension's own scripts by
 * way of `chrome.dom`, so axe runs where those run.
 *
 * @returns how many elements it looked at, and what it found
 */
async function annotationViolations(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page)
  const contexts: { id: number; origin: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
  await session.send('Runtime.enable')
  const isolated = contexts.find(({ origin }) => origin.startsWith('chrome-extension:'))
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: isolated?.id ?? 0,
    awaitPromise: true,
    returnByValue: true,
    expression: axeInside(selector),
  })
  await session.detach()
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description)
  return result.value as { checked: number; found: string[] }
}

const axeInside = (selector: string) => `(async () => {
  Object.defineProperty(Element.prototype, 'shadowRoot', {
    get() { return this instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(this) : null },
  })
  ;${axe.source}
  const result = await axe.run(${JSON.stringify(selector)}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  const elements = ({ nodes }) => nodes.map(({ html }) => html)
  return {
    checked: new Set(result.passes.flatMap(elements)).size,
    found: result.violations.flatMap((rule) => elements(rule).map((html) => rule.id + ': ' + html)),
  }
})()`

test('the popup can be used by everyone', async ({ extension }) => {
  await test.step('the popup works at 200% zoom: nothing is cut off', async () => {
    const popup = await extension.popup()
    // As large as a popup can be there: 800 by 600 pixels of the screen.
    await popup.setViewportSize({ width: 400, height: 300 })
    await expect(popup.locator('.paper-row').first()).toBeVisible()
    const overflow = await popup.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await expect(popup.locator('.key-hints')).toBeInViewport()
    await popup.close()
  })

  await test.step('axe finds nothing in the popup', async () => {
    const popup = await extension.popup()
    await expect(popup.locator('.paper-row').first()).toBeVisible()
    expect(await violations(popup), 'a list').toEqual([])
    await popup.keyboard.press('j')
    await popup.keyboard.press('Space')
    await popup.keyboard.press('s')
    await expect(popup.getByRole('button', { name: 'Undo' })).toBeVisible()
    expect(await violations(popup), 'an expanded row and news').toEqual([])
    await extension.standIn.stop()
    await popup.getByRole('button', { name: 'Previous day' }).click()
    await expect(popup.getByRole('alert')).toBeVisible()
    expect(await violations(popup), 'an error').toEqual([])
    await popup.close()
  })
})

test('axe finds nothing in what is put into pages, which follows the scheme', async ({
  extension,
}) => {
  const [item] = extension.standIn.itemsOf(extension.standIn.today())
  const page = await extension.context.newPage()
  const marks = page.locator(hosts.mark)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(`https://huggingface.co/papers/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('#1 on')
    const check = async (selector: string, least: number) => {
      const { checked, found } = await annotationViolations(page, selector)
      expect(found, `${selector}, ${colorScheme}`).toEqual([])
      expect(checked, selector).toBeGreaterThan(least)
    }
    await check(hosts.bar, 4)
    await page.goto('https://huggingface.co/papers')
    await expect(marks.first()).toBeVisible()
    await check(hosts.mark, 4)
    await marks.first().hover()
    await expect(page.locator(hosts.card).first()).toBeVisible()
    await check(hosts.card, 10)
  }

  await page.goto('https://huggingface.co/papers')
  await expect(marks.first()).toBeVisible()
  await page.emulateMedia({ colorScheme: 'light' })
  const grounds = async () =>
    (await annotationNodes(page)).flatMap(
      ({ attributes }) => /^(?:light|dark)\b/.exec(attributes.class ?? '')?.[0] ?? [],
    )
  await expect.poll(async () => new Set(await grounds())).toEqual(new Set(['light']))
})

test('the options and the welcome can be used by everyone', async ({ extension }) => {
  await test.step('axe finds nothing in the options and in the welcome', async () => {
    const page = await extension.context.newPage()
    for (const name of ['options', 'welcome']) {
      await page.goto(`chrome-extension://${extension.extensionId}/${name}.html`)
      await expect(page.getByRole('switch').first()).toBeVisible()
      expect(await violations(page), name).toEqual([])
    }
  })

  await test.step('each section of the options can be gone to', async () => {
    const page = await extension.context.newPage()
    await page.goto(`chrome-extension://${extension.extensionId}/options.html`)
    const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link')
    const listed = () =>
      links.evaluateAll((all) =>
        all.map((one) => [one.getAttribute('href')?.slice(1), one.textContent]),
      )
    const sections = () =>
      page
        .locator('.options-section')
        .evaluateAll((all) =>
          all.map(({ id }) => [id, document.getElementById(`${id}-title`)?.textContent]),
        )
    await expect.poll(listed).not.toEqual([])
    expect(await listed()).toEqual(await sections())
    await links.last().click()
    await expect(page.locator('.options-section').last()).toBeInViewport()
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [1280, 'dark'],
      [640, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: test.info().outputPath(`options-${width}-${colorScheme}.png`) })
    }
  })
})
