import type { Page } from '@playwright/test'
import { hosts } from '../../../scripts/browsers/annotation-hosts'
import { savePapers } from '../browser/annotated-page'
import { annotationText, clickAnnotation, hasClass } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { grantSites } from '../browser/site-permissions'
import { linkedPaper } from './canaries'
import { hostilePage, pageOfForms } from './hostile-page'

const address = 'https://hostile.example/paper'

async function openPage(extension: Extension, html: string): Promise<Page> {
  extension.standIn.setPage(address, { html })
  const page = await extension.context.newPage()
  await page.goto(address)
  return page
}

/** How often a page changes the bar's place, and what that costs. */
async function countMessages({ worker }: Extension): Promise<() => Promise<number>> {
  await worker.evaluate(() => {
    Object.assign(globalThis, { counted: 0 })
    const { runtime } = (globalThis as unknown as RuntimeApi).chrome
    runtime.onMessage.addListener(() => {
      ;(globalThis as unknown as Counted).counted += 1
    })
  })
  return () => worker.evaluate(() => (globalThis as unknown as Counted).counted)
}

interface Counted {
  counted: number
}

interface RuntimeApi {
  readonly chrome: {
    readonly runtime: { readonly onMessage: { addListener(listener: () => void): void } }
  }
}

test('no page switches Dogear off or is frozen by it', async ({ extension }) => {
  await grantSites(extension, ['https://hostile.example/*'])
  await savePapers(extension, [linkedPaper, 'arxiv:2401.00003'])

  for (const name of ['dogear', 'annotate', 'annotateSite', 'browser', 'chrome', 'document']) {
    await test.step(`what is called "${name}" is in the page`, async () => {
      const page = await openPage(
        extension,
        hostilePage(`<p id="${name}"></p><form name="${name}"><input name="runtime" id="id"></form>
          <iframe name="${name}"></iframe><img name="${name}" alt="">`),
      )
      await expect.poll(() => annotationText(page)).toMatch(/Save[\s\S]*saved/)
      await page.close()
    })
  }

  await test.step('forms with a field of every name', async () => {
    const page = await openPage(extension, pageOfForms())
    await expect.poll(() => annotationText(page)).toMatch(/Save[\s\S]*saved[\s\S]*saved/)
    await clickAnnotation(page, hasClass('saved'))
    await expect.poll(() => annotationText(page)).toMatch(/Saved/)
    await page.close()
  })

  await test.step('a page that gives its paper a name in every scheme', async () => {
    await grantSites(extension, ['https://openreview.net/*'])
    const names = Array.from(
      { length: 30 },
      (_, index) => `<meta name="citation_doi" content="10.5555/many.${index}">`,
    )
    const schemes = [
      'https://arxiv.org/abs/2401.00009',
      'https://aclanthology.org/2024.acl-long.1/',
      'https://proceedings.mlr.press/v119/lane20a.html',
      'https://www.semanticscholar.org/paper/0123456789abcdef0123456789abcdef01234567',
    ].map((one) => `<meta name="citation_public_url" content="${one}">`)
    const forum = 'https://openreview.net/forum?id=Hostile001'
    extension.standIn.setPage(forum, {
      html: `<!doctype html><title>Hostile caches | OpenReview</title>
<meta name="citation_title" content="Hostile caches">${[...names, ...schemes].join('')}
<h2 class="citation_title">Hostile caches</h2>`,
    })
    const page = await extension.context.newPage()
    await page.goto(forum)
    await expect.poll(() => annotationText(page)).toContain('Save')
    await clickAnnotation(page, hasClass('saved'))
    await expect.poll(() => annotationText(page)).toContain('Saved')
    await page.close()
  })
})

test('a page that keeps at it wears nobody out', async ({ extension }) => {
  await grantSites(extension, ['https://hostile.example/*'])
  await savePapers(extension, [linkedPaper])
  const count = await countMessages(extension)

  await test.step('one that removes what Dogear puts in has it no longer', async () => {
    const page = await openPage(extension, hostilePage())
    await expect.poll(() => annotationText(page)).toMatch(/Save[\s\S]*saved/)
    const added = await page.evaluate(
      ([bar = '', mark = '']) =>
        new Promise<number>((resolve) => {
          let count = 0
          const remove = () => {
            for (const host of document.querySelectorAll(`${bar}, ${mark}`)) {
              count += 1
              host.remove()
            }
          }
          new MutationObserver(remove).observe(document, { childList: true, subtree: true })
          remove()
          setTimeout(() => resolve(count), 4_000)
        }),
      [hosts.bar, hosts.mark],
    )
    expect(added).toBeLessThan(20)
    await page.close()
  })

  await test.step('one that changes its links and its address all the time is looked at now and then', async () => {
    const page = await openPage(extension, hostilePage())
    await expect.poll(() => annotationText(page)).toMatch(/Save[\s\S]*saved/)
    const before = await count()
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          let number = 10_000
          const timer = setInterval(() => {
            number += 1
            document
              .querySelector('p a')
              ?.setAttribute('href', `https://arxiv.org/abs/2402.${number}`)
            const tag = document.querySelector('[name="citation_arxiv_id"]')
            tag?.setAttribute('content', `2403.${number}`)
          })
          setTimeout(() => {
            clearInterval(timer)
            resolve(undefined)
          }, 4_000)
        }),
    )
    // Some 20 looks at once and two a second from then on, with two messages each and those that go with a bar.
    expect((await count()) - before).toBeLessThan(100)
    await page.close()
  })
})

test('two thousand marks are made a few at a time', async ({ extension }) => {
  await grantSites(extension, ['https://hostile.example/*'])
  const ids = Array.from({ length: 2_000 }, (_, index) => `2405.${10_000 + index}`)
  const popup = await extension.popup()
  await popup.evaluate(async (papers) => {
    const { runtime } = (globalThis as unknown as SendingApi).chrome
    for (let first = 0; first < papers.length; first += 200) {
      const changes = papers
        .slice(first, first + 200)
        .map((id) => ({ paperId: `arxiv:${id}`, status: 'saved' }))
      await runtime.sendMessage({ name: 'editEntries', payload: { changes } })
    }
  }, ids)
  const page = await openPage(
    extension,
    `<!doctype html><title>Links</title><body style="font-size: 8px; line-height: 9px">
<script>
  most = 0
  new MutationObserver((records) => { most = Math.max(most, records.length) })
    .observe(document, { childList: true, subtree: true })
</script>
${ids.map((id) => `<span style="display: inline-block; width: 40px">see <a href="https://arxiv.org/abs/${id}">${id}</a></span>`).join('')}
<script>most = 0</script>`,
  )
  await page.setViewportSize({ width: 1600, height: 1200 })
  await expect(page.locator(hosts.mark)).toHaveCount(2_000)
  const most = await page.evaluate(() => (globalThis as unknown as { most: number }).most)
  expect(most, 'marks in one task').toBeLessThan(700)
})

interface SendingApi {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } }
}
