import { describe, expect, test } from 'vitest'
import { getHostState } from '../../../lib/db/states/host-states'
import { failureOf } from '../../../lib/errors/failure'
import { hostPause } from '../../../lib/sources/hosts'
import { fetchJson } from '../../../lib/sync/fetch-json'
import { politeFetch } from '../../../lib/sync/host-turns'
import { freshDatabase } from '../db/samples'
import { FakeHost, json } from './fake-host'

const start = Date.UTC(2026, 6, 22, 12)
const api = new URL('https://huggingface.co/api/daily_papers')
const arxiv = new URL('https://export.arxiv.org/api/query')

/** A worker with a clock that goes on only when somebody waits. */
function worker(answer: FakeHost['answer'], db = freshDatabase()) {
  const clock = { now: start }
  const sent: { host: string; at: number }[] = []
  const host = new FakeHost((address, init) => {
    sent.push({ host: address.host, at: clock.now - start })
    return answer(address, init)
  })
  const fetch = politeFetch({
    db,
    fetch: host.fetch,
    now: () => clock.now,
    wait: async (duration) => {
      clock.now += duration
    },
  })
  const ask = (address = api, signal = new AbortController().signal) =>
    fetchJson({ address, fetch, now: clock.now, signal })
  return { db, clock, sent, ask }
}

const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => undefined,
    (error: unknown) => failureOf(error).code,
  )

describe('asking a host', () => {
  test('at most twice a second, however many want to', async () => {
    const { ask, sent } = worker(() => json([]))
    await Promise.all(Array.from({ length: 6 }, () => ask()))
    expect(sent.map(({ at }) => at)).toEqual([0, 500, 1_000, 1_500, 2_000, 2_500])
  })

  test('once at a time, until the reply is there as a whole', async () => {
    let open = 0
    let most = 0
    const { ask } = worker(() => {
      open += 1
      most = Math.max(most, open)
      const body = new ReadableStream({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve))
          open -= 1
          controller.enqueue(new TextEncoder().encode('[]'))
          controller.close()
        },
      })
      return new Response(body, { headers: { 'content-type': 'application/json' } })
    })
    await Promise.all([ask(), ask(), ask()])
    expect(most).toBe(1)
  })

  test('does not wait for another host', async () => {
    let answer = () => {}
    const { ask, sent } = worker((address) =>
      address.host === 'huggingface.co'
        ? new Promise((resolve) => {
            answer = () => resolve(json([]))
          })
        : json([]),
    )
    const slow = ask()
    await ask(arxiv)
    expect(sent.map(({ host }) => host)).toContain('export.arxiv.org')
    answer()
    await slow
  })

  test('not again while it wants to be left alone, nor by a worker that is started anew', async () => {
    const first = worker(() => new Response('', { status: 429, headers: { 'retry-after': '60' } }))
    expect(await codeOf(first.ask())).toBe('rate-limited')
    const second = worker(() => json([]), first.db)
    second.clock.now += 59_000
    expect(failureOf(await second.ask().catch((error) => error))).toMatchObject({
      code: 'rate-limited',
      retryAt: start + 60_000,
    })
    expect(second.sent).toEqual([])
    second.clock.now = start + 60_000
    expect(await codeOf(second.ask())).toBeUndefined()
    expect(await getHostState(first.db, 'huggingface.co')).toEqual({
      host: 'huggingface.co',
      askedAt: start + 60_000,
    })
  })

  test('gives what it answered with the last request of its window, and leaves it alone then', async () => {
    const { ask, sent, clock } = worker(() => json([], { ratelimit: '"api";r=0;t=55' }))
    expect((await ask()).value).toEqual([])
    clock.now += 54_000
    expect(await codeOf(ask())).toBe('rate-limited')
    clock.now += 1_000
    expect(await codeOf(ask())).toBeUndefined()
    expect(sent).toHaveLength(2)
  })

  test('keeps the pause that the worker before it began, and not one of a wrong clock', async () => {
    const first = worker(() => json([]))
    await first.ask()
    const second = worker(() => json([]), first.db)
    await second.ask()
    expect(second.sent.map(({ at }) => at)).toEqual([hostPause])
    second.clock.now = start - 86_400_000
    await second.ask()
    expect(second.clock.now - (start - 86_400_000)).toBeLessThanOrEqual(hostPause)
  })

  test('who gives up waiting neither sends nor lets anybody overtake', async () => {
    let answer = () => {}
    const { ask, sent } = worker(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(json([]))
        }),
    )
    const first = ask()
    const controller = new AbortController()
    const second = codeOf(ask(api, controller.signal))
    const third = ask()
    controller.abort()
    expect(await second).toBe('cancelled')
    await expect.poll(() => sent.length).toBe(1)
    answer()
    await first
    await expect.poll(() => sent.length).toBe(2)
    answer()
    await third
    expect(sent.map(({ at }) => at)).toEqual([0, 500])
  })
})
