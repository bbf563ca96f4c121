import { writeFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { hosts } from '../../scripts/browsers/annotation-hosts'
import {
  addressOf,
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

test('in Firefox: what it asks is refused and allowed, a site is marked, notifications are shown, and the sidebar has the list', async ({
  browserName: _browserName,
}, testInfo) => {
  const standIn = await startStandIn({ everyDay: true })
  const tunnel = await startTunnel([...standInHosts, 'news.ycombinator.com'], standIn.port)
  const browser = await launchFirefox({
    executablePath: await getFirefox(),
    extension: buildFolder('firefox'),
    headless: true,
    tunnelPort: tunnel.port,
    hasWindow: true,
  })
  try {
    const items = standIn.itemsOf(standIn.today())
    const address = 'https://news.ycombinator.com/item?id=1'
    standIn.setPage(address, {
      html: `<!doctype html><title>Links</title><p class="commtext"><a href="https://arxiv.org/abs/${items[0]?.paper.id}">One</a>`,
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
    await popup.close()
    await (await browser.newPage()).goto(address)
    await openExtensionPage(browser, '/options.html')

    const window = await takeWindow(browser)
    const [thread, options] = [window.tab(address), window.tab(addressOf('/options.html'))]
    /** Presses the switch with this id, as soon as it is there. */
    async function toggle(id: string): Promise<void> {
      await expect
        .poll(() =>
          options.run(
            `document.querySelector('#${id}')?.focus(); return document.activeElement.id`,
          ),
        )
        .toBe(id)
      await options.press(' ')
    }
    const isOn = (id: string) => options.run(`return document.querySelector('#${id}').checked`)
    const marks = () =>
      thread.run(`return [...document.querySelectorAll('${hosts.mark}')]
        .map((mark) => mark.openOrClosedShadowRoot.querySelector('button, a, span')?.textContent)`)

    await test.step('a site is refused, allowed, and taken back', async () => {
      const question = {
        texts: [
          expect.stringContaining('Dogear requests additional'),
          expect.stringContaining('news.ycombinator.com'),
        ],
        buttons: ['Allow', 'Deny'],
      }
      const site = 'site-hacker-news'
      await toggle(site)
      await expect.poll(window.question).toEqual(question)
      await window.answer('Deny')
      await expect
        .poll(() => options.run(`return document.querySelector('.page-toast').textContent`))
        .toContain('Permission not given.')
      expect([await window.question(), await isOn(site)]).toEqual([undefined, false])
      expect(await marks()).toEqual([])

      await toggle(site)
      await expect.poll(window.question, 'it asks again').toEqual(question)
      await window.answer('Allow')
      await expect.poll(() => isOn(site)).toBe(true)
      await expect.poll(marks, 'the open page is marked').toHaveLength(1)
      await toggle(site)
      await expect.poll(() => isOn(site)).toBe(false)
      await expect.poll(marks).toEqual([])
    })

    await test.step('a digest is announced, and a paper that matches a watch', async () => {
      const choose = (id: string, value: string) =>
        options.run(`const select = document.querySelector('#${id}')
          select.value = '${value}'
          select.dispatchEvent(new content.Event('change', { bubbles: true }))`)
      // Whatever the time of day is.
      await choose('quiet-until', '22')
      await choose('quiet-from', '22')
      await choose('digest-hour', '0')
      await toggle('notify-digest')
      await expect.poll(window.question).toMatchObject({
        texts: [expect.anything(), 'Display notifications to you'],
      })
      await window.answer('Deny')
      await expect.poll(window.question).toBeUndefined()
      expect(await isOn('notify-digest')).toBe(false)
      await toggle('notify-digest')
      await expect.poll(window.question).toBeDefined()
      await window.answer('Allow')
      await expect.poll(() => isOn('notify-digest')).toBe(true)
      await expect.poll(window.notification).toEqual({
        title: expect.stringContaining('Papers for'),
        text: expect.stringMatching(new RegExp(`^${items.length} papers(\n.+){3}$`)),
        buttons: ['alert-close'],
      })
      await writeFile(testInfo.outputPath('digest.png'), await window.pictureOfNotification())
      await window.pressNotification()
      const digest = addressOf(`/digest.html?day=${standIn.today()}`)
      await expect.poll(window.tabs).toContain(digest)
      await expect.poll(window.notification, 'it goes').toBeUndefined()

      await window.endBackground()
      await toggle('notify-matches')
      await expect.poll(() => isOn('notify-matches'), 'it asks no more').toBe(true)
      const question = 'new-watch-question'
      await options.run(`document.querySelector('#${question}').focus()`)
      await options.press(...'Zanzibar', 'Enter')
      await expect
        .poll(() => options.run(`return document.querySelectorAll('.watch-row').length`))
        .toBe(1)
      const { id } = items.at(-1)?.paper ?? {}
      await options.run(retitle(`arxiv:${id}`, 'Zanzibar caches'))
      await expect.poll(window.notification).toEqual({
        title: expect.stringContaining('Zanzibar'),
        text: 'Zanzibar caches',
        buttons: ['alert-close'],
      })
      await writeFile(testInfo.outputPath('match.png'), await window.pictureOfNotification())
      await window.endBackground()
      await window.pressNotification()
      await expect.poll(window.tabs).toContain(`https://arxiv.org/abs/${id}`)
    })

    await test.step('the sidebar', async () => {
      const sidebar = await window.openSidebar()
      await expect
        .poll(() => sidebar.run(`return document.querySelectorAll('[data-paper-id]').length`))
        .toBe(items.length)
      await sidebar.press('j', 's')
      await expect
        .poll(() => sidebar.run(`return document.querySelectorAll('.paper-row.saved').length`))
        .toBe(1)
      expect(
        await sidebar.run(`return [...document.querySelectorAll('button, a, select')]
          .filter((one) => one.getBoundingClientRect().right > content.innerWidth)
          .map((one) => one.textContent)`),
        'nothing is cut off at the width that it begins with',
      ).toEqual([])
      await writeFile(testInfo.outputPath('sidebar.png'), await window.picture())
    })
  } finally {
    // Also where its window was taken.
    browser.process()?.kill()
    await tunnel.stop()
    await standIn.stop()
  }
})

/** For a page of the extension: gives a stored paper another title, and lets it be time to look for new papers. */
const retitle = (id: string, title: string) => `
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const db = await done(content.indexedDB.open('dogear'))
  const papers = db.transaction('papers', 'readwrite').objectStore('papers')
  const paper = await done(papers.get(${JSON.stringify(id)}))
  paper.title = ${JSON.stringify(title)}
  await done(papers.put(paper))
  db.close()
  page.browser.alarms.create('sync', Cu.cloneInto({ when: Date.now() }, content))`
