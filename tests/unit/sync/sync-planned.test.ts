import { describe, expect, test } from 'vitest'
import { getList } from '../../../lib/db/lists/lists'
import { getSyncState } from '../../../lib/db/states/sync-states'
import { failureOf } from '../../../lib/errors/failure'
import { addDays, currentDay } from '../../../lib/papers/day'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { politeFetch } from '../../../lib/sync/host-turns'
import { pruneDaily } from '../../../lib/sync/prune-daily'
import { singleFlight } from '../../../lib/sync/single-flight'
import type { SyncReport } from '../../../lib/sync/sync-list'
import { syncPlanned } from '../../../lib/sync/sync-planned'
import { dump, freshDatabase } from '../db/samples'
import { FakeHost, item, json } from './fake-host'
import { SimulatedService } from './simulated-service'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A Wednesday. */
const start = Date.UTC(2026, 6, 22, 12)
const today = '2026-07-22'

/** A worker with a clock that goes on only when somebody waits. */
function worker(host: Pick<FakeHost, 'fetch'>, db = freshDatabase()) {
  const clock = { now: start }
  const controller = new AbortController()
  const reports: SyncReport[] = []
  const hooks = { onSynced: () => {} }
  const now = () => clock.now
  const wait = async (duration: number) => {
    clock.now += duration
  }
  const fetch = politeFetch({ db, fetch: host.fetch, now, wait })
  const run = () =>
    syncPlanned({
      db,
      sources: [hfDaily],
      fetch,
      now,
      signal: controller.signal,
      settings: { syncInterval: 30, catchUpDays: 30, isMetered: false },
      exclusive: (job) => job(),
      onSynced: async (report) => {
        reports.push(report)
        hooks.onSynced()
      },
    })
  return { db, clock, reports, hooks, run, kill: () => controller.abort() }
}

/** As if the first list had come so many days ago, and nothing since. */
async function away(days: number) {
  const db = freshDatabase()
  const countFrom = addDays(today, -days)
  await db.syncStates.put({ source: 'hf-daily', countFrom, failures: 0 })
  return db
}

const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: unknown) => failureOf(error).code,
  )

const back = (count: number) => addDays(today, -count)

describe('after an absence', () => {
  test('what was missed comes, the newest first, each told when it is there', async () => {
    const host = new FakeHost(() => json([item(1)]))
    const { run, reports } = worker(host, await away(4))
    await run()
    expect(host.days).toEqual([0, 1, 2, 3, 4].map(back))
    expect(reports.map(({ key }) => key.slice(-10))).toEqual(host.days)
  })

  test('the second time there is nothing to do', async () => {
    const host = new FakeHost(() => json([item(1)]))
    const { run } = worker(host, await away(4))
    await run()
    await run()
    expect(host.asked).toHaveLength(5)
  })

  test('no more than thirty days of a year', async () => {
    const host = new FakeHost(() => json([]))
    const { run } = worker(host, await away(365))
    await run()
    expect(new Set(host.days).size).toBe(31)
    expect(host.days.at(-1)).toBe(back(30))
  })

  test('one bad day does not keep the others from coming', async () => {
    const db = await away(4)
    const host = new FakeHost(({ searchParams }) =>
      searchParams.get('date') === back(2) ? new Response('', { status: 500 }) : json([item(1)]),
    )
    const { run, clock } = worker(host, db)
    expect(await codeOf(run())).toBe('bad-reply')
    expect(host.days).toEqual([0, 1, 2, 3, 4].map(back))
    clock.now += minute
    expect(await codeOf(run())).toBe('bad-reply')
    expect(host.days.slice(5), 'it alone is tried again').toEqual([back(2)])
    host.answer = () => json([item(2)])
    clock.now += 10 * minute
    await run()
    expect((await getList(db, `hf-daily/day/${back(2)}`))?.paperIds).toHaveLength(1)
  })

  test('a host that answers badly to all is left alone after three', async () => {
    const host = new FakeHost(() => new Response('', { status: 500 }))
    const { run } = worker(host, await away(20))
    expect(await codeOf(run())).toBe('bad-reply')
    expect(host.asked).toHaveLength(3)
  })

  test.each([
    ['rate-limited', () => new Response('', { status: 429 })],
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('%s ends it at the first', async (code, answer) => {
    const db = await away(20)
    const host = new FakeHost(answer)
    expect(await codeOf(worker(host, db).run())).toBe(code)
    expect(host.asked).toHaveLength(1)
    expect((await getSyncState(db, 'hf-daily'))?.failures).toBe(code === 'rate-limited' ? 1 : 0)
  })

  test('a worker that is stopped leaves nothing half done, and the next goes on', async () => {
    const host = new FakeHost(() => json([item(1)]))
    const first = worker(host, await away(6))
    first.hooks.onSynced = () => {
      if (host.days.length === 3) first.kill()
    }
    expect(await codeOf(first.run())).toBe('cancelled')
    expect(host.days).toEqual([0, 1, 2].map(back))
    const second = worker(host, first.db)
    second.clock.now = start + minute
    await second.run()
    expect(host.days).toEqual([0, 1, 2, 3, 4, 5, 6].map(back))
  })

  test('two runs at once ask for each list once', async () => {
    const host = new FakeHost(() => json([item(1)]))
    const one = worker(host, await away(4))
    const locks = queue()
    const never = new AbortController().signal
    const guarded = () => singleFlight(locks, 'planned', never, one.run)
    await Promise.all([guarded(), guarded(), guarded()])
    expect(host.days).toEqual([0, 1, 2, 3, 4].map(back))
  })

  test('between the day’s beginning and the opening an empty list is no error', async () => {
    const night = Date.UTC(2026, 6, 23, 0, 30)
    const service = new SimulatedService(night, 5, '2026-07-01')
    const { run, clock, db } = worker(service, await away(1))
    clock.now = night
    await run()
    expect(await getList(db, 'hf-daily/day/2026-07-23')).toMatchObject({ paperIds: [] })
    const state = await getSyncState(db, 'hf-daily')
    expect(state).toMatchObject({ failures: 0 })
    expect(state).not.toHaveProperty('lastFailure')
  })
})

describe('a thousand times woken', () => {
  test('the rows are as many as the lists need, and no more', { timeout: 240_000 }, async () => {
    const service = new SimulatedService(start, 5, '2026-07-01')
    const { run, clock, db } = worker(service)
    const sizes: number[] = []
    for (let cycle = 1; cycle <= 1_000; cycle += 1) {
      service.now = clock.now
      await run()
      await pruneDaily({
        db,
        now: clock.now,
        keepDays: 10,
        signal: new AbortController().signal,
      })
      clock.now += 3 * hour
      if (cycle % 200 === 0) sizes.push(await rowCount(db))
    }
    const days = 1_000 / 8
    expect(currentDay(clock.now - day) > addDays(today, days - 2)).toBe(true)
    // With pruning the tables stop growing once a list is as old as the user lets it become.
    expect(Math.max(...sizes)).toBeLessThan(700)
    expect(Math.abs((sizes.at(-1) ?? 0) - (sizes.at(-2) ?? 0))).toBeLessThan(40)
    console.info(`1,000 cycles: rows after each 200 of them: ${sizes.join(', ')}`)
  })
})

/** What waits for the search index is not counted: nobody builds that here. */
async function rowCount(db: ReturnType<typeof freshDatabase>): Promise<number> {
  const { unindexed: _unindexed, ...tables } = Object(await dump(db)) as Record<string, unknown[]>
  return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0)
}

/** Locks as the browser gives them, one name after the other. */
function queue(): LockManager {
  let last: Promise<unknown> = Promise.resolve()
  const request = (_name: string, _options: unknown, job: () => Promise<unknown>) => {
    const run = last.then(job, job)
    last = run
    return run
  }
  return { request, query: async () => ({}) } as unknown as LockManager
}
