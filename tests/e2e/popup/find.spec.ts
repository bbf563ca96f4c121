import type { TestInfo } from '@playwright/test'
import { findExamples } from '../../../components/find/find-examples'
import type { FoundCommandKey } from '../../../components/list/keys'
import { type Entry, type Status, statuses } from '../../../lib/papers/entry'
import type { Problem } from '../../../lib/search/parse-query'
import type { Filter, TermField } from '../../../lib/search/query'
import { fillDatabase } from '../../../scripts/bench/fill'
import { addDays } from '../../../scripts/stand-in/days'
import type { HubPaper } from '../../../scripts/stand-in/papers'
import { type Extension, expect, test } from '../browser/extension'
import { openOptions } from '../browser/extension-page'
import { killWorker } from '../browser/kill-worker'
import { readStoredRow } from '../browser/stored-row'
import { clearTables } from '../browser/stored-tables'
import { openToolbarPopup, type ToolbarPopup } from '../browser/toolbar-popup'
import { readerOf, sendFromPopup, soon } from '../browser/toolbar-reader'

const idOf = ({ id }: HubPaper) => `arxiv:${id}`
const idsOf = (papers: readonly HubPaper[]) => papers.map(idOf).sort()
const rowOf = (id: string) => `.find [data-paper-id="${id}"]`
const searchPath = '/api/papers/search'

/** Opens the popup of the toolbar button, and the search in it. */
async function openFind(extension: Extension) {
  const popup = await openToolbarPopup(extension)
  const inList = readerOf(popup)
  await soon(inList.papers).not.toEqual([])
  const read = readerOf(popup, '.find')
  const found = () => read.ids('.find .paper-row')
  async function open(): Promise<void> {
    await popup.press('/')
    await soon(read.focused).toBe('Search papers')
  }
  await open()
  return {
    popup,
    read,
    inList,
    open,
    found,
    typed: () =>
      popup.run(() => document.querySelector<HTMLInputElement>('.find-bar input')?.value),
    count: () => read.text('.find-count'),
    /** Writes it in the place of what is there. */
    async search(query: string, write: 'type' | 'paste' = 'paste'): Promise<void> {
      if ((await read.count('.find-bar .link')) > 0) await popup.click('.find-bar .link')
      await popup[write](query)
    },
    /** Presses Enter in the field, and waits until it has gone to the first row. */
    async goToFirst(): Promise<void> {
      await popup.press('Enter')
      await soon(read.focused).toBe(`title of ${(await found())[0]}`)
    },
  }
}

type Find = Awaited<ReturnType<typeof openFind>>

async function look(popup: ToolbarPopup, testInfo: TestInfo, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateColorScheme(colorScheme)
    expect(await readerOf(popup).violations(), `${name}, ${colorScheme}`).toEqual([])
    await testInfo.attach(`${name}-${colorScheme}`, {
      body: Buffer.from(await popup.picture(), 'base64'),
      contentType: 'image/png',
    })
  }
}

/** What there is to find: the papers of two days, and one of which all is known, with the name that its title begins with. */
function knownPapers({ standIn }: Extension) {
  const today = standIn.today()
  const papers = [today, addDays(today, -1)].flatMap(standIn.itemsOf).map(({ paper }) => paper)
  const paper = papers.find(
    ({ githubRepo, organization, ai_keywords, title }) =>
      githubRepo && organization && ai_keywords?.[0] && /^[\w-]+:/.test(title),
  )
  if (paper === undefined) throw new Error('The stand-in has no such paper today')
  return { today, papers, paper, name: paper.title.split(':')[0] ?? '' }
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

/** What each key does to a row that was found, and what shows it. */
async function pressEveryKey(extension: Extension, find: Find, papers: readonly HubPaper[]) {
  const { context, standIn, worker } = extension
  const { popup, read, found, search } = find
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await search('after:2000')
  await soon(async () => (await found()).length, 'all that are known').toBe(papers.length)
  const ids = await found()
  const at = (index: number) => ids.at(index) ?? ''
  const entryOf = (id: string) => async () =>
    (await worker.evaluate(readStoredRow, { table: 'entries', key: id })) as Entry | undefined
  const goes = (from: number, to: number) => async (key: string) => {
    await read.focus(at(from))
    await popup.press(key)
    await soon(read.focused).toBe(`title of ${at(to)}`)
    await soon(read.current).toBe(at(to))
  }
  const upTo = (index: number) => async (key: string) => {
    await goes(index, index - 1)(key)
    await read.focus(at(0))
    await popup.press(key)
    await soon(read.focused, 'up from the first row').toBe('Search papers')
  }
  const isExpanded = () => read.count(`${rowOf(at(1))} [aria-expanded="true"]`)
  const setsStatus = (index: number, status: Status) => async (key: string) => {
    await read.focus(at(index))
    await popup.press(key)
    await soon(entryOf(at(index))).toMatchObject({ status })
    await soon(() => read.count(`${rowOf(at(index))}.${status}`), 'the row stays').toBe(1)
    await soon(read.current).toBe(at(index))
  }
  const withCode = papers.find(({ githubRepo }) => githubRepo !== undefined)
  standIn.setPage(withCode?.githubRepo ?? '', { html: '<!doctype html><title>Code</title>' })
  const opens = (address: string | undefined) => async (key: string) => {
    const own = await openFind(extension)
    await own.search('has:code')
    await soon(own.found).toContain(`arxiv:${withCode?.id}`)
    await own.read.focus(`arxiv:${withCode?.id}`)
    const opened = context.waitForEvent('page')
    await own.popup.press(key)
    const page = await opened
    await soon(async () => page.url()).toBe(address)
    await own.popup.gone
    await page.close()
  }

  const steps = {
    ArrowDown: goes(0, 1),
    j: goes(1, 2),
    ArrowUp: upTo(2),
    k: upTo(1),
    End: goes(0, -1),
    Home: goes(-1, 0),
    async ArrowRight(key) {
      await read.focus(at(1))
      await popup.press(key)
      await soon(isExpanded).toBe(1)
      await popup.press(key)
      await soon(isExpanded, 'it stays open').toBe(1)
    },
    async ArrowLeft(key) {
      await popup.press(key)
      await soon(isExpanded).toBe(0)
    },
    async ' '(key) {
      await popup.press(key)
      await soon(isExpanded).toBe(1)
      await soon(() => read.text(`${rowOf(at(1))} .paper-abstract`)).not.toBe('')
      await popup.press(key)
      await soon(isExpanded).toBe(0)
    },
    s: setsStatus(0, 'saved'),
    async r(key) {
      await setsStatus(1, 'reading')(key)
      await popup.press('s')
      await soon(read.news).toContain('Already reading')
    },
    e: setsStatus(2, 'read'),
    x: setsStatus(3, 'hidden'),
    async z(key) {
      await setsStatus(3, 'saved')('s')
      await popup.press(key)
      await soon(entryOf(at(3))).toMatchObject({ status: 'hidden' })
      await soon(() => read.count(`${rowOf(at(3))}.hidden`)).toBe(1)
    },
    async 'Shift+z'(key) {
      await soon(read.news).toContain('Undid')
      await popup.press(key)
      await soon(entryOf(at(3))).toMatchObject({ status: 'saved' })
      await soon(read.news).toContain('Redid')
      await soon(() => read.count(`${rowOf(at(3))}.saved`)).toBe(1)
      await setsStatus(3, 'hidden')('x')
    },
    async t(key) {
      await read.focus(at(1))
      await popup.press(key)
      await soon(read.focused).toBe('New tag')
      await popup.type('kv cache')
      await popup.press('Enter')
      await soon(entryOf(at(1))).toMatchObject({ tags: ['kv cache'] })
      await popup.press('Escape')
      await soon(read.focused, 'Escape leaves the field of the row').toBe(`title of ${at(1)}`)
      await popup.press('ArrowLeft')
      await soon(() => read.text(`${rowOf(at(1))} .paper-tags`)).toBe('kv cache')
    },
    async n(key) {
      await read.focus(at(2))
      await popup.press(key)
      await soon(read.focused).toBe('Note')
      await popup.type('zebra crossing')
      await popup.press('Escape')
      await soon(entryOf(at(2)), 'in a field keys are letters').toMatchObject({
        note: 'zebra crossing',
        status: 'read',
      })
      await popup.press('ArrowLeft')
    },
    async y(key) {
      await read.focus(at(0))
      await popup.press(key)
      await soon(read.news).toContain('Copied')
      expect(await popup.run(() => navigator.clipboard.readText())).toMatch(/^@\w+\{/)
    },
    async w(key) {
      const paper = papers.find(({ organization }) => organization)
      await read.focus(`arxiv:${paper?.id}`)
      await popup.press(key)
      await soon(read.news).toContain(paper?.organization?.fullname)
      await soon(() => read.count('.find .watch-mark')).toBeGreaterThan(0)
      await popup.press(key)
      await soon(() => read.count('.find .watch-mark')).toBe(0)
    },
    async '?'(key) {
      await popup.press(key)
      await soon(() => read.count('dialog.key-list[open]')).toBe(1)
      await popup.press('Escape')
      await soon(() => read.count('dialog'), 'the popup stays').toBe(0)
      expect(await read.count('.find'), 'and the search').toBe(1)
    },
    async '/'(key) {
      await read.focus(at(0))
      await popup.press(key)
      await soon(read.focused).toBe('Search papers')
      await popup.type('status:hidden')
      expect(await find.typed(), 'what was there is selected').toBe('status:hidden')
      await soon(found).toEqual([at(3)])
      await find.goToFirst()
    },
    async Escape(key) {
      await popup.press(key)
      await soon(() => read.count('.find'), 'the popup stays').toBe(0)
      await soon(find.inList.papers, 'a paper hidden here is gone there').not.toContain(at(3))
      await popup.close()
    },
    o: opens(`https://arxiv.org/abs/${withCode?.id}`),
    p: opens(`https://arxiv.org/pdf/${withCode?.id}`),
    c: opens(withCode?.githubRepo),
    u: opens(`https://huggingface.co/papers/${withCode?.id}`),
  } satisfies Record<FoundCommandKey, (key: string) => Promise<void>>
  for (const [key, step] of Object.entries(steps)) await test.step(`key ${key}`, () => step(key))
  const byStatus = { saved: at(0), reading: at(1), read: at(2), hidden: at(3) }
  return { byStatus, tagged: at(1), noted: at(2) }
}

type Kept = Awaited<ReturnType<typeof pressEveryKey>>
type Passes = (paper: HubPaper) => boolean
type Has = Extract<Filter, { kind: 'has' }>['what']

/** Each filter by what is typed, and which papers it lets through. */
function everyFilter({ today, paper, name }: ReturnType<typeof knownPapers>, kept: Kept) {
  const [author = '', keyword = '', organization = ''] = [
    paper.authors[0]?.name,
    paper.ai_keywords?.[0],
    paper.organization?.fullname,
  ]
  const isOf =
    (id: string): Passes =>
    (one) =>
      idOf(one) === id
  const yesterday = addDays(today, -1)
  const isListed =
    (...days: readonly string[]): Passes =>
    (one) =>
      days.includes(one.submittedOnDailyAt.slice(0, 10))
  const has: Readonly<Record<Has, Passes>> = {
    code: ({ githubRepo }) => githubRepo !== undefined,
    note: isOf(kept.noted),
    tags: isOf(kept.tagged),
  }
  return {
    title: [[`title:${name}`, ({ title }) => title.split(/\W+/).includes(name)]],
    author: [
      [
        `author:"${author}"`,
        ({ authors }) => authors.some((one) => !one.hidden && one.name === author),
      ],
    ],
    org: [[`org:"${organization}"`, (one) => one.organization?.fullname === organization]],
    keyword: [
      [
        `keyword:"${keyword}"`,
        ({ ai_keywords = [] }) =>
          ai_keywords.some((one) => one.toLowerCase().includes(keyword.toLowerCase())),
      ],
    ],
    tag: [
      ['tag:"kv cache"', isOf(kept.tagged)],
      ['tag:KV-cache', () => false],
    ],
    status: statuses.map((status) => [`status:${status}`, isOf(kept.byStatus[status])] as const),
    has: Object.entries(has).map(([what, passes]) => [`has:${what}`, passes] as const),
    after: [
      [`after:${today}`, isListed(today)],
      ['after:2999', () => false],
    ],
    before: [
      [`before:${yesterday}`, isListed(yesterday)],
      [`before:${today.slice(0, 4)}`, () => true],
    ],
    phrase: [[`"${paper.title.replace(/\W+/g, ' ')}"`, ({ title }) => title === paper.title]],
    note: [['zebra', isOf(kept.noted)]],
  } as const satisfies Record<
    TermField | Filter['kind'] | 'phrase' | 'note',
    readonly (readonly [string, Passes])[]
  >
}

/** A value that each filter can't have, and what is told of it. */
const problems: Readonly<Record<Problem['filter'], readonly [value: string, told: string]>> = {
  status: ['maybe', 'status: takes saved, reading, read or hidden.'],
  has: ['pictures', 'has: takes code, note or tags.'],
  after: ['soon', 'after: takes a date such as 2026-05.'],
  before: ['2026-13', 'before: takes a date such as 2026-05.'],
}

test('every key and every filter of the search, in the popup of the toolbar button', async ({
  extension,
}, testInfo) => {
  const known = knownPapers(extension)
  const { papers, paper, name } = known
  const first = await openFind(extension)
  await first.popup.press('Escape')
  await first.popup.press('[')
  await soon(async () => (await first.inList.papers()).length, 'a second day').toBe(
    extension.standIn.itemsOf(addDays(known.today, -1)).length,
  )
  await first.open()
  await look(first.popup, testInfo, 'empty')
  const kept = await pressEveryKey(extension, first, papers)

  const find = await openFind(extension)
  const { popup, read, found, count, search } = find
  for (const ways of Object.values(everyFilter(known, kept))) {
    for (const [index, [typed, passes]] of ways.entries()) {
      await test.step(typed, async () => {
        const wanted = idsOf(papers.filter(passes))
        await search(typed, index === 0 ? 'type' : 'paste')
        await soon(async () => [...(await found())].sort(), typed).toEqual(wanted)
        expect(await count()).toMatch(wanted.length === 0 ? 'No paper' : `${wanted.length} paper`)
        if (index > 0) return
        await search(`-${typed} after:2000`)
        const others = idsOf(papers.filter((one) => !passes(one)))
        await soon(async () => [...(await found())].sort(), `without ${typed}`).toEqual(others)
      })
    }
  }
  await test.step('as one types, and more than one', async () => {
    await search(name.slice(0, 5), 'type')
    await soon(found).toContain(idOf(paper))
    await soon(() => read.count(`${rowOf(idOf(paper))} .paper-title mark`)).toBeGreaterThan(0)
    await search('tag:"kv cache" status:reading')
    await soon(found).toEqual([kept.tagged])
    await soon(() => read.text(`${rowOf(kept.tagged)} .paper-tags mark`)).toBe('kv cache')
    await soon(() => read.text('.find [role=status].only-spoken'), 'after a pause').toBe('1 paper')
    await popup.press('ArrowDown')
    await soon(read.focused).toBe(`title of ${kept.tagged}`)
    await popup.press(' ')
    await look(popup, testInfo, 'found')
  })
  await test.step('what a filter can not be is told', async () => {
    for (const [filter, [value, told]] of Object.entries(problems)) {
      await search(`${name} ${filter}:${value} `)
      await soon(read.around).toContain(told)
      await soon(found, 'it is left out').toContain(idOf(paper))
    }
    await search(`zzzz -tag:x after:2026 has:it`)
    await soon(() => read.text('.find-nothing')).toContain('matches -tag:x after:2026.')
    await look(popup, testInfo, 'nothing')
  })
  await test.step('each example writes itself', async () => {
    for (const example of findExamples) {
      await popup.click('.find-bar .link')
      await soon(() => read.count('.find-help')).toBe(1)
      await read.press(example)
      const written = example.replace('…', '')
      await soon(find.typed).toBe(written)
      expect(await read.focused()).toBe('Search papers')
    }
  })
  await test.step('a last search is there the next time, also where the popup closes with it, and can be forgotten', async () => {
    await search(name)
    await soon(found).toContain(idOf(paper))
    await popup.run(() => {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
      setTimeout(() => {
        document.querySelector('.find-bar input')?.dispatchEvent(enter)
        window.close()
      }, 0)
    })
    await popup.gone
    const next = await openFind(extension)
    await soon(() => next.read.text('.last-searches')).toContain(name)
    await next.popup.click('.last-search')
    await soon(next.typed).toBe(name)
    await soon(next.found).toContain(idOf(paper))
    await next.popup.click('.find-bar .link')
    await next.read.press('Clear recent searches')
    await soon(() => next.read.count('.last-searches')).toBe(0)
    await next.popup.close()
  })
  await test.step('Escape gives the list back as it was', async () => {
    const again = await openFind(extension)
    await again.popup.press('Escape')
    for (let press = 0; press < 9; press += 1) await again.popup.press('j')
    await again.popup.press(' ')
    const scrolled = () => again.popup.run(() => document.querySelector('main > ol')?.scrollTop)
    await soon(scrolled).toBeGreaterThan(0)
    const before = [await scrolled(), await again.inList.current()]
    await again.open()
    await again.popup.type('xj')
    await again.popup.press('Escape')
    await soon(() => again.read.count('.find')).toBe(0)
    expect([await scrolled(), await again.inList.current()]).toEqual(before)
    expect(await again.inList.count('.paper-row[aria-current] [aria-expanded="true"]')).toBe(1)
    await again.popup.press('j')
    await soon(again.inList.current, 'keys are for the list again').not.toBe(before[1])
    await again.popup.close()
  })
  await test.step('without a network that is told, and what is here is found all the same', async () => {
    await extension.standIn.stop()
    const offline = await openFind(extension)
    await offline.search(name)
    await soon(offline.found).toContain(idOf(paper))
    await offline.popup.press('Shift+Enter')
    await soon(() => offline.read.text('.find [role=alert]')).toContain('Can’t reach')
  })
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
  await soon(read.around).toMatch(/Still indexing \(\d+% done\)/)
  expect(await read.violations()).toEqual([])
  await testInfo.attach('not whole', {
    body: Buffer.from(await popup.picture(), 'base64'),
    contentType: 'image/png',
  })
  // The next one to start goes on with it.
  await killWorker(extension.context)
  await sendFromPopup(popup, 'markSeen', { paperIds: [] })
  await soon(read.around, 'it tells when it is whole').not.toContain('Still indexing')

  await popup.type(' ')
  await soon(found).toBe(50)
  expect(await read.count('.find .paper-row mark')).toBeGreaterThan(0)
  const total = Number(/\d+/.exec(await read.text('.find-count'))?.[0])
  expect(await read.text('.find-more')).toContain(`Showing the first 50 of ${total}.`)
  const first = await read.ids('.find .paper-row')
  await read.press('Show more')
  await soon(found).toBe(Math.min(total, 100))
  expect((await read.ids('.find .paper-row')).slice(0, 50), 'those stay').toEqual(first)
  expect(await size()).toEqual(before)
  await popup.press('Escape')
  await soon(() => read.count('.find'), 'the popup stays').toBe(0)
})

test('what is typed right behind / is looked for, and no letter of it is a key of the list', async ({
  extension,
}) => {
  const { papers } = knownPapers(extension)
  const popup = await openToolbarPopup(extension)
  const read = readerOf(popup)
  await soon(async () => (await read.papers()).length).toBeGreaterThan(5)
  const typed = () =>
    popup.run(() => document.querySelector<HTMLInputElement>('.find-bar input')?.value)
  for (const time of ['with the search still to be loaded', 'once more']) {
    await popup.press('j')
    // None waits for the one before.
    await Promise.all([...'/jexs cache'].map(popup.press))
    await soon(typed, time).toBe('jexs cache')
    await popup.press('!')
    await soon(typed, 'the field has the focus').toBe('jexs cache!')
    await popup.press('Escape')
    await soon(() => read.count('.find')).toBe(0)
  }
  const entries = await extension.worker.evaluate(readStoredRow, {
    table: 'entries',
    key: idOf(papers[0] as HubPaper),
  })
  expect(entries).toBeUndefined()
  expect(await read.count('.paper-row.saved, .paper-row.read')).toBe(0)
})

test('Hugging Face is asked when the user says so, and tells what goes wrong', async ({
  extension,
}, testInfo) => {
  const { standIn } = extension
  const paper = oldPaper(extension)
  const row = rowOf(idOf(paper))
  const asked = () =>
    standIn.log
      .filter(({ path }) => path.startsWith(searchPath))
      .map(({ path }) => new URLSearchParams(path.split('?')[1]).get('q'))
  const find = await openFind(extension)
  const { popup, read, found, count, search } = find
  const askButton = () => read.text('.find-elsewhere button')
  const alert = () => read.text('.find [role=alert]')
  const stored = () => popup.run(readStoredRow, { table: 'papers', key: idOf(paper) })

  await test.step('when it is pressed, and not before', async () => {
    await search(`${paper.words} status:saved`)
    await soon(count).toBe('No papers found.')
    await popup.press('Enter')
    await soon(() => read.text('.find-elsewhere :focus'), 'Enter goes there').toContain(
      `Search Hugging Face for “${paper.words}”`,
    )
    expect(await read.text('.find-elsewhere')).toContain('Sends these words to huggingface.co.')
    expect(asked()).toEqual([])
    await popup.press('Enter')
    await soon(found).toContain(idOf(paper))
    expect(asked()).toEqual([paper.words])
    expect(await read.count(`${row} .paper-title mark`)).toBeGreaterThan(0)
    expect(await stored(), 'nothing is stored yet').toBeUndefined()
    await look(popup, testInfo, 'elsewhere')
  })
  await test.step('a paper is kept by doing something with it', async () => {
    await read.focus(idOf(paper))
    await popup.press('ArrowRight')
    await soon(() => read.text(`${row} .paper-abstract`)).not.toBe('')
    await popup.press('s')
    await soon(() => read.count(`${row}.saved`)).toBe(1)
    await soon(stored).toMatchObject({ origin: 'source', votes: paper.upvotes })
  })
  await test.step('it is found here from then on, and once', async () => {
    await search(`${paper.words} status:reading`)
    await soon(count).toBe('No papers found.')
    await popup.press('Shift+Enter')
    await soon(() => read.count(`${row}.saved`), 'with what is known of it').toBe(1)
    expect(await read.count(`${row} .paper-title mark`)).toBeGreaterThan(0)
    await search(`${paper.words} `)
    await soon(count).toBe('1 paper')
    await soon(() => read.text('.find')).toContain(
      'Everything Hugging Face found is already listed above.',
    )
    await soon(found).toEqual([idOf(paper)])
  })

  await test.step('it can be stopped', async () => {
    await search('model')
    await soon(count).toMatch(/./)
    standIn.setFault(searchPath, { kind: 'hold' })
    await popup.press('Shift+Enter')
    await read.press('Stop')
    await soon(askButton).toContain('Search Hugging Face for')
    standIn.clearFaults()
  })
  await test.step('what goes wrong is told, with a way out', async () => {
    standIn.setFault(searchPath, { kind: 'status', status: 500 })
    await read.press('Search Hugging Face for')
    await soon(alert).toContain('Hugging Face sent something')
    await look(popup, testInfo, 'failed')
    standIn.setFault(searchPath, { kind: 'status', status: 429, headers: { 'retry-after': '600' } })
    await read.press('Try again')
    await soon(alert).toContain('Hugging Face asked Dogear to wait')
    const before = asked()
    standIn.clearFaults()
    await read.press('Try again')
    await soon(alert).toContain('Hugging Face asked Dogear to wait')
    expect(asked(), 'the wait is kept').toEqual(before)
  })
})
