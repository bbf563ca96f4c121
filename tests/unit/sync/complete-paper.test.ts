import { describe, expect, test, vi } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { getEntries } from '../../../lib/db/entries/stored-entries'
import { getAbstract } from '../../../lib/db/papers/abstracts'
import { findPapers, storePaper } from '../../../lib/db/papers/papers'
import { getCompletions } from '../../../lib/db/states/completions'
import { failureOf } from '../../../lib/errors/failure'
import type { PaperId } from '../../../lib/papers/paper-id'
import { beginCompletion, completeDue } from '../../../lib/sync/complete-paper'
import { freshDatabase, id, nth, paper } from '../db/samples'
import { FakeHost, hang, json } from './fake-host'

const start = Date.UTC(2026, 6, 22, 12)
const second = 1_000
const minute = 60 * second
const hour = 60 * minute

const doi = id('doi:10.1000/cache.7')

type Answer = FakeHost['answer']

/** The three hosts; what is not told otherwise does not know the paper. */
function internet(answers: Partial<Record<'huggingface' | 'arxiv' | 'crossref', Answer>> = {}) {
  const { huggingface = unknown, arxiv = emptyFeed, crossref = unknown } = answers
  return new FakeHost((address, init) => {
    if (address.host === 'huggingface.co') return huggingface(address, init)
    if (address.host === 'export.arxiv.org') return arxiv(address, init)
    return crossref(address, init)
  })
}

const unknown: Answer = () => new Response('Resource not found.', { status: 404 })
const emptyFeed: Answer = () => atom('')
const fails: Answer = () => new Response('', { status: 500 })
const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

const fromHuggingFace: Answer = () =>
  json({ id: '2601.00001', title: 'Told by Hugging Face', summary: 'An abstract.', upvotes: 7 })

const fromArxiv: Answer = (address) =>
  atom(
    `<entry><id>http://arxiv.org/abs/${address.searchParams.get('id_list')}v1</id><title>Told by arXiv</title><summary>An abstract.</summary></entry>`,
  )

const fromCrossref: Answer = () =>
  json({ message: { DOI: '10.1000/cache.7', title: ['Told by Crossref'] } })

function atom(entry: string): Response {
  return new Response(`<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}

/** A worker with a clock of its own, which goes on only when somebody waits. */
function worker(host: FakeHost, db = freshDatabase()) {
  const controller = new AbortController()
  const changes: PaperId[][] = []
  const waits: number[] = []
  const clock = { now: start }
  const run = () =>
    completeDue({
      db,
      fetch: host.fetch,
      now: () => clock.now,
      wait: async (duration) => {
        waits.push(duration)
        clock.now += duration
      },
      signal: controller.signal,
      onChange: (paperIds) => void changes.push([...paperIds]),
    })
  return {
    db,
    host,
    clock,
    changes,
    waits,
    run,
    stop: () => controller.abort(),
    async complete(paperId: PaperId) {
      if (await beginCompletion(db, paperId, clock.now)) await run()
    },
    title: async (paperId: PaperId) => (await findPapers(db, [paperId])).get(paperId)?.title,
    row: async (paperId: PaperId) => (await getCompletions(db, [paperId])).get(paperId),
  }
}

async function saved(db: DogearDatabase, paperId: PaperId) {
  const change = { paperId, status: 'saved', addTags: ['caches'], note: 'Try this' } as const
  return await editEntry(db, change, start)
}

describe('who is asked about a paper', () => {
  test('Hugging Face first, and nobody else where it tells', async () => {
    const { complete, host, db, title, row, changes } = worker(
      internet({ huggingface: fromHuggingFace, arxiv: fromArxiv }),
    )
    await complete(nth(1))
    expect(await title(nth(1))).toBe('Told by Hugging Face')
    expect(await getAbstract(db, nth(1))).toBe('An abstract.')
    expect(host.asked).toEqual(['/api/papers/2601.00001'])
    expect(await row(nth(1))).toBeUndefined()
    expect(changes).toEqual([[nth(1)]])
  })

  test('then arXiv', async () => {
    const { complete, host, title } = worker(internet({ arxiv: fromArxiv }))
    await complete(nth(1))
    expect(await title(nth(1))).toBe('Told by arXiv')
    expect(host.asked).toEqual([
      '/api/papers/2601.00001',
      '/api/query?id_list=2601.00001&max_results=1',
    ])
  })

  test('Crossref about a DOI', async () => {
    const { complete, host, title } = worker(internet({ crossref: fromCrossref }))
    await complete(doi)
    expect(await title(doi)).toBe('Told by Crossref')
    expect(host.asked).toEqual(['/works/10.1000%2Fcache.7'])
  })

  test('each by the name that it knows, where the paper has several', async () => {
    const answers = { crossref: fromCrossref }
    const { complete, host, db, title, changes } = worker(internet(answers))
    const known = paper(nth(1), { title: '', aliases: [doi], origin: 'page' })
    await storePaper(db, { paper: known, abstract: '' })
    await complete(nth(1))
    expect(host.asked).toHaveLength(3)
    expect(await title(nth(1))).toBe('Told by Crossref')
    expect(await title(doi)).toBe('Told by Crossref')
    expect(changes).toEqual([[nth(1), doi]])
  })

  test('nobody, where nobody can know it', async () => {
    const { complete, host, row } = worker(internet())
    const name = id('openreview:abcdefg')
    await complete(name)
    expect(host.asked).toEqual([])
    expect(await row(name)).toBeUndefined()
  })

  test('nobody about a paper that has a title', async () => {
    const { complete, host, db } = worker(internet({ huggingface: fromHuggingFace }))
    await storePaper(db, { paper: paper(nth(1), { aliases: [doi] }), abstract: '' })
    await complete(nth(1))
    await complete(doi)
    expect(host.asked).toEqual([])
  })

  test('one that fails does not keep the others from it', async () => {
    for (const huggingface of [fails, offline, () => new Response('', { status: 429 })]) {
      const { complete, title, row } = worker(internet({ huggingface, arxiv: fromArxiv }))
      await complete(nth(1))
      expect(await title(nth(1))).toBe('Told by arXiv')
      expect(await row(nth(1))).toBeUndefined()
    }
  })

  test('one that is about another paper tells nothing', async () => {
    const other: Answer = () => json({ id: '2601.00002', title: 'Another' })
    const { complete, title } = worker(internet({ huggingface: other, arxiv: fromArxiv }))
    await complete(nth(1))
    expect(await title(nth(1))).toBe('Told by arXiv')
    expect(await title(nth(2))).toBeUndefined()
  })
})

describe('a paper that could not be had', () => {
  test.each([
    ['without a connection', offline, 'offline', 15 * second],
    ['after an error', fails, 'bad-reply', 15 * second],
    ['after a sign-in page', () => new Response('<html>'), 'bad-reply', 15 * second],
    [
      'when asked to wait',
      () => new Response('', { status: 429, headers: { 'retry-after': '600' } }),
      'rate-limited',
      10 * minute,
    ],
    [
      'when asked to wait, who knows how long',
      () => new Response('', { status: 429 }),
      'rate-limited',
      5 * minute,
    ],
  ] as const)('%s is tried again later', async (_what, answer, code, wait) => {
    const host = internet({ crossref: answer })
    const { complete, run, row, clock, title, changes } = worker(host)
    await complete(doi)
    expect(await row(doi)).toMatchObject({
      failures: 1,
      lastFailure: { code },
      notBefore: start + wait,
    })
    expect(changes).toEqual([[doi]])
    clock.now += wait - 1
    await run()
    expect(host.asked).toHaveLength(1)
    host.answer = fromCrossref
    clock.now += 1
    await run()
    expect(await title(doi)).toBe('Told by Crossref')
    expect(await row(doi)).toBeUndefined()
  })

  test('because no answer comes', async () => {
    const over = AbortSignal.abort(new DOMException('Late', 'TimeoutError'))
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(over)
    const { complete, row } = worker(internet({ crossref: hang }))
    await complete(doi)
    expect(await row(doi)).toMatchObject({
      failures: 1,
      lastFailure: { code: 'timeout' },
      notBefore: start + 15 * second,
    })
  })

  test('because the reply is none', async () => {
    const broken: Answer = () =>
      new Response('<feed><entry>', { headers: { 'content-type': 'application/atom+xml' } })
    const { complete, row } = worker(internet({ arxiv: broken }))
    await complete(nth(1))
    expect(await row(nth(1))).toMatchObject({ lastFailure: { code: 'bad-reply' } })
  })

  test('is tried eight times in all', async () => {
    const { complete, run, row, clock, host, db } = worker(internet({ crossref: offline }))
    const entry = await saved(db, doi)
    await complete(doi)
    for (let tries = 2; tries <= 12; tries += 1) {
      clock.now += hour
      await run()
    }
    expect(host.asked).toHaveLength(8)
    expect(await row(doi)).toBeUndefined()
    expect((await getEntries(db, [doi])).get(doi)).toEqual(entry)
  })

  test('is not tried more often because it is saved again', async () => {
    const { complete, host } = worker(internet({ crossref: fails }))
    await complete(doi)
    await complete(doi)
    expect(host.asked).toHaveLength(1)
  })

  test('and that nobody knows is done with', async () => {
    const { complete, run, row, clock, host, changes, db } = worker(internet())
    const entry = await saved(db, nth(1))
    await complete(nth(1))
    expect(host.asked).toHaveLength(2)
    expect(await row(nth(1))).toBeUndefined()
    expect(changes).toEqual([[nth(1)]])
    clock.now += hour
    await run()
    expect(host.asked).toHaveLength(2)
    expect((await getEntries(db, [nth(1)])).get(nth(1))).toEqual(entry)
  })

  test('is tried again although nobody knows it, while one could not be asked', async () => {
    const { complete, row } = worker(internet({ huggingface: fails }))
    await complete(nth(1))
    expect(await row(nth(1))).toMatchObject({ failures: 1 })
  })
})

describe('a worker that is stopped half-way', () => {
  test('leaves the paper to the next one, at once and with all its tries', async () => {
    const stopped = worker(
      internet({
        huggingface(address, init) {
          const reply = hang(address, init)
          stopped.stop()
          return reply
        },
      }),
    )
    const { db } = stopped
    const entry = await saved(db, nth(1))
    const error = await stopped.complete(nth(1)).catch((reason: unknown) => reason)
    expect(failureOf(error).code).toBe('cancelled')
    expect(await stopped.row(nth(1))).toEqual({ paperId: nth(1), startedAt: start, failures: 0 })

    const next = worker(internet({ huggingface: fromHuggingFace }), db)
    await next.run()
    expect(await next.title(nth(1))).toBe('Told by Hugging Face')
    expect(await next.row(nth(1))).toBeUndefined()
    expect((await getEntries(db, [nth(1)])).get(nth(1))).toEqual(entry)
  })

  test('after the paper was stored leaves nothing to ask for', async () => {
    const { run, row, db, host } = worker(internet())
    await beginCompletion(db, nth(1), start)
    await storePaper(db, { paper: paper(nth(1)), abstract: '' })
    await run()
    expect(host.asked).toEqual([])
    expect(await row(nth(1))).toBeUndefined()
  })
})

describe('several papers', () => {
  test('are asked about one after the other, and arXiv every three seconds', async () => {
    let open = 0
    let most = 0
    const counted =
      (answer: Answer): Answer =>
      async (address, init) => {
        open += 1
        most = Math.max(most, open)
        await Promise.resolve()
        open -= 1
        return await answer(address, init)
      }
    const { db, run, title, waits, host } = worker(
      internet({ huggingface: counted(unknown), arxiv: counted(fromArxiv) }),
    )
    for (const n of [1, 2, 3]) await beginCompletion(db, nth(n), start + n)
    await run()
    for (const n of [1, 2, 3]) expect(await title(nth(n))).toBe('Told by arXiv')
    expect(host.asked).toHaveLength(6)
    expect(most).toBe(1)
    expect(waits, 'not before the first').toEqual([3_000, 3_000])
  })

  test('are not waited for longer because the clock was put back', async () => {
    const { db, run, clock, waits, complete } = worker(internet({ arxiv: fromArxiv }))
    await complete(nth(1))
    clock.now -= hour
    await beginCompletion(db, nth(2), clock.now)
    await run()
    expect(waits).toEqual([3_000])
  })

  test('one that fails does not keep the next from being fetched', async () => {
    const answer: Answer = (address, init) =>
      address.pathname.endsWith('00001') ? fails(address, init) : unknown(address, init)
    const arxiv: Answer = (address, init) =>
      address.search.includes('00001') ? emptyFeed(address, init) : fromArxiv(address, init)
    const { db, run, title, row } = worker(internet({ huggingface: answer, arxiv }))
    for (const n of [1, 2]) await beginCompletion(db, nth(n), start + n)
    await run()
    expect(await row(nth(1))).toMatchObject({ failures: 1 })
    expect(await title(nth(2))).toBe('Told by arXiv')
  })

  test('without a connection only the first uses up a try', async () => {
    const { db, run, row } = worker(internet({ huggingface: offline, arxiv: offline }))
    for (const n of [1, 2]) await beginCompletion(db, nth(n), start - 10 + n)
    await run()
    expect(await row(nth(1))).toMatchObject({ failures: 1 })
    expect(await row(nth(2))).toMatchObject({ failures: 0 })
  })

  test('a host that asked to wait is not asked about another one', async () => {
    const limited: Answer = () =>
      new Response('', { status: 429, headers: { 'retry-after': '600' } })
    const host = internet({ huggingface: limited, arxiv: fromArxiv })
    const { db, complete, clock, title } = worker(host)
    await complete(nth(1))
    clock.now += 9 * minute
    const next = worker(host, db)
    next.clock.now = clock.now
    await next.complete(nth(2))
    expect(await title(nth(2))).toBe('Told by arXiv')
    expect(host.asked.filter((asked) => asked.startsWith('/api/papers'))).toHaveLength(1)
  })
})
