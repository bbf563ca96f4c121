import { writeFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import {
  annotationTextIn,
  getFirefox,
  launchFirefox,
  openExtensionPage,
} from '../../scripts/browsers/firefox'
import { takeWindow } from '../../scripts/browsers/firefox-window'
import { buildFolder } from '../../scripts/build'
import { standInHosts, startStandIn } from '../../scripts/stand-in'
import { startTunnel } from '../../scripts/stand-in/tunnel'
import { tourFirefox } from '../../scripts/start/firefox-tour'
import { until } from '../../scripts/until'

test('in Firefox: installed, a list synced, the popup shows it, its pages are annotated', async () => {
  const standIn = await startStandIn({ everyDay: true })
  const tunnel = await startTunnel(standInHosts, standIn.port)
  const steps: string[] = []
  try {
    await tourFirefox(
      {
        executablePath: await getFirefox(),
        extension: buildFolder('firefox'),
        tunnelPort: tunnel.port,
      },
      (step) => steps.push(step),
    )
  } finally {
    await tunnel.stop()
    await standIn.stop()
  }
  expect(steps).toEqual([
    `synced ${standIn.itemsOf(standIn.today()).length} papers`,
    expect.stringMatching(/^saved "/),
    'its arXiv page shows it as saved',
    'the list on Hugging Face marks it',
  ])
  const asked = new Set(standIn.log.map(({ host }) => host))
  expect([...asked].sort(), 'nobody else was asked').toEqual(['arxiv.org', 'huggingface.co'])
})

test('in Firefox: a site is allowed by a click, its links are marked, it is taken back, and the sidebar has the list', async ({
  browserName: _browserName,
}, testInfo) => {
  const standIn = await startStandIn({ everyDay: true })
  const tunnel = await startTunnel([...standInHosts, 'news.ycombinator.com'], standIn.port)
  const browser = await launchFirefox({
    executablePath: await getFirefox(),
    extension: buildFolder('firefox'),
    headless: true,
    tunnelPort: tunnel.port,
    isTrusting: true,
    hasWindow: true,
  })
  try {
    const [item] = standIn.itemsOf(standIn.today())
    const address = 'https://news.ycombinator.com/item?id=1'
    standIn.setPage(address, {
      html: `<!doctype html><title>Links</title><p class="commtext"><a href="https://arxiv.org/abs/${item?.paper.id}">One</a>`,
    })
    const popup = await openExtensionPage(browser, '/popup.html')
    await until('the popup lists papers', 30, async () => {
      const rows = await popup.$$('[data-paper-id]')
      return rows.length > 0 || undefined
    })
    const check = '[aria-label="Check for new papers"]'
    await until('no list is being fetched', 15, async () => (await popup.$(check)) ?? undefined)
    // Where it is not in front, a click of the mouse would wait for it.
    await popup.$eval(check, (button) => (button as HTMLElement).click())
    await until(
      'the same list is not sent again',
      15,
      async () => standIn.log.some(({ status }) => status === 304) || undefined,
    )
    const thread = await browser.newPage()
    await thread.goto(address)
    expect(await annotationTextIn(browser, thread)).toBe('')

    const options = await openExtensionPage(browser, '/options.html')
    const toggle = '#site-hacker-news'
    const isOn = async (wanted: boolean) =>
      (await options.$eval(toggle, (input) => (input as HTMLInputElement).checked)) === wanted ||
      undefined
    await until('the switch is there', 15, async () => (await options.$(toggle)) ?? undefined)
    await options.click(toggle)
    await until('the site is on', 15, () => isOn(true))
    const isMarked = async (wanted: boolean) =>
      ((await annotationTextIn(browser, thread)) !== '') === wanted || undefined
    await thread.bringToFront()
    await until('the open page is marked', 15, () => isMarked(true))
    await options.bringToFront()
    await options.click(toggle)
    await until('the site is off', 15, () => isOn(false))
    await until('the marks are gone', 15, () => isMarked(false))

    const window = await takeWindow(browser)
    await window.openSidebar()
    const { length } = standIn.itemsOf(standIn.today())
    await until('the sidebar lists the papers', 30, async () => {
      const rows = await window.runInSidebar(
        `return document.querySelectorAll('[data-paper-id]').length`,
      )
      return rows === length || undefined
    })
    await window.pressInSidebar('j', 's')
    await until('a key saves, and the list hears of it', 15, async () => {
      const saved = await window.runInSidebar(
        `return document.querySelectorAll('.paper-row.saved').length`,
      )
      return saved === 1 || undefined
    })
    expect(
      await window.runInSidebar(`return [...document.querySelectorAll('button, a, select')]
        .filter((one) => one.getBoundingClientRect().right > document.defaultView.innerWidth)
        .map((one) => one.textContent)`),
      'nothing is cut off at the width that it begins with',
    ).toEqual([])
    await writeFile(testInfo.outputPath('sidebar.png'), await window.picture())
  } finally {
    // Also where its window was taken.
    browser.process()?.kill()
    await tunnel.stop()
    await standIn.stop()
  }
})
