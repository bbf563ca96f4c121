import { describe, expect, test } from 'vitest'
import { getList } from '../../../lib/db/lists/lists'
import {
  changeHistory,
  getHistory,
  putHistory,
  removeHistory,
} from '../../../lib/db/states/histories'
import { unseenPapers } from '../../../lib/notify/unseen'
import { earliestDay, isWeekend } from '../../../lib/papers/day'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { fetchHistory, historyPause, startHistory } from '../../../lib/sync/fetch-history'
import { syncCurrent } from '../../../lib/sync/sync-current'
import { freshDatabase } from '../db/samples'
import { FakeHost, item, json } from './fake-host'

/** A Wednesday. */
const start = Date.UTC(2023, 5, 14, 12)

/** A worker with a clock that goes on only when somebody waits. */
function worker(host: FakeHost, db = freshDatabase()) {
  const clock = { now: start }
  const controller = new AbortController()
  const hooks = { afterWait: async () => {} }
  const input = {
    db,
    source: hfDaily,
    fetch: host.fetch,
    now: () => clock.now,
    signal: controller.signal,
    exclusive: <T>(job: () => Promise<T>) => job(),
    onSynced: async () => {},
    wait: async (duration: number) => {
      clock.now += duration
      await hooks.afterWait()
    },
  }
  return {
    db,
    clock,
    hooks,
    kill: () => controller.abort(),
    begin: () => startHistory(input, clock.now),
    run: () => fetchHistory(input),
    today: () => syncCurrent({ ...input, now: clock.now }),
    job: () => getHistory(db, 'hf-daily'),
  }
}

const oneADay = () => new FakeHost(({ searchParams }) => json([item(dayNumber(searchParams))]))

function dayNumber(query: URLSearchParams): number {
  return (Date.parse(query.get('date') ?? '') - Date.parse(earliestDay)) / 86_400_000 + 1
}

describe('the whole history', () => {
  test('comes day by day from yesterday to the first, without the weekends, slowly', async () => {
    const host = oneADay()
    const { begin, run, job, clock } = worker(host)
    await begin()
    expect(await job()).toMatchObject({ status: 'running', nextDay: '2023-06-13', done: 0, of: 41 })
    await run()
    expect(await job()).toMatchObject({ status: 'done', done: 41, of: 41, missing: 0 })
    expect(host.days[0]).toBe('2023-06-13')
    expect(host.days.at(-1)).toBe(earliestDay)
    expect(host.days).toHaveLength(29)
    expect(host.days.filter((day) => isWeekend(day ?? ''))).toEqual([])
    expect(clock.now - start).toBe(29 * historyPause)
  })

  test('is no news', async () => {
    const { db, begin, run, today, clock } = worker(oneADay())
    await today()
    await begin()
    await run()
    expect(await unseenPapers(db, clock.now)).toHaveLength(1)
  })

  test('goes on after the worker was killed, and asks for nothing twice', async () => {
    const host = oneADay()
    const first = worker(host)
    await first.begin()
    first.hooks.afterWait = async () => {
      if (host.days.length === 5) first.kill()
    }
    await first.run()
    expect(await first.job()).toMatchObject({ status: 'running', done: 7 })
    const second = worker(host, first.db)
    await second.run()
    expect(await second.job()).toMatchObject({ status: 'done', done: 41 })
    expect(new Set(host.days).size).toBe(host.days.length)
  })

  test('pauses, goes on, and is given up', async () => {
    const host = oneADay()
    const { db, begin, run, job, hooks } = worker(host)
    await begin()
    hooks.afterWait = () => changeHistory(db, 'hf-daily', { status: 'paused' })
    await run()
    expect(await job()).toMatchObject({ status: 'paused', done: 1 })
    await run()
    expect(host.days).toHaveLength(1)
    await begin()
    hooks.afterWait = () => removeHistory(db, 'hf-daily')
    await run()
    expect(await job()).toBeUndefined()
    expect(host.days).toHaveLength(2)
    expect(await getList(db, 'hf-daily/day/2023-06-13')).toBeDefined()
  })

  test('a day that can’t be had is left out after three tries, and looked for again another time', async () => {
    const host = oneADay()
    const { answer } = host
    host.answer = (address, init) =>
      address.searchParams.get('date') === '2023-06-12'
        ? new Response('', { status: 500 })
        : answer(address, init)
    const { begin, run, job, clock } = worker(host)
    await begin()
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await run()
      clock.now += 60_000
    }
    expect(await job()).toMatchObject({ status: 'done', done: 41, missing: 1 })
    expect(host.days.filter((day) => day === '2023-06-12')).toHaveLength(3)
    host.answer = answer
    const before = host.days.length
    await begin()
    await run()
    expect(host.days.slice(before), 'what is final is not asked for').toContain('2023-06-12')
    expect(host.days.length - before).toBeLessThan(4)
    expect(await job()).toMatchObject({ status: 'done', missing: 0 })
  })

  test.each([
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['asked to wait', () => new Response('', { status: 429 })],
  ])('stays where it is while it is %s', async (_what, answer) => {
    const host = new FakeHost(answer)
    const { begin, run, job } = worker(host)
    await begin()
    await run()
    expect(host.days).toHaveLength(1)
    expect(await job()).toMatchObject({ status: 'running', done: 0, missing: 0 })
  })

  test('a clock from before the first list has nothing to fetch', async () => {
    const host = oneADay()
    const { begin, run, job, clock } = worker(host)
    clock.now = Date.UTC(2020, 0, 1)
    await begin()
    await run()
    expect(await job()).toMatchObject({ status: 'done', of: 0 })
    expect(host.days).toEqual([])
  })

  test('a damaged row does not loop for ever', async () => {
    const host = oneADay()
    const { db, run, job } = worker(host)
    const nextDay = '2023-05-05'
    await putHistory(db, {
      source: 'hf-daily',
      status: 'running',
      nextDay,
      done: 9,
      of: 1,
      missing: 0,
    })
    await run()
    expect(await job()).toMatchObject({ status: 'done' })
  })
})
