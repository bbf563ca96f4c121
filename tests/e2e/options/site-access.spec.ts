import type { Page } from '@playwright/test'
import { anyHost, hosts } from '../../../scripts/browsers/annotation-hosts'
import { savePapers } from '../browser/annotated-page'
import { annotationText } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { allowSite, grantSites, untilRegistered, withdrawSite } from '../browser/site-permissions'
import { readStoredRow } from '../browser/stored-row'

/*
 * Dogear is where the user lets it be, from the moment they do until the moment they take it back, and nowhere
 * else. Open pages need not be loaded again.
 */

const thread = 'https://news.ycombinator.com/item?id=1'
const hackerNews = 'https://news.ycombinator.com/*'
const blog = 'https://blog.example.org/folding'

/** A page with one link to a paper that is saved. */
async function openLink(extension: Extension, address: string): Promise<Page> {
  const html =
    '<!doctype html><title>Links</title><p class="commtext markdown-body">Read <a href="https://arxiv.org/abs/1501.00001">this one</a> first.'
  extension.standIn.setPage(address, { html })
  await savePapers(extension, ['arxiv:1501.00001'])
  const page = await extension.context.newPage()
  await page.goto(address)
  return page
}

async function openOptions(extension: Extension): Promise<Page> {
  const page = await extension.context.newPage()
  await page.goto(`chrome-extension://${extension.extensionId}/options.html`)
  return page
}

test('sites are switched on and off on the page of options', async ({ extension }) => {
  const page = await openLink(extension, thread)
  const options = await openOptions(extension)

  await test.step('nothing runs on a site that was not allowed', async () => {
    await untilRegistered(extension, (patterns) => patterns.length > 0)
    await untilRegistered(extension, (patterns) =>
      patterns.every((pattern) => /^https:\/\/(arxiv|huggingface)\./.test(pattern)),
    )
    await expect(page.locator(anyHost)).toHaveCount(0)
  })

  await test.step('a site is allowed on the page of options, and switched off there', async () => {
    await allowSite(extension, hackerNews)
    const toggle = options.getByRole('switch', { name: 'Hacker News' })
    await expect(toggle).not.toBeChecked()
    await toggle.click()
    await expect(toggle).toBeChecked()
    await expect(page.locator(hosts.mark), 'on the page that is open').toHaveCount(1)
    await page.reload()
    await expect(page.locator(hosts.mark), 'and when it is loaded').toHaveCount(1)

    await toggle.click()
    await expect(toggle).not.toBeChecked()
    await expect(page.locator(hosts.mark), 'gone from the open page').toHaveCount(0)
    await untilRegistered(extension, (patterns) => !patterns.includes(hackerNews))
    await page.reload()
    await expect(page.locator('a')).toBeVisible()
    await expect(page.locator(hosts.mark)).toHaveCount(0)
  })

  await test.step('any other site can be allowed by its address, and its links are marked', async () => {
    const page = await openLink(extension, blog)
    await allowSite(extension, 'https://blog.example.org/*')
    await options.getByLabel('Site address').fill('blog.example.org')
    await options.getByRole('button', { name: 'Mark papers there' }).click()
    await expect(page.locator(hosts.mark)).toHaveCount(1)
    await options.getByRole('button', { name: 'Remove blog.example.org' }).click()
    await expect(page.locator(hosts.mark)).toHaveCount(0)
  })

  await test.step('a site that is on from the start can be switched off, and on again', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect(page.locator(hosts.bar)).toHaveCount(1)
    const toggle = options.getByRole('switch', { name: 'arXiv', exact: true })
    await toggle.click()
    await expect(page.locator(hosts.bar)).toHaveCount(0)
    await page.reload()
    await expect(page.locator('h1.title')).toBeVisible()
    await expect(page.locator(hosts.bar)).toHaveCount(0)
    await toggle.click()
    await expect(page.locator(hosts.bar), 'back on the open page').toHaveCount(1)
  })

  await test.step('the sites of a group are allowed together', async () => {
    await allowSite(extension, 'https://*/*')
    const group = options.getByRole('region', { name: 'Discussions and references' })
    await group.getByRole('button', { name: 'Allow all: Discussions and references' }).click()
    for (const toggle of await group.getByRole('switch').all()) await expect(toggle).toBeChecked()
    await untilRegistered(extension, (patterns) => patterns.includes(hackerNews))
    const others = options.getByRole('region', { name: 'Lists, search and proceedings' })
    await expect(others.getByRole('switch', { checked: true })).toHaveCount(0)
  })
})

test('sites are allowed elsewhere, and taken back by the browser', async ({ extension }) => {
  const page = await openLink(extension, thread)

  await test.step('the welcome page allows a site, and the popup offers another', async () => {
    const welcome = await extension.context.newPage()
    await welcome.goto(`chrome-extension://${extension.extensionId}/welcome.html`)
    await allowSite(extension, hackerNews)
    await welcome.getByRole('switch', { name: 'Hacker News' }).click()
    await expect(page.locator(hosts.mark)).toHaveCount(1)

    const repository = 'https://github.com/example/folds'
    const readMe = await openLink(extension, repository)
    for (const host of ['github.com', 'gist.github.com']) {
      await allowSite(extension, `https://${host}/*`)
    }
    const popup = await extension.context.newPage()
    await popup.addInitScript((url) => {
      const { tabs } = (globalThis as unknown as TabsApi).chrome
      tabs.query = async () => [{ id: 1, url }]
    }, repository)
    await popup.goto(`chrome-extension://${extension.extensionId}/popup.html`)
    const offer = popup.getByRole('region', { name: 'This site' })
    await offer.getByRole('button', { name: 'Allow' }).click()
    await expect(readMe.locator(hosts.mark)).toHaveCount(1)
    await expect(offer).toHaveCount(0)
  })

  await test.step('a mark on another site opens the card, and saves', async () => {
    await page.bringToFront()
    await expect.poll(() => annotationText(page)).toContain('saved')
    await page.locator(hosts.mark).hover()
    await expect.poll(() => annotationText(page), 'the card').toContain('arXiv 1501.00001')
  })

  await test.step('what the browser takes back is gone at once', async () => {
    await expect(page.locator(hosts.mark)).toHaveCount(1)
    await withdrawSite(extension, hackerNews)
    await expect(page.locator(hosts.mark)).toHaveCount(0)
    await untilRegistered(extension, (patterns) => !patterns.includes(hackerNews))
  })
})

test('what was allowed outlives pages that are hostile, a new start and lost scripts', async ({
  extension,
}) => {
  await test.step('a hostile page on an allowed site injects nothing and joins nothing', async () => {
    const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    const escaped = markup.replace(/[<>"&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    const address = 'https://evil.example.org/paper'
    extension.standIn.setPage(address, {
      html: `<!doctype html><title>Evil</title>
<meta name="citation_title" content="${escaped}"><meta name="citation_author" content="Mallory Marks">
<meta name="citation_doi" content="10.5555/evil.1"><meta name="citation_arxiv_id" content="1501.00001">
<meta name="citation_abstract" content="${escaped}"><meta name="citation_pdf_url" content="javascript:alert(1)">
<meta name="citation_journal_title" content="Journal of ${escaped}"><meta name="citation_date" content="${escaped}">
<h1>${escaped}</h1>`,
    })
    await savePapers(extension, ['arxiv:1501.00001'])
    await grantSites(extension, ['https://evil.example.org/*', hackerNews])
    const page = await extension.context.newPage()
    await page.goto(address)
    await expect.poll(() => annotationText(page)).toBe('Save')
    await page.keyboard.press('s')
    await expect.poll(() => annotationText(page)).toContain('Saved')
    const popup = await extension.popup()
    expect(
      await popup.evaluate(readStoredRow, { table: 'papers', key: 'doi:10.5555/evil.1' }),
    ).toMatchObject({
      title: markup,
      aliases: [],
    })
    expect(
      await popup.evaluate(readStoredRow, { table: 'papers', key: 'arxiv:1501.00001' }),
      'left alone',
    ).toBeUndefined()
    const seen = await page.evaluate(
      (bar) => ({
        title: document.title,
        world: Reflect.has(globalThis, Symbol.for('dogear')),
        bar: document.querySelector(bar)?.outerHTML,
      }),
      hosts.bar,
    )
    expect(seen).toEqual({ title: 'Evil', world: false, bar: '<div></div>' })
  })

  await test.step('the permissions outlive the browser, and the new user is greeted once', async () => {
    await extension.restart()
    await untilRegistered(extension, (patterns) => patterns.includes(hackerNews))
    const page = await openLink(extension, thread)
    await expect(page.locator(hosts.mark)).toHaveCount(1)
    const greetings = extension.context.pages().filter((one) => one.url().endsWith('welcome.html'))
    expect(greetings).toEqual([])
  })

  await test.step('a page that was opened before the scripts were registered gets its bar all the same', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    await extension.worker.evaluate(() =>
      (globalThis as unknown as ScriptingApi).chrome.scripting.unregisterContentScripts(),
    )
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect(page.locator('h1.title')).toBeVisible()
    await expect(page.locator(hosts.bar)).toHaveCount(0)
    const popup = await extension.popup()
    await popup.evaluate(() =>
      (globalThis as unknown as RuntimeApi).chrome.runtime.sendMessage({
        name: 'changeSettings',
        payload: { sitesOff: [] },
      }),
    )
    await expect(page.locator(hosts.bar)).toHaveCount(1)
  })
})

interface TabsApi {
  readonly chrome: {
    readonly tabs: { query: () => Promise<readonly { id: number; url: string }[]> }
  }
}

interface ScriptingApi {
  readonly chrome: { readonly scripting: { unregisterContentScripts(): Promise<void> } }
}

interface RuntimeApi {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } }
}
