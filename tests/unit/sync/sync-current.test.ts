import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { getList } from '../../../lib/db/lists/lists'
import { getSyncState } from '../../../lib/db/states/sync-states'
import { failureOf } from '../../../lib/errors/failure'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { syncCurrent } from '../../../lib/sync/sync-current'
import { syncDue } from '../../../lib/sync/sync-due'
import { freshDatabase } from '../db/samples'
import { FakeHost, item, json } from './fake-host'

const minute = 60_000
/** A Sunday. */
const sunday = Date.UTC(2026, 6, 26, 9)
const monday = Date.UTC(2026, 6, 27, 9)

function sync(db: DogearDatabase, host: FakeHost, now: number, force = false) {
  const signal = new AbortController().signal
  return syncCurrent({ db, source: hfDaily, fetch: host.fetch, now, signal, force })
}

/** A host with papers on these days. */
function withPapersOn(...days: string[]): FakeHost {
  return new FakeHost(({ searchParams }) => {
    const index = days.indexOf(searchParams.get('date') ?? '')
    return json(index < 0 ? [] : [item(index + 1)])
  })
}

function failureFor(run: Promise<unknown>) {
  return run.then(
    () => undefined,
    (error: unknown) => failureOf(error),
  )
}

describe('syncing what is current', () => {
  test('asks for today, and for no other day where today has papers', async () => {
    const host = withPapersOn('2026-07-27', '2026-07-24')
    expect(await sync(freshDatabase(), host, monday)).toEqual({
      key: 'hf-daily/day/2026-07-27',
      total: 1,
      added: 1,
      skipped: 0,
    })
    expect(host.days).toEqual(['2026-07-27'])
  })

  test('a first run on a Sunday brings Friday', async () => {
    const db = freshDatabase()
    const host = withPapersOn('2026-07-24', '2026-07-23')
    expect((await sync(db, host, sunday))?.key).toBe('hf-daily/day/2026-07-24')
    expect(host.days).toEqual(['2026-07-26', '2026-07-25', '2026-07-24'])
    expect((await getSyncState(db, 'hf-daily'))?.countFrom).toBe('2026-07-24')
  })

  test('an empty day goes back no further where a list of the last week is at hand', async () => {
    const db = freshDatabase()
    await sync(db, withPapersOn('2026-07-24'), Date.UTC(2026, 6, 24, 9))
    const host = withPapersOn('2026-07-24')
    expect(await sync(db, host, sunday)).toMatchObject({ key: 'hf-daily/day/2026-07-26', total: 0 })
    expect(host.days).toEqual(['2026-07-26'])
  })

  test('gives up after a week', async () => {
    const host = withPapersOn('2026-07-18')
    expect(await sync(freshDatabase(), host, sunday)).toMatchObject({ total: 0 })
    expect(host.days).toHaveLength(8)
    expect(host.days.at(-1)).toBe('2026-07-19')
  })

  test('goes on where an interrupted first run left off', async () => {
    const db = freshDatabase()
    const cut = withPapersOn('2026-07-24')
    const { answer } = cut
    cut.answer = (address, init) =>
      address.searchParams.get('date') === '2026-07-25'
        ? Promise.reject(new TypeError('Failed to fetch'))
        : answer(address, init)
    expect((await failureFor(sync(db, cut, sunday)))?.code).toBe('offline')
    const host = withPapersOn('2026-07-24')
    expect((await sync(db, host, sunday + minute))?.total).toBe(1)
    expect(host.days).toEqual(['2026-07-25', '2026-07-24'])
  })
})

describe('what is due', () => {
  test('a list that is less than five minutes old is not asked for again, but by force', async () => {
    const db = freshDatabase()
    const host = withPapersOn('2026-07-27')
    await sync(db, host, monday)
    expect(await sync(db, host, monday + 4 * minute)).toBeUndefined()
    expect(host.asked).toHaveLength(1)
    expect(await sync(db, host, monday + 4 * minute, true)).toMatchObject({ total: 1 })
    expect(await sync(db, host, monday + 9 * minute)).toMatchObject({ total: 1 })
    expect(host.asked).toHaveLength(3)
  })

  test('a list from the future, after the clock was put right, is', async () => {
    const db = freshDatabase()
    const host = withPapersOn('2026-07-27')
    await sync(db, host, monday + 12 * 60 * minute)
    expect(await sync(db, host, monday)).toMatchObject({ total: 1 })
  })

  test('while the host asks to wait it is not asked, not even by force', async () => {
    const db = freshDatabase()
    const limited = () => new Response('', { status: 429, headers: { 'retry-after': '600' } })
    const host = new FakeHost(limited)
    const expected = { code: 'rate-limited', retryAt: monday + 10 * minute }
    expect(await failureFor(sync(db, host, monday))).toMatchObject(expected)
    expect(await failureFor(sync(db, host, monday + 9 * minute))).toMatchObject(expected)
    expect(await failureFor(sync(db, host, monday + 9 * minute, true))).toMatchObject(expected)
    expect(host.asked).toHaveLength(1)
    expect((await getSyncState(db, 'hf-daily'))?.failures).toBe(1)
    host.answer = () => json([item(1)])
    expect(await sync(db, host, monday + 10 * minute)).toMatchObject({ total: 1 })
  })

  test('a stored wait is respected by itself', async () => {
    const db = freshDatabase()
    await db.syncStates.put({ source: 'hf-daily', failures: 1, notBefore: monday + minute })
    const host = withPapersOn('2026-07-27')
    expect(await failureFor(sync(db, host, monday, true))).toMatchObject({
      code: 'rate-limited',
      retryAt: monday + minute,
    })
    expect(host.asked).toEqual([])
  })

  test('a wait that ends in a year is a mistake', async () => {
    const db = freshDatabase()
    const notBefore = monday + 365 * 24 * 60 * minute
    await db.syncStates.put({ source: 'hf-daily', failures: 1, notBefore })
    expect(await sync(db, withPapersOn('2026-07-27'), monday)).toMatchObject({ total: 1 })
  })

  test('after an error the alarm waits, and the user need not', async () => {
    const db = freshDatabase()
    const host = new FakeHost(() => new Response('', { status: 500 }))
    await failureFor(sync(db, host, monday))
    expect(await failureFor(sync(db, host, monday + 1))).toMatchObject({
      code: 'bad-reply',
      retryAt: monday + 15_000,
    })
    expect(host.asked).toHaveLength(1)
    host.answer = () => json([item(1)])
    expect(await sync(db, host, monday + 1, true)).toMatchObject({ total: 1 })
  })

  test('without a connection there is nothing to wait for', async () => {
    const db = freshDatabase()
    const host = new FakeHost(() => Promise.reject(new TypeError('Failed to fetch')))
    await failureFor(sync(db, host, monday))
    host.answer = () => json([item(1)])
    expect(await sync(db, host, monday + 1)).toMatchObject({ total: 1 })
  })

  test('holds for any period', async () => {
    const db = freshDatabase()
    const host = new FakeHost(() => json([item(1)]))
    const signal = new AbortController().signal
    const period = { kind: 'week', week: '2026-W30' } as const
    const input = { db, source: hfDaily, period, fetch: host.fetch, now: monday, signal }
    expect(await syncDue(input)).toMatchObject({ key: 'hf-daily/week/2026-W30', total: 1 })
    expect(await syncDue({ ...input, now: monday + minute })).toBeUndefined()
    expect((await getList(db, 'hf-daily/week/2026-W30'))?.fetchedAt).toBe(monday)
  })
})
