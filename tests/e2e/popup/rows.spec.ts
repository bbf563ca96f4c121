import type { Page } from '@playwright/test'
import type { DailyItem } from '../../../scripts/stand-in/papers'
import { type Extension, expect, test } from '../browser/extension'
import { rowsOf } from '../browser/popup-page'
import { violations } from '../browser/violations'

const pictureHost = 'cdn-thumbnails.huggingface.co'

/** Puts words of ours into today's first paper. */
function rewriteFirst(
  { standIn }: Extension,
  paper: Partial<DailyItem['paper']>,
): { id: string; count: number } {
  const today = standIn.today()
  const [first, ...others] = standIn.itemsOf(today)
  if (first === undefined) throw new Error('Today has no papers')
  const rewritten = { ...first, paper: { ...first.paper, ...paper } }
  standIn.setDay(today, [rewritten, ...others])
  return { id: first.paper.id, count: others.length + 1 }
}

/** A page that notes what its policy refuses. */
async function openWatched(extension: Extension): Promise<Page> {
  await extension.context.addInitScript(() => {
    const refused: string[] = []
    Object.assign(globalThis, { refused })
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.violatedDirective} ${event.sample}`)
    })
  })
  return extension.popup()
}

function refusedIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused)
}

async function refresh(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Check for new papers' }).click()
}

test('a row shows what its paper has', async ({ extension }) => {
  await test.step('votes tell how they moved', async () => {
    const { id } = rewriteFirst(extension, { upvotes: 35 })
    const popup = await extension.popup()
    const votes = popup.locator(`[data-paper-id="arxiv:${id}"] .paper-votes`)
    await refresh(popup)
    await expect(votes.locator('.paper-votes-count')).toHaveText('35')
    const known = Number((await votes.locator('.paper-votes-gained').textContent()) ?? '0')
    rewriteFirst(extension, { upvotes: 53 })
    await refresh(popup)
    await expect(votes.locator('.paper-votes-count')).toHaveText('53')
    // What the first list had is where the counting began.
    expect(Number.isNaN(known)).toBe(true)
    await expect(votes.locator('.paper-votes-gained')).toBeVisible()
    await expect(votes).toContainText(/53 votes, \d+ (?:more|fewer) since yesterday/)
    await popup.close()
  })

  await test.step('hundreds of authors are named on demand', async () => {
    const author = (index: number) => ({
      _id: String(index),
      name: `Author N${index}`,
      hidden: false,
    })
    const { id } = rewriteFirst(extension, {
      authors: Array.from({ length: 664 }, (_, index) => author(index + 1)),
    })
    const popup = await extension.popup()
    await refresh(popup)
    const row = popup.locator(`[data-paper-id="arxiv:${id}"]`)
    await row.locator('.paper-title').click()
    const authors = row.locator('.paper-authors', { hasText: 'Author N' })
    await expect(authors).toContainText('Author N20')
    await expect(authors).not.toContainText('Author N21')
    await row.getByRole('button', { name: 'and 644 others' }).click()
    await expect(authors).toContainText('Author N664')
    await row.getByRole('button', { name: 'show fewer' }).click()
    await expect(authors).not.toContainText('Author N21')
    await popup.close()
  })

  await test.step('formulas are drawn, prices stay, and nothing in one does harm', async () => {
    const { id } = rewriteFirst(extension, {
      title: 'Fast $\\pi^3$ Keys for $5 and $10',
      ai_summary: 'It takes $O(n \\log n)$ steps and $\\frac{1}{2$ of a breath.',
      summary:
        'See $\\href{https://evil.example/}{x}$, $\\url{https://evil.example/}$, $\\includegraphics{https://evil.example/a.png}$, $\\class{paper-row}{y}$ and $\\def\\a{\\a\\a}\\a$, or $x_1 \\le \\alpha$.',
      ai_keywords: ['$\\epsilon$-greedy'],
    })
    const popup = await openWatched(extension)
    const row = popup.locator(`[data-paper-id="arxiv:${id}"]`)
    await expect(row).toBeVisible()
    await refresh(popup)
    const title = row.locator('.paper-title')
    await expect(title.locator('math msup')).toHaveCount(1)
    await expect(title).toContainText('Keys for $5 and $10')
    await expect(row.getByRole('button', { name: /Fast\s+π3\s+Keys for/ }).first()).toBeVisible()
    await expect(row.locator('.paper-summary math')).toHaveCount(1)
    await expect(row.locator('.paper-summary')).toContainText('$\\frac{1}{2$ of a breath')
    expect(await violations(row)).toEqual([])

    await title.click()
    await expect(row.locator('.paper-abstract math')).toHaveCount(1)
    for (const command of ['href', 'url', 'includegraphics', 'class', 'def']) {
      await expect(row.locator('.paper-abstract')).toContainText(`$\\${command}`)
    }
    await expect(row.locator('.paper-abstract a, .paper-abstract img')).toHaveCount(0)
    await expect(row.locator('.paper-keywords math')).toHaveCount(1)
    expect(await violations(row)).toEqual([])
    expect(await refusedIn(popup)).toEqual([])
    await popup.close()
  })

  await test.step('models, datasets and spaces come when they are asked for, and then without a network', async () => {
    const { standIn } = extension
    const { id } = rewriteFirst(extension, {
      upvotes: 90,
      githubRepo: 'https://github.com/example/lantern',
    })
    const address = `/api/papers/${id}`
    const asked = () => standIn.log.filter(({ path }) => path === address)
    const popup = await extension.popup()
    const row = popup.locator(`[data-paper-id="arxiv:${id}"]`)
    await row.locator('.paper-title').click()
    await expect(row.getByRole('link', { name: 'HTML' })).toHaveAttribute(
      'href',
      `https://arxiv.org/html/${id}`,
    )
    const ask = row.getByRole('button', { name: 'Models, datasets, spaces' })
    await expect(ask).toBeVisible()
    expect(asked()).toEqual([])

    standIn.setFault(address, { kind: 'status', status: 500 })
    await ask.click()
    await expect(row.getByText('Hugging Face sent something that is not a paper.')).toBeVisible()
    standIn.clearFaults()
    await row.getByRole('button', { name: 'Try again' }).click()
    const model = row.getByRole('link', { name: /\/lantern-base$/ })
    await expect(model).toHaveAttribute('href', /^https:\/\/huggingface\.co\/[\w-]+\/lantern-base$/)
    await expect(row.getByRole('link', { name: /\/lantern-demo$/ })).toHaveAttribute(
      'href',
      /^https:\/\/huggingface\.co\/spaces\//,
    )
    expect(await violations(row)).toEqual([])
    expect(asked().length).toBe(2)
    await popup.close()

    await extension.context.setOffline(true)
    const again = await extension.popup()
    const sameRow = again.locator(`[data-paper-id="arxiv:${id}"]`)
    await sameRow.locator('.paper-title').click()
    await expect(sameRow.getByRole('link', { name: /\/lantern-base$/ })).toBeVisible()
    await expect(sameRow.getByRole('button', { name: 'Models, datasets, spaces' })).toHaveCount(0)
  })
})

test('a row is as tall, and as colourful, as the user wants it', async ({ extension }) => {
  await test.step('the list can be compact, from the first frame', async () => {
    const options = await extension.context.newPage()
    await options.goto(`chrome-extension://${extension.extensionId}/options.html#appearance`)
    const compact = options.getByRole('radio', { name: 'Compact' })
    await expect(options.getByRole('radio', { name: 'Comfortable' })).toBeChecked()
    await compact.check()
    await expect(compact).toBeChecked()
    expect(await violations(options.locator('#appearance'))).toEqual([])

    const popup = await extension.popup()
    await expect(popup.locator('ol.compact')).toBeVisible()
    await expect(popup.locator('.paper-summary')).toHaveCount(0)
    const heights = await rowsOf(popup).evaluateAll((rows) =>
      rows.slice(0, 6).map((row) => row.getBoundingClientRect().height),
    )
    expect(Math.max(...heights)).toBeLessThan(60)
    expect(await violations(popup)).toEqual([])

    // An open popup follows.
    await options.getByRole('radio', { name: 'Comfortable' }).check()
    await expect(popup.locator('ol.comfortable')).toBeVisible()
    await popup.close()
    await options.close()
  })

  await test.step('thumbnails are fetched only where the user wants them', async () => {
    const { standIn, context, extensionId } = extension
    const asked = () => standIn.log.filter(({ host }) => host === pictureHost)
    const popup = await openWatched(extension)
    await expect(rowsOf(popup).first()).toBeVisible()
    await rowsOf(popup).nth(8).scrollIntoViewIfNeeded()
    await expect(popup.locator('.paper-row img')).toHaveCount(0)

    const options = await context.newPage()
    await options.goto(`chrome-extension://${extensionId}/options.html#appearance`)
    const thumbnails = options.getByRole('switch', { name: 'Thumbnails' })
    await expect(thumbnails).not.toBeChecked()
    await expect(thumbnails).toHaveAccessibleDescription(/cdn-thumbnails\.huggingface\.co/)
    expect(asked()).toEqual([])
    standIn.setFault('/social-thumbnails/papers/broken.png', { kind: 'hang' })
    await thumbnails.click()
    await expect(thumbnails).toBeChecked()

    await popup.bringToFront()
    await popup.locator('ol').evaluate((list) => list.scrollTo({ top: 0 }))
    const first = rowsOf(popup).first().locator('img')
    await expect(first).toHaveAttribute('referrerpolicy', 'no-referrer')
    await expect
      .poll(() => first.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
    expect(asked().length).toBeGreaterThan(0)
    expect(await violations(popup)).toEqual([])
    expect(await refusedIn(popup)).toEqual([])

    await options.bringToFront()
    await thumbnails.click()
    await expect(popup.locator('.paper-row img')).toHaveCount(0)
  })
})
