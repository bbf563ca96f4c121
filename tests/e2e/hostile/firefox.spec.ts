import { expect, test } from '@playwright/test'
import {
  annotationTextIn,
  getFirefox,
  launchFirefox,
  openExtensionPage,
} from '../../../scripts/browsers/firefox'
import { buildFolder } from '../../../scripts/build'
import { standInHosts, startStandIn } from '../../../scripts/stand-in'
import { startTunnel } from '../../../scripts/stand-in/tunnel'
import type { Attack } from './attack'
import { canary, keeping, ownPaper, written } from './canaries'
import { hostilePage, pageOfForms } from './hostile-page'

const address = 'https://arxiv.org/abs/2401.00001'

interface RuntimeApi {
  readonly browser: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } }
}

test('in Firefox: a page reads no note and no tag, writes none, and does not switch Dogear off', async () => {
  const standIn = await startStandIn({ everyDay: true })
  const tunnel = await startTunnel(standInHosts, standIn.port)
  const browser = await launchFirefox({
    executablePath: await getFirefox(),
    extension: buildFolder('firefox'),
    headless: true,
    tunnelPort: tunnel.port,
  })
  try {
    const popup = await openExtensionPage(browser, '/popup.html')
    const send = (messages: readonly unknown[]) =>
      popup.evaluate(async (all) => {
        const { runtime } = (globalThis as unknown as RuntimeApi).browser
        const answers: unknown[] = []
        for (const message of all as unknown[]) answers.push(await runtime.sendMessage(message))
        return answers
      }, messages)
    const stored = async () => {
      const [answer] = await send([{ name: 'readTagsAndNote', payload: { paperId: ownPaper } }])
      return (answer as { readonly value?: unknown }).value
    }
    await send(keeping)
    const before = { tags: [canary.tag], note: canary.note }
    expect(await stored()).toEqual(before)

    standIn.setPage(address, { html: hostilePage() })
    const page = await browser.newPage()
    await page.goto(address)
    const shown = () => annotationTextIn(browser, page)
    await expect.poll(shown).toContain('Saved')
    const learned = (words: readonly string[]) =>
      page.evaluate(
        (canaries) => (globalThis as unknown as { attack: Attack }).attack.reach(canaries),
        words,
      )
    expect(await learned(written)).toEqual([])
    await page.evaluate(() => (globalThis as unknown as { attack: Attack }).attack.pretend())
    expect(await stored()).toEqual(before)

    await page.bringToFront()
    await page.click('h1')
    await page.keyboard.press('t')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.localName), 'the field is open')
      .toBe('div')
    await page.keyboard.type(`${canary.typed},`)
    await expect.poll(stored).toEqual({ ...before, tags: [canary.tag, canary.typed] })
    expect(await learned([...written, canary.typed]), 'while it is open').toEqual([])

    standIn.setPage(address, { html: pageOfForms() })
    await page.goto(address)
    await expect.poll(shown, 'forms with a field of every name').toContain('Saved')
    for (const name of ['dogear', 'browser', 'chrome']) {
      standIn.setPage(address, {
        html: hostilePage(`<p id="${name}"></p><iframe name="${name}"></iframe>`),
      })
      await page.goto(address)
      await expect.poll(shown, `what is called "${name}"`).toContain('Saved')
    }
  } finally {
    await browser.close()
    await tunnel.stop()
    await standIn.stop()
  }
})
