import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { getEntries } from '../../../lib/db/entries/stored-entries'
import { getList } from '../../../lib/db/lists/lists'
import { getListState } from '../../../lib/db/states/list-states'
import { getSyncState } from '../../../lib/db/states/sync-states'
import { FailureError, failureOf } from '../../../lib/errors/failure'
import type { Period } from '../../../lib/papers/list'
import { sourceById } from '../../../lib/sources'
import { hfDaily } from '../../../lib/sources/hf-daily'
import type { Source } from '../../../lib/sources/source'
import { syncList } from '../../../lib/sync/sync-list'
import { dump, freshDatabase, nth } from '../db/samples'
import { FakeHost, hang, item, json } from './fake-host'

const wednesday = { kind: 'day', day: '2026-07-22' } as const
const key = 'hf-daily/day/2026-07-22'
const start = Date.UTC(2026, 6, 22, 12)

function sync(
  db: DogearDatabase,
  host: FakeHost,
  fields: Partial<Parameters<typeof syncList>[0]> = {},
) {
  const signal = new AbortController().signal
  const period: Period = wednesday
  return syncList({ db, source: hfDaily, period, fetch: host.fetch, now: start, signal, ...fields })
}

/** All that was fetched, without the notes on how that went. */
async function fetched(db: DogearDatabase): Promise<unknown> {
  const { syncStates: _sources, listStates: _lists, ...rest } = Object(await dump(db))
  return rest
}

function codeOf(sync: Promise<unknown>): Promise<string | undefined> {
  return sync.then(
    () => undefined,
    (error: unknown) => failureOf(error).code,
  )
}

/** Serves the pages of one list with links from each to the next. */
function paged(pages: readonly unknown[][]): FakeHost {
  return new FakeHost((address) => {
    const page = Number(address.searchParams.get('p') ?? 0)
    const next = `<https://huggingface.co/api/daily_papers?date=2026-07-22&p=${page + 1}>; rel="next"`
    return json(pages[page] ?? [], page + 1 < pages.length ? { link: next } : {})
  })
}

describe('syncing a list', () => {
  test('stores it and reports', async () => {
    const db = freshDatabase()
    const host = new FakeHost(() => json([item(1), { paper: {} }, item(2)]))
    expect(await sync(db, host)).toEqual({ key, total: 2, added: 2, skipped: 1 })
    expect(host.asked).toEqual(['/api/daily_papers?date=2026-07-22&limit=100'])
    expect(await getList(db, key)).toMatchObject({ paperIds: [nth(1), nth(2)], skipped: 1 })
    expect(await getSyncState(db, 'hf-daily')).toEqual({
      source: 'hf-daily',
      countFrom: '2026-07-22',
      lastSuccessAt: start,
      lastAttemptAt: start,
      failures: 0,
    })
  })

  test('fetches every page', async () => {
    const db = freshDatabase()
    const host = paged([[item(1), item(2)], [item(2), item(3)], [item(4)]])
    const report = await sync(db, host)
    expect(report).toMatchObject({ total: 4, added: 4 })
    expect((await getList(db, key))?.paperIds).toEqual([nth(1), nth(2), nth(3), nth(4)])
  })

  test('the same reply again writes three notes of its time, and the browser need not fetch it as a whole', async () => {
    const db = freshDatabase()
    const caches: (RequestCache | undefined)[] = []
    const host = new FakeHost((_address, { cache }) => {
      caches.push(cache)
      return json([item(1), item(2)])
    })
    await sync(db, host)
    db.close()
    const writes: string[] = []
    db.use({
      stack: 'dbcore',
      name: 'writes',
      create: (core) => ({
        ...core,
        table(name) {
          const table = core.table(name)
          return {
            ...table,
            mutate(request) {
              writes.push(`${request.type} ${name}`)
              return table.mutate(request)
            },
          }
        },
      }),
    })
    await db.open()
    await sync(db, host, { now: start + 1_000 })
    expect(writes.sort()).toEqual(['put listStates', 'put lists', 'put syncStates'])
    expect((await getList(db, key))?.fetchedAt).toBe(start + 1_000)
    expect(caches).toEqual(['no-cache', 'no-cache'])
  })

  test('after a bad reply nothing that the browser kept counts', async () => {
    const db = freshDatabase()
    const caches: (RequestCache | undefined)[] = []
    const host = new FakeHost((_address, { cache }) => {
      caches.push(cache)
      return json(caches.length === 1 ? { error: 'none' } : [item(1)])
    })
    expect(await codeOf(sync(db, host))).toBe('bad-reply')
    await sync(db, host)
    await sync(db, host)
    expect(caches).toEqual(['no-cache', 'reload', 'no-cache'])
  })

  test('a list of no date counts from the newest day of which it has papers', async () => {
    const db = freshDatabase()
    const on = (number: number, day: string) =>
      item(number, { submittedOnDailyAt: `${day}T00:00:00.000Z` })
    const host = new FakeHost(() => json([on(2, '2026-07-20'), on(1, '2026-07-03')]))
    const source = sourceById('hf-submitter:ada') as Source
    expect(await sync(db, host, { source, period: { kind: 'latest' } })).toEqual({
      key: 'hf-submitter:ada/latest',
      total: 2,
      added: 2,
      skipped: 0,
    })
    expect(await getSyncState(db, source.id)).toMatchObject({ countFrom: '2026-07-20' })
  })

  test('stops after ten pages', async () => {
    const host = paged(Array.from({ length: 30 }, (_, page) => [item(page + 1)]))
    expect(await sync(freshDatabase(), host)).toMatchObject({ total: 10 })
    expect(host.asked).toHaveLength(10)
  })

  test('counts from the first day that had papers', async () => {
    const db = freshDatabase()
    const day = (text: string) => ({ period: { kind: 'day', day: text } as const })
    await sync(db, new FakeHost(() => json([])), day('2026-07-19'))
    await sync(db, new FakeHost(() => json([item(9)])), { period: { kind: 'trending' } })
    expect(await getSyncState(db, 'hf-daily')).not.toHaveProperty('countFrom')
    await sync(db, new FakeHost(() => json([item(1)])), day('2026-07-21'))
    await sync(db, new FakeHost(() => json([item(2)])), day('2026-07-20'))
    expect((await getSyncState(db, 'hf-daily'))?.countFrom).toBe('2026-07-21')
  })

  test('twice with the same answer changes nothing but the times', async () => {
    const db = freshDatabase()
    const host = new FakeHost(() => json([item(1), item(2)]))
    await sync(db, host)
    const before = await dump(db)
    expect(await sync(db, host, { now: start + 1_000 })).toMatchObject({ added: 0, total: 2 })
    expect(await dump(db)).toEqual(before)
  })
})

describe('a sync that fails', () => {
  const broken: Record<string, [FakeHost['answer'], string]> = {
    'an error status': [() => new Response('', { status: 500 }), 'bad-reply'],
    'a sign-in page': [
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'bad-reply',
    ],
    'another kind of JSON': [() => json({ error: 'Sorry' }), 'bad-reply'],
    'items of which none can be read': [() => json([{}, 1]), 'bad-reply'],
    'no connection': [() => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    'a request to wait': [
      () => new Response('', { status: 429, headers: { 'retry-after': '60' } }),
      'rate-limited',
    ],
  }

  test.each(Object.entries(broken))(
    '%s leaves the last good list',
    async (_what, [answer, code]) => {
      const db = freshDatabase()
      await sync(db, new FakeHost(() => json([item(1), item(2)])))
      const before = await fetched(db)
      expect(await codeOf(sync(db, new FakeHost(answer), { now: start + 4_000 }))).toBe(code)
      expect(await fetched(db)).toEqual(before)
      expect((await getList(db, key))?.fetchedAt).toBe(start)
      expect(await getSyncState(db, 'hf-daily')).toMatchObject({
        countFrom: '2026-07-22',
        lastSuccessAt: start,
        ...(code === 'offline'
          ? { lastAttemptAt: start, failures: 0 }
          : { lastAttemptAt: start + 4_000, failures: 1, lastFailure: { code } }),
      })
    },
  )

  test('on its last page stores nothing of the pages before', async () => {
    const db = freshDatabase()
    const host = paged([[item(1)], [item(2)]])
    const { answer } = host
    host.answer = (address, init) =>
      address.searchParams.has('p') ? new Response('', { status: 502 }) : answer(address, init)
    expect(await codeOf(sync(db, host))).toBe('bad-reply')
    expect(await getList(db, key)).toBeUndefined()
    expect(await db.papers.count()).toBe(0)
  })

  test('waits longer after each failure, up to an hour, and not at all once it works', async () => {
    const db = freshDatabase()
    const down = new FakeHost(() => new Response('', { status: 500 }))
    const waits: (number | undefined)[] = []
    for (let n = 1; n <= 10; n += 1) {
      await codeOf(sync(db, down))
      waits.push(((await getListState(db, key))?.notBefore ?? Number.NaN) - start)
    }
    expect(waits.map((wait = 0) => wait / 1_000)).toEqual([
      15, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600,
    ])
    await sync(db, new FakeHost(() => json([item(1)])))
    expect(await getSyncState(db, 'hf-daily')).toEqual({
      source: 'hf-daily',
      countFrom: '2026-07-22',
      lastSuccessAt: start,
      lastAttemptAt: start,
      failures: 0,
    })
    expect(await getListState(db, key)).not.toHaveProperty('notBefore')
  })

  test('of a bad reply keeps no other list from being asked for', async () => {
    const db = freshDatabase()
    await codeOf(sync(db, new FakeHost(() => new Response('', { status: 500 }))))
    expect(await getSyncState(db, 'hf-daily')).toMatchObject({ failures: 1 })
    expect(await getSyncState(db, 'hf-daily')).not.toHaveProperty('notBefore')
  })

  test('waits as long as the host says; that there is no connection is no failure of it', async () => {
    const db = freshDatabase()
    const wait = (headers: Record<string, string>) => () =>
      new Response('', { status: 429, headers })
    await codeOf(sync(db, new FakeHost(wait({ 'retry-after': '60' }))))
    expect((await getSyncState(db, 'hf-daily'))?.notBefore).toBe(start + 60_000)
    await codeOf(sync(db, new FakeHost(wait({}))))
    expect((await getSyncState(db, 'hf-daily'))?.notBefore).toBe(start + 300_000)
    await codeOf(sync(db, new FakeHost(() => Promise.reject(new TypeError('Failed to fetch')))))
    expect((await getSyncState(db, 'hf-daily'))?.notBefore, 'nothing is learnt').toBe(
      start + 300_000,
    )
  })

  test('that was cancelled is no failure of the source', async () => {
    const db = freshDatabase()
    const controller = new AbortController()
    const running = sync(db, new FakeHost(hang), { signal: controller.signal })
    controller.abort()
    expect(await codeOf(running)).toBe('cancelled')
    expect(await getSyncState(db, 'hf-daily')).toBeUndefined()
  })

  test('because the database is full says so', async () => {
    const db = freshDatabase()
    await db.open()
    db.papers.hook('creating', () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    })
    const error = await sync(db, new FakeHost(() => json([item(1)]))).catch((reason) => reason)
    expect(error).toBeInstanceOf(FailureError)
    expect(failureOf(error).code).toBe('storage')
    expect(await getList(db, key)).toBeUndefined()
  })

  test('touches no entry, and neither does one that works', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status: 'saved' }, 1)
    const before = await getEntries(db, [nth(1)])
    await sync(db, new FakeHost(() => json([item(1)])))
    await codeOf(sync(db, new FakeHost(() => new Response('', { status: 500 }))))
    expect(await getEntries(db, [nth(1)])).toEqual(before)
  })
})
