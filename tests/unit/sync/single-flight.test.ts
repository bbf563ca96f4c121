import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../lib/errors/failure'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { singleFlight } from '../../../lib/sync/single-flight'
import { syncCurrent } from '../../../lib/sync/sync-current'
import { freshDatabase } from '../db/samples'
import { fakeLocks } from '../fake-locks'
import { FakeHost, item, json } from './fake-host'

const never = new AbortController().signal

describe('a job in single flight', () => {
  test('gives what the job gives, and throws what it throws', async () => {
    const locks = fakeLocks()
    expect(await singleFlight(locks, 'sync', never, async () => 7)).toBe(7)
    const failing = singleFlight(locks, 'sync', never, async () => {
      throw new Error('No')
    })
    await expect(failing).rejects.toThrow('No')
    expect(await singleFlight(locks, 'sync', never, async () => 8)).toBe(8)
  })

  test('runs once at a time', async () => {
    const locks = fakeLocks()
    let running = 0
    let most = 0
    const job = async () => {
      running += 1
      most = Math.max(most, running)
      await Promise.resolve()
      running -= 1
    }
    await Promise.all([1, 2, 3].map(() => singleFlight(locks, 'sync', never, job)))
    expect(most).toBe(1)
  })

  test('alarm, start-up and popup at once make one request', async () => {
    const db = freshDatabase()
    const locks = fakeLocks()
    const host = new FakeHost(() => json([item(1)]))
    const now = Date.UTC(2026, 6, 27, 9)
    const input = { db, source: hfDaily, fetch: host.fetch, now, signal: never }
    const reports = await Promise.all(
      [1, 2, 3].map(() => singleFlight(locks, 'sync', never, () => syncCurrent(input))),
    )
    expect(host.asked).toHaveLength(1)
    expect(reports.map((report) => report?.added)).toEqual([1, undefined, undefined])
  })

  test('who waits can give up', async () => {
    const locks = fakeLocks()
    const controller = new AbortController()
    const first = singleFlight(locks, 'sync', never, async () => 1)
    const second = singleFlight(locks, 'sync', controller.signal, async () => 2)
    controller.abort()
    expect(await first).toBe(1)
    const error = await second.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(failureOf(error).code).toBe('cancelled')
  })
})
