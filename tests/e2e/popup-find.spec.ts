import type { Page } from '@playwright/test'
import { fillDatabase } from '../../scripts/bench/fill'
import { addDays } from '../../scripts/stand-in/days'
import { type Extension, expect, test } from './extension'
import { openOptions } from './extension-page'
import { killWorker } from './kill-worker'
import { readStoredRow } from './stored-row'
import { clearTables } from './stored-tables'
import { openToolbarPopup } from './toolbar-popup'
import { readerOf, sendFromPopup, soon } from './toolbar-reader'
import { violations } from './violations'

const find = (popup: Page) => popup.locator('.find')
const field = (popup: Page) => find(popup).getByRole('textbox', { name: 'Search papers' })
const results = (popup: Page) => find(popup).locator('.paper-row')
const titles = (popup: Page) => results(popup).locator('.paper-title')
const count = (popup: Page) => find(popup).locator('.find-count')
const lastSearches = (popup: Page) => find(popup).getByRole('region', { name: 'Last searches' })
const searchPath = '/api/papers/search'

async function openFind(extension: Extension): Promise<Page> {
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  await popup.keyboard.press('/')
  await expect(field(popup)).toBeFocused()
  return popup
}

/** The words of a title that no list of the stand-in shares, and some other facts of a paper of today. */
function todaysPaper({ standIn }: Extension) {
  const item = standIn
    .itemsOf(standIn.today())
    .find(({ paper }) => paper.githubRepo !== undefined && /^[\w-]+:/.test(paper.title))
  if (item === undefined) throw new Error('The stand-in has no such paper today')
  const { paper } = item
  return { ...paper, name: paper.title.split(':')[0] ?? '', author: paper.authors[0]?.name ?? '' }
}

/** A paper that Hugging Face can find, by a title that no other has, and that no fetched list holds. */
function oldPaper({ standIn }: Extension) {
  const days = Array.from({ length: 60 }, (_, back) => addDays(standIn.today(), -back))
  const all = days.flatMap(standIn.itemsOf)
  const item = standIn
    .itemsOf(addDays(standIn.today(), -40))
    .concat(standIn.itemsOf(addDays(standIn.today(), -42)))
    .find(
      ({ paper }) =>
        /^[\w-]+:/.test(paper.title) &&
        all.filter(({ paper: other }) => other.title === paper.title).length === 1,
    )
  if (item === undefined) throw new Error('The stand-in has no such paper')
  return { ...item.paper, words: item.paper.title.replace(/[^\w]+/g, ' ').trim() }
}

test('papers are found as one types, marked, and gone through by key', async ({ extension }) => {
  const paper = todaysPaper(extension)
  const popup = await openFind(extension)
  await field(popup).pressSequentially(paper.name.slice(0, 5))
  await expect(titles(popup).first().locator('mark').first()).toBeVisible()
  await field(popup).fill(`"${paper.title.replace(/\s+/g, ' ')}"`)
  await expect(results(popup)).toHaveCount(1)
  await expect(count(popup)).toHaveText('1 paper')
  await expect(find(popup).locator('[role=status].only-spoken'), 'told after a pause').toHaveText(
    '1 paper',
  )
  await popup.keyboard.press('ArrowDown')
  await expect(titles(popup)).toBeFocused()
  await popup.keyboard.press('r')
  await expect(results(popup).locator('.paper-status')).toHaveText('Reading')
  await popup.keyboard.press('x')
  await expect(results(popup).locator('.paper-status'), 'hidden ones stay').toHaveText('Hidden')
  await popup.keyboard.press('z')
  await expect(results(popup).locator('.paper-status')).toHaveText('Reading')
  await popup.keyboard.press('s')
  await expect(find(popup).locator('.popup-news')).toContainText('Already reading')
  await popup.keyboard.press('Space')
  await expect(titles(popup)).toHaveAttribute('aria-expanded', 'true')
  await popup.keyboard.press('t')
  await popup.keyboard.type('kv cache')
  await popup.keyboard.press('Enter')
  await popup.keyboard.press('Escape')
  await expect(titles(popup), 'Escape leaves the field of the row').toBeFocused()
  await popup.keyboard.press('ArrowLeft')
  await expect(results(popup).locator('.paper-tags')).toHaveText('kv cache')

  await popup.keyboard.press('/')
  await expect(field(popup)).toBeFocused()
  await field(popup).fill('tag:"kv cache" status:reading')
  await expect(results(popup), 'an edit is found at once').toHaveCount(1)
  await expect(results(popup).locator('.paper-tags mark')).toHaveText('kv cache')
  await popup.keyboard.press('Enter')
  await expect(titles(popup)).toBeFocused()
  await popup.keyboard.press('ArrowUp')
  await expect(field(popup), 'up from the first row').toBeFocused()
})

test('every filter narrows the results, and what it can not be is told', async ({ extension }) => {
  const paper = todaysPaper(extension)
  const today = extension.standIn.today()
  const popup = await openFind(extension)
  const title = paper.title.replace(/\s+/g, ' ')
  for (const query of [
    `author:"${paper.author}" ${paper.name}`,
    `title:${paper.name}`,
    `has:code ${paper.name}`,
    `after:${today} ${paper.name}`,
    `before:${today.slice(0, 4)} ${paper.name}`,
    `${paper.name} -status:read -has:note`,
    ...(paper.ai_keywords?.[0] ? [`keyword:"${paper.ai_keywords[0]}" ${paper.name}`] : []),
    ...(paper.organization ? [`org:"${paper.organization.fullname}" ${paper.name}`] : []),
  ]) {
    await field(popup).fill(query)
    await expect(titles(popup).filter({ hasText: title }), query).toHaveCount(1)
  }
  for (const query of [`after:2999 ${paper.name}`, `status:saved ${paper.name}`, 'zzzz']) {
    await field(popup).fill(query)
    await expect(count(popup), query).toHaveText('No paper found.')
    await expect(results(popup)).toHaveCount(0)
  }
  await expect(find(popup).getByRole('heading', { name: 'No paper found.' })).toBeVisible()
  await field(popup).fill(`${paper.name} after:soon`)
  await expect(find(popup).getByText('after: wants a date such as 2026-05.')).toBeVisible()
  await expect(results(popup).first()).toBeVisible()
  await find(popup).getByRole('button', { name: 'Clear' }).click()
  await find(popup).getByRole('button', { name: 'has:code' }).click()
  await expect(field(popup)).toHaveValue('has:code')
  await expect(field(popup)).toBeFocused()
  await expect(results(popup).first()).toBeVisible()
})

test('Escape gives the list back as it was', async ({ extension }) => {
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  for (let press = 0; press < 9; press += 1) await popup.keyboard.press('j')
  await popup.keyboard.press('Space')
  const list = popup.locator('main ol').first()
  const scrolled = await list.evaluate(({ scrollTop }) => scrollTop)
  expect(scrolled).toBeGreaterThan(0)
  const current = popup.locator('.paper-row[aria-current] .paper-title')
  const title = await current.textContent()
  await popup.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(field(popup)).toBeFocused()
  await popup.keyboard.type('xj')
  await popup.keyboard.press('Escape')
  await expect(find(popup)).toHaveCount(0)
  expect(await list.evaluate(({ scrollTop }) => scrollTop)).toBe(scrolled)
  await expect(current).toHaveText(title ?? '')
  await expect(current).toHaveAttribute('aria-expanded', 'true')
  await popup.keyboard.press('j')
  await expect(current, 'keys are for the list again').not.toHaveText(title ?? '')
})

test('Hugging Face is asked when the user says so, and a paper is kept by doing something', async ({
  extension,
}) => {
  const { standIn } = extension
  const paper = oldPaper(extension)
  const asked = () => standIn.log.filter(({ path }) => path.startsWith(searchPath))
  const popup = await openFind(extension)
  await field(popup).fill(`${paper.words} status:saved`)
  await expect(count(popup)).toHaveText('No paper found.')
  await popup.keyboard.press('Enter')
  const button = find(popup).getByRole('button', { name: /Search Hugging Face for/ })
  await expect(button, 'Enter goes there and sends nothing').toBeFocused()
  await expect(find(popup).getByText('Sends these words to huggingface.co.')).toBeVisible()
  expect(asked()).toEqual([])
  await popup.keyboard.press('Enter')
  await expect(results(popup).first()).toContainText(paper.title.replace(/\s+/g, ' '))
  expect(asked().map(({ path }) => new URLSearchParams(path.split('?')[1]).get('q'))).toEqual([
    paper.words,
  ])
  const id = `arxiv:${paper.id}`
  expect(
    await popup.evaluate(readStoredRow, { table: 'papers', key: id }),
    'nothing is stored yet',
  ).toBeUndefined()
  await titles(popup).first().click()
  await expect(results(popup).first().locator('.paper-abstract')).not.toBeEmpty()
  await popup.keyboard.press('s')
  await expect(results(popup).first()).toHaveClass(/saved/)
  await expect
    .poll(() => popup.evaluate(readStoredRow, { table: 'papers', key: id }))
    .toMatchObject({ id, origin: 'source', votes: paper.upvotes })
  await field(popup).fill(`"${paper.title.replace(/\s+/g, ' ')}"`)
  await expect(count(popup), 'found here from now on').toHaveText('1 paper')
  await expect(results(popup), 'and once').toHaveCount(1)
})

test('what goes wrong at Hugging Face is told, with a way out', async ({ extension }) => {
  const { standIn } = extension
  const paper = oldPaper(extension)
  const popup = await openFind(extension)
  await field(popup).fill(paper.words)
  await expect(count(popup)).toHaveText(/./)
  standIn.setFault(searchPath, { kind: 'hold' })
  await popup.keyboard.press('Shift+Enter')
  await find(popup).getByRole('button', { name: 'Stop' }).click()
  await expect(find(popup).getByRole('button', { name: /Search Hugging Face for/ })).toBeVisible()
  standIn.clearFaults()

  standIn.setFault(searchPath, { kind: 'status', status: 500 })
  await find(popup)
    .getByRole('button', { name: /Search Hugging Face for/ })
    .click()
  await expect(find(popup).getByRole('alert')).toContainText('Hugging Face answered with')
  expect(await violations(popup), 'a failure').toEqual([])
  standIn.setFault(searchPath, { kind: 'status', status: 429, headers: { 'retry-after': '600' } })
  await find(popup).getByRole('button', { name: 'Try again' }).click()
  await expect(find(popup).getByRole('alert')).toContainText('Hugging Face asks to wait')
  const requests = () => standIn.log.filter(({ path }) => path.startsWith(searchPath)).length
  const before = requests()
  standIn.clearFaults()
  await find(popup).getByRole('button', { name: 'Try again' }).click()
  await expect(find(popup).getByRole('alert')).toContainText('Hugging Face asks to wait')
  expect(requests(), 'the wait is kept').toBe(before)
})

test('without a network it is told, and what is here is found all the same', async ({
  extension,
}) => {
  const paper = todaysPaper(extension)
  const popup = await openFind(extension)
  await extension.standIn.stop()
  await field(popup).fill(paper.name)
  await expect(results(popup).first()).toBeVisible()
  await popup.keyboard.press('Shift+Enter')
  await expect(find(popup).getByRole('alert')).toContainText('can’t be reached'.replace('’', "'"))
})

test('in the popup of the toolbar button, at the same size: while the index is not whole, and page by page', async ({
  extension,
}, testInfo) => {
  const page = await openOptions(extension)
  await expect.poll(extension.badge).not.toBe('')
  await fillDatabase(page, { papers: 400, entries: 0 }, [])
  await page.evaluate(clearTables, ['indexStates'])
  const popup = await openToolbarPopup(extension)
  const read = readerOf(popup)
  const size = () => popup.run(() => [document.body.offsetWidth, document.body.offsetHeight])
  const found = () => read.count('.find .paper-row')
  await soon(read.papers).not.toEqual([])
  await popup.click('[aria-label="Search"]')
  await soon(read.focused).toBe('Search papers')
  const before = await size()
  await popup.type('alder')
  await soon(read.around).toMatch(/still going through its papers \(\d+% done\)/)
  expect(await read.violations()).toEqual([])
  await testInfo.attach('not whole', {
    body: Buffer.from(await popup.picture(), 'base64'),
    contentType: 'image/png',
  })
  // The next one to start goes on with it.
  await killWorker(extension.context)
  await sendFromPopup(popup, 'markSeen', { paperIds: [] })
  await soon(read.around, 'it tells when it is whole').not.toContain('still going through')

  await popup.type(' ')
  await soon(found).toBe(50)
  expect(await read.count('.find .paper-row mark')).toBeGreaterThan(0)
  const total = Number(/\d+/.exec(await read.text('.find-count'))?.[0])
  expect(await read.text('.find-more')).toContain(`Shows the first 50 of ${total}.`)
  const first = await read.ids('.find .paper-row')
  await read.press('Show more')
  await soon(found).toBe(Math.min(total, 100))
  expect((await read.ids('.find .paper-row')).slice(0, 50), 'those stay').toEqual(first)
  expect(await size()).toEqual(before)
  await popup.press('Escape')
  await soon(() => read.count('.find'), 'the popup stays').toBe(0)
})

test('the last searches are there the next time, and can be forgotten', async ({ extension }) => {
  const paper = todaysPaper(extension)
  const popup = await openFind(extension)
  await field(popup).fill(paper.name)
  await expect(titles(popup).first()).toBeVisible()
  await popup.keyboard.press('Enter')
  await expect(titles(popup).first()).toBeFocused()
  await field(popup).fill('')
  await expect(lastSearches(popup)).toContainText(paper.name)
  await popup.close()
  const again = await openFind(extension)
  const last = lastSearches(again)
  await last.getByRole('button', { name: paper.name }).click()
  await expect(field(again)).toHaveValue(paper.name)
  await expect(titles(again).first()).toBeVisible()
  await again.getByRole('button', { name: 'Clear', exact: true }).click()
  await last.getByRole('button', { name: 'Forget them' }).click()
  await expect(last).toHaveCount(0)
  await field(again).fill('zzzz -tag:x after:2026')
  await expect(find(again)).toContainText('passes -tag:x after:2026.')
})

test('axe finds nothing', async ({ extension }, testInfo) => {
  const paper = oldPaper(extension)
  const popup = await openFind(extension)
  const look = async (name: string) => {
    await popup.screenshot({ path: testInfo.outputPath(`${name}.png`) })
    expect(await violations(popup), name).toEqual([])
  }
  await look('empty')
  await field(popup).fill('model tra')
  await expect(results(popup).first()).toBeVisible()
  await look('results')
  await popup.keyboard.press('ArrowDown')
  await popup.keyboard.press('Space')
  await look('expanded')
  await field(popup).fill('zzzz tag:x after:soon')
  await expect(find(popup).getByRole('heading', { name: 'No paper found.' })).toBeVisible()
  await look('nothing')
  await field(popup).fill(paper.words)
  await popup.keyboard.press('Shift+Enter')
  await expect(find(popup).getByRole('heading', { name: /^Hugging Face: / })).toBeVisible()
  await expect(results(popup).first()).toBeVisible()
  await look('elsewhere')
})
