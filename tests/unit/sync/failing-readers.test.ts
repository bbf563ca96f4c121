import { describe, expect, test } from 'vitest'
import { getList } from '../../../lib/db/lists/lists'
import { startCompletion } from '../../../lib/db/states/completions'
import { getListState } from '../../../lib/db/states/list-states'
import { getSyncState } from '../../../lib/db/states/sync-states'
import { failureOf } from '../../../lib/errors/failure'
import { sourceById } from '../../../lib/sources'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { ReplyError, type Source } from '../../../lib/sources/source'
import { askSource } from '../../../lib/sync/ask-source'
import { completeDue } from '../../../lib/sync/complete-paper'
import { readReply } from '../../../lib/sync/read-reply'
import { searchPapers } from '../../../lib/sync/search-papers'
import { syncPlanned } from '../../../lib/sync/sync-planned'
import { freshDatabase, nth } from '../db/samples'
import { feed } from './arxiv-feed'
import { FakeHost, item, json } from './fake-host'

const now = Date.UTC(2026, 6, 22, 12)
const minute = 60_000
const arxiv = sourceById('arxiv:cs.CL') as Source
const { signal } = new AbortController()

/** Errors that a reader may throw besides its own. The last is Firefox's word for a stack that is full. */
const errors = [
  new RangeError('Maximum call stack size exceeded'),
  new TypeError('Cannot read properties of undefined'),
  Object.assign(new Error('too much recursion'), { name: 'InternalError' }),
]

function failing(source: Source, error: Error): Source {
  return {
    ...source,
    read() {
      throw error
    },
  }
}

function run(db: ReturnType<typeof freshDatabase>, sources: readonly Source[], time: number) {
  const asked: string[] = []
  const host = new FakeHost((address) => {
    asked.push(address.host)
    return address.host === 'rss.arxiv.org' ? feed('Wed, 22 Jul 2026') : json([item(1)])
  })
  const settings = { syncInterval: 30, catchUpDays: 0, isMetered: false }
  const onSynced = async () => {}
  const done = syncPlanned({
    db,
    sources,
    fetch: host.fetch,
    now: () => time,
    signal,
    settings,
    exclusive: (job) => job(),
    onSynced,
  }).then(
    () => undefined,
    (error: unknown) => failureOf(error).code,
  )
  return done.then((code) => ({ code, asked }))
}

describe('a source of which the reader throws', () => {
  test.each(errors)('%s: waits, and the next source is asked', async (error) => {
    const db = freshDatabase()
    const sources = [failing(arxiv, error), hfDaily]
    expect(await run(db, sources, now)).toEqual({
      code: 'bad-reply',
      asked: ['rss.arxiv.org', 'huggingface.co'],
    })
    expect(await getSyncState(db, arxiv.id)).toMatchObject({ lastFailure: { code: 'bad-reply' } })
    const state = await getListState(db, 'arxiv:cs.CL/day/2026-07-22')
    expect(state).toMatchObject({ failures: 1, notBefore: now + 15_000 })
    expect((await getList(db, 'hf-daily/day/2026-07-22'))?.paperIds).toEqual([nth(1)])

    expect((await run(db, sources, now + 10_000)).asked, 'left alone meanwhile').toEqual([])
    expect((await run(db, sources, now + minute)).asked).toEqual(['rss.arxiv.org'])
    expect(await run(db, [arxiv, hfDaily], now + 10 * minute)).toEqual({
      code: undefined,
      asked: ['rss.arxiv.org'],
    })
    expect((await getList(db, 'arxiv:cs.CL/day/2026-07-22'))?.paperIds).toEqual([nth(1)])
  })

  test('what can’t be stored for another reason than the database is a bad reply as well', async () => {
    const db = freshDatabase()
    const odd = { ...arxiv, read: () => ({ items: [{}], skipped: [], day: '2026-07-22' }) }
    const { code, asked } = await run(db, [odd as unknown as Source, hfDaily], now)
    expect(code).toBe('bad-reply')
    expect(asked).toEqual(['rss.arxiv.org', 'huggingface.co'])
  })

  test('a database that can’t be written ends it at once', async () => {
    const db = freshDatabase()
    await db.open()
    db.papers.hook('creating', () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    })
    const { code, asked } = await run(db, [arxiv, hfDaily], now)
    expect([code, asked]).toEqual(['storage', ['rss.arxiv.org']])
  })
})

test('a title of thousands of nested elements is read like any other', async () => {
  const deep = `${'<b>'.repeat(3_000)}Deep${'</b>'.repeat(3_000)}`
  const text = await feed('Wed, 22 Jul 2026', [deep, 'Two']).text()
  const { items } = arxiv.read(text, { kind: 'day', day: '2026-07-22' })
  expect(items.map(({ paper }) => paper.title)).toEqual(['Deep', 'Two'])
})

test('a reply of far more items than were asked for is none', () => {
  const items = Array.from({ length: 180_000 }, () => ({}))
  expect(() => hfDaily.read(items, { kind: 'trending' })).toThrow(ReplyError)
})

describe('other readers of replies', () => {
  const db = () => freshDatabase()
  const host = new FakeHost(() => json([]))
  const asking = { fetch: host.fetch, now: () => now, wait: async () => {}, signal }
  const broken = {
    id: 'broken',
    hosts: [],
    format: 'json',
    pause: 0,
    request: () => new URL('https://huggingface.co/api/papers/1'),
    read() {
      throw new RangeError('Maximum call stack size exceeded')
    },
  } as const

  test('a source of one paper waits', async () => {
    const own = db()
    const answer = askSource(broken, [nth(1)], { ...asking, db: own })
    expect(failureOf(await answer.catch((error) => error)).code).toBe('bad-reply')
    expect((await getSyncState(own, 'broken'))?.notBefore).toBe(now + 15_000)
  })

  test('a paper of which one source tells nothing readable is asked of the next', async () => {
    const own = db()
    const hosts: string[] = []
    const odd = new FakeHost((address) => {
      hosts.push(address.host)
      return json({ id: null })
    })
    await startCompletion(own, nth(1), now)
    await completeDue({ ...asking, db: own, fetch: odd.fetch, onChange: () => {} })
    expect(hosts).toEqual(['huggingface.co', 'export.arxiv.org'])
  })

  test('the search does too', async () => {
    const own = db()
    const bad = new FakeHost(() => json({}))
    const answer = searchPapers('caches', { db: own, fetch: bad.fetch, now, signal })
    expect(failureOf(await answer.catch((error) => error)).code).toBe('bad-reply')
    expect((await getSyncState(own, 'hf-search'))?.notBefore).toBe(now + 15_000)
  })
})

test.each(errors)('%s of a reader is a bad reply, and its message stays out', (error) => {
  const read = () => {
    throw error
  }
  expect(() => readReply(read)).toThrow(new ReplyError(`The reply can't be read: ${error.name}`))
})
