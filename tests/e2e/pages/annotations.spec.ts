import { hosts } from '../../../scripts/browsers/annotation-hosts'
import { annotationNodes, annotationText, clickAnnotation } from '../browser/closed-shadow'
import { expect, test } from '../browser/extension'

test('a page that changes has the bar and the marks of what it shows', async ({ extension }) => {
  await test.step('a row that is re-used for another paper gets the mark of that paper', async () => {
    const [first, second] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto('https://huggingface.co/papers')
    const marks = page.locator('article').first().locator(hosts.mark)
    await expect(marks).toHaveCount(1)
    await page.evaluate(
      ([from, to]) => {
        for (const link of document.querySelectorAll(`article a[href="/papers/${from}"]`)) {
          link.setAttribute('href', `/papers/${to}`)
        }
      },
      [first?.paper.id, second?.paper.id],
    )
    await expect.poll(() => annotationText(page)).toMatch(/#2 on[\s\S]*#2 on/)
    await expect(marks).toHaveCount(1)
    await page.close()
  })

  await test.step('rows that come later are marked, rows that go take their marks with them', async () => {
    const page = await extension.context.newPage()
    await page.goto('https://huggingface.co/papers')
    await expect(page.locator('article').first().locator(hosts.mark)).toHaveCount(1)
    await page.evaluate((marks) => {
      const [row] = document.querySelectorAll('article')
      const copy = row?.cloneNode(true) as Element
      for (const mark of copy.querySelectorAll(marks)) mark.remove()
      row?.parentElement?.prepend(copy)
    }, hosts.mark)
    await expect(page.locator('article').first().locator(hosts.mark)).toHaveCount(1)
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('article')) row.remove()
    })
    await expect(page.locator(hosts.mark)).toHaveCount(0)
    await page.close()
  })

  await test.step('a page that throws our nodes away gets them back, once', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect(page.locator(hosts.bar)).toHaveCount(1)
    await page.evaluate((bar) => document.querySelector(bar)?.remove(), hosts.bar)
    await expect(page.locator(hosts.bar)).toHaveCount(1)
    await expect.poll(() => annotationText(page)).toContain('#1 on')
    await page.close()
  })

  await test.step('going to another paper without a page load moves the bar along', async () => {
    const [first, second] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://huggingface.co/papers/${first?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('#1 on')
    await page.evaluate((id) => {
      history.pushState({}, '', `/papers/${id}`)
      const heading = document.querySelector('[data-target="PaperContent"] h1')
      if (heading) heading.textContent = 'Another paper'
    }, second?.paper.id)
    await expect.poll(() => annotationText(page)).toContain('#2 on')
    await expect(page.locator(hosts.bar)).toHaveCount(1)
    await page.close()
  })

  await test.step('a paper whose title stands twice on a card is marked once', async () => {
    const page = await extension.context.newPage()
    await page.goto('https://huggingface.co/papers/trending')
    await expect(page.locator(hosts.mark).first()).toBeVisible()
    for (const card of await page.locator('article').all()) {
      expect(await card.locator(hosts.mark).count()).toBeLessThanOrEqual(1)
    }
    await page.close()
  })
})

test('long listings are marked where they are looked at', async ({ extension }) => {
  await test.step('a listing of two thousand papers is marked where it is looked at, and stays as it is elsewhere', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto('https://arxiv.org/list/cs.CL/recent')
    await page.evaluate((known) => {
      const list = document.querySelector('dl')
      if (list === null) throw new Error('The page has no list')
      const rows = Array.from({ length: 2_000 }, (_, index) => {
        const id = index % 100 === 0 ? known : `1501.${String(index).padStart(5, '0')}`
        const link = Object.assign(document.createElement('a'), {
          href: `/abs/${id}`,
          textContent: `arXiv:${id}`,
        })
        const row = document.createElement('dt')
        row.append(link)
        return row
      })
      list.replaceChildren(...rows)
    }, item?.paper.id)
    await expect(page.locator(hosts.mark).first()).toBeVisible()
    expect(await page.locator(hosts.mark).count(), 'of twenty').toBeLessThan(3)
    await page.locator('dt').nth(1_000).scrollIntoViewIfNeeded()
    await expect(page.locator('dt').nth(1_000).locator(hosts.mark)).toHaveCount(1)
    expect(await page.locator(hosts.mark).count()).toBeLessThan(6)
    await expect(page.locator('dt').nth(1_001).locator(hosts.mark)).toHaveCount(0)
    await page.close()
  })

  await test.step('rows that are loaded while scrolling are marked, as many as are near the screen', async () => {
    const ids = extension.standIn.itemsOf(extension.standIn.today()).map(({ paper }) => paper.id)
    extension.standIn.setPage('https://arxiv.org/list/cs.LG/recent', {
      html: `<!doctype html><title>Endless</title><h1>Endless</h1><dl></dl><script>
const ids = ${JSON.stringify(ids)}
let count = 0
function more() {
  for (const id of ids) {
    const row = document.createElement('dt')
    row.style.height = '60px'
    row.innerHTML = '<a href="/abs/' + id + '">arXiv:' + id + '</a>'
    document.querySelector('dl').append(row)
    count += 1
  }
}
addEventListener('scroll', () => {
  if (scrollY + innerHeight > document.body.scrollHeight - 200 && count < 2000) more()
})
more()
</script>`,
    })
    const page = await extension.context.newPage()
    await page.goto('https://arxiv.org/list/cs.LG/recent')
    const rows = page.locator('dt')
    for (let round = 0; round < 5; round += 1) {
      const before = await rows.count()
      const last = rows.nth(before - 1)
      await last.scrollIntoViewIfNeeded()
      await expect(last.locator(hosts.mark), `round ${round}`).toHaveCount(1)
      await expect.poll(() => rows.count()).toBeGreaterThan(before)
    }
    for (const row of await rows.all())
      expect(await row.locator(hosts.mark).count()).toBeLessThan(2)
    await page.close()
  })

  await test.step('where there is room beside a mention, its mark moves nothing else', async () => {
    const ids = extension.standIn.itemsOf(extension.standIn.today()).map(({ paper }) => paper.id)
    extension.standIn.setPage('https://arxiv.org/list/cs.LG/recent', {
      html: `<!doctype html><title>List</title><h1>List</h1><dl>${ids
        .map((id) => `<dt><a href="/abs/${id}">arXiv:${id}</a> [pdf]</dt><dd>A title</dd>`)
        .join('')}</dl>`,
    })
    const page = await extension.context.newPage()
    await page.goto('https://arxiv.org/list/cs.LG/recent')
    await expect(page.locator(hosts.mark).first()).toBeVisible()
    const [marked, unmarked] = await page.evaluate((marks) => {
      const tops = () =>
        [...document.querySelectorAll('dt, dd')].map((row) => row.getBoundingClientRect().top)
      const before = tops()
      // A style of the page's does not hide them.
      for (const mark of document.querySelectorAll(marks)) mark.remove()
      return [before, tops()]
    }, hosts.mark)
    expect(marked).toEqual(unmarked)
    await page.close()
  })
})

test('bar and marks can be read and used wherever they stand', async ({ extension }) => {
  for (const [look, color] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(17, 17, 17)'],
  ] as const) {
    await test.step(`bar and marks are readable on a ${look} page, whatever the system prefers`, async () => {
      const [item] = extension.standIn.itemsOf(extension.standIn.today())
      const page = await extension.context.newPage()
      await page.emulateMedia({ colorScheme: look === 'dark' ? 'light' : 'dark' })
      const address = `https://arxiv.org/abs/${item?.paper.id}`
      extension.standIn.setPage(address, {
        html: `<!doctype html><title>A page</title><body style="background: ${color}"><h1 class="title">A page</h1>`,
      })
      await page.goto(address)
      await expect.poll(() => annotationText(page)).toContain('#1 on')
      const grounds = (await annotationNodes(page)).filter(
        ({ attributes }) => attributes.class === 'light' || attributes.class === 'dark',
      )
      expect(grounds.map(({ attributes }) => attributes.class)).toEqual([look])
      await page.close()
    })
  }

  await test.step('the bar begins where the lines of its title do', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    const address = `https://arxiv.org/abs/${item?.paper.id}`
    extension.standIn.setPage(address, {
      html: '<!doctype html><title>A page</title><h1 class="title" style="margin: 8px 0 8px 20px">A page</h1>',
    })
    await page.goto(address)
    await expect.poll(() => annotationText(page)).toContain('#1 on')
    const starts = await page.evaluate(
      (bar) => ['h1', bar].map((one) => document.querySelector(one)?.getBoundingClientRect().left),
      hosts.bar,
    )
    expect(starts[1]).toBe(starts[0])
    await page.close()
  })

  await test.step('a strict policy of the page does not take the look away', async () => {
    const [, item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    extension.standIn.setFault(`/abs/${item?.paper.id}`, {
      kind: 'headers',
      headers: {
        'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'",
      },
    })
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('Save')
    const height = await page
      .locator(hosts.bar)
      .evaluate((host) => host.getBoundingClientRect().height)
    expect(height, 'a slim bar, not a heap of unstyled text').toBeLessThan(44)
    const pageStyles = await page.evaluate(() => document.styleSheets.length)
    expect(pageStyles, 'the policy is in force for the page itself').toBe(0)
    await page.close()
  })

  await test.step('the bar is reached and used by keyboard', async () => {
    const [, , item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('Save')
    const isOurs = () => page.evaluate((bar) => document.activeElement?.matches(bar), hosts.bar)
    for (let presses = 0; presses < 30 && !(await isOurs()); presses += 1) {
      await page.keyboard.press('Tab')
    }
    expect(await isOurs()).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => annotationText(page)).toContain('Saved')
    expect(await isOurs(), 'the focus stays').toBe(true)
    await page.close()
  })

  await test.step('a mark saves, and every open page shows it', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const own = await extension.context.newPage()
    await own.goto(`https://huggingface.co/papers/${item?.paper.id}`)
    const list = await extension.context.newPage()
    await list.goto('https://huggingface.co/papers')
    await expect.poll(() => annotationText(list)).toContain('#1 on')
    await clickAnnotation(list, ({ host, name }) => host === 'mark' && name === 'button')
    await expect.poll(() => annotationText(list)).toContain('saved')
    await expect.poll(() => annotationText(own)).toContain('Saved')
    expect(list.url(), 'the click did not open the paper').toBe('https://huggingface.co/papers')
    await own.close()
    await list.close()
  })
})

test('a hostile page gets nothing', async ({ extension }) => {
  await test.step('a hostile page hears nothing of Dogear, reads nothing in it and can press nothing', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.addInitScript(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      addEventListener('message', ({ data }) => heard.push(`message ${JSON.stringify(data)}`))
      const dispatch = EventTarget.prototype.dispatchEvent
      EventTarget.prototype.dispatchEvent = function (event) {
        heard.push(`event ${event.type}`)
        return dispatch.call(this, event)
      }
      // Whatever the platform itself fires has a name without a colon.
      const listen = EventTarget.prototype.addEventListener
      EventTarget.prototype.addEventListener = function (type, ...rest) {
        if (type.includes(':')) heard.push(`listener ${type}`)
        return listen.call(this, type, ...(rest as [EventListener]))
      }
    })
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('Save')

    const seen = await page.evaluate(
      ([id = '', host = '']) => {
        const bar = document.querySelector<HTMLElement>(host)
        bar?.click()
        bar?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
        bar?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', composed: true }))
        document.dispatchEvent(new CustomEvent(`${id}:annotate:wxt:content-script-started`))
        return {
          shadow: bar?.shadowRoot ?? null,
          html: bar?.outerHTML,
          text: bar?.textContent,
          pageHasId: document.documentElement.outerHTML.includes(id),
          resources: performance
            .getEntriesByType('resource')
            .filter(({ name }) => name.startsWith('chrome-extension:')).length,
          heard: (globalThis as unknown as { heard: string[] }).heard,
        }
      },
      [extension.extensionId, hosts.bar],
    )
    expect(seen).toMatchObject({ shadow: null, text: '', pageHasId: false, resources: 0 })
    expect(seen.html).toBe('<div></div>')
    expect(seen.heard.filter((line) => !/^event (click|keydown)$/.test(line))).toEqual([
      `event ${extension.extensionId}:annotate:wxt:content-script-started`,
    ])
    expect(await annotationText(page), 'a click of a script saves nothing').not.toContain('Saved')
    await clickAnnotation(page, ({ name }) => name === 'button')
    await expect.poll(() => annotationText(page), 'and Dogear is still on').toContain('Saved')
    await page.close()
  })

  await test.step('markup in what it says about its paper stays text', async () => {
    const { standIn } = extension
    const [item] = standIn.itemsOf(standIn.today())
    if (!item) throw new Error('The stand-in has no papers')
    const title = '<img src=x onerror="document.title=1"><script>1</script> & <think>'
    standIn.setDay(standIn.today(), [{ ...item, title, paper: { ...item.paper, title } }])
    const popup = await extension.popup()
    await popup.getByRole('button', { name: 'Check for new papers' }).click()
    await expect(popup.locator('.paper-title').first()).toContainText(title)
    await expect(popup.locator('.paper-title img, .paper-title script')).toHaveCount(0)
    await popup.close()
  })
})
