import { expect, test } from '@playwright/test'
import {
  annotationTextIn,
  getFirefox,
  launchFirefox,
  openExtensionPage,
} from '../../scripts/browsers/firefox'
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

test('in Firefox: a site is allowed by a click, its links are marked, and it is taken back', async () => {
  const standIn = await startStandIn({ everyDay: true })
  const tunnel = await startTunnel([...standInHosts, 'news.ycombinator.com'], standIn.port)
  const browser = await launchFirefox({
    executablePath: await getFirefox(),
    extension: buildFolder('firefox'),
    headless: true,
    tunnelPort: tunnel.port,
    isTrusting: true,
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
    await popup.click(check)
    await until(
      'the same list is not sent again',
      15,
      async () => standIn.log.some(({ status }) => status === 304) || undefined,
    )
    const sidebar = await openExtensionPage(browser, '/sidepanel.html')
    await until('the sidebar lists the same papers', 30, async () => {
      const rows = await sidebar.$$('[data-paper-id]')
      return rows.length === (await popup.$$('[data-paper-id]')).length || undefined
    })
    const isWide = () => document.querySelector('.popup')?.clientWidth === window.innerWidth
    expect(await sidebar.evaluate(isWide), 'at the width that it is given').toBe(true)
    await sidebar.close()
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
  } finally {
    await browser.close()
    await tunnel.stop()
    await standIn.stop()
  }
})
