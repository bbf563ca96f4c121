import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../lib/errors/failure'
import type { Failure } from '../../../lib/errors/result'
import { fetchJson } from '../../../lib/sync/fetch-json'
import { retryTime } from '../../../lib/sync/retry-time'
import { FakeHost, hang, json } from './fake-host'

const now = Date.UTC(2026, 6, 22, 12)
const address = new URL('https://papers.example/api')

function ask(
  answer: FakeHost['answer'],
  { signal = new AbortController().signal, timeout = 20_000 } = {},
) {
  return fetchJson({ address, fetch: new FakeHost(answer).fetch, now, signal, timeout })
}

async function failureFor(answer: FakeHost['answer']): Promise<Failure> {
  return failureOf(
    await ask(answer).then(
      () => undefined,
      (error: unknown) => error,
    ),
  )
}

describe('fetching JSON', () => {
  test('gives the value and the headers', async () => {
    const { value, headers } = await ask(() => json([1, 'ü'], { link: '<x>' }))
    expect(value).toEqual([1, 'ü'])
    expect(headers.get('link')).toBe('<x>')
  })

  test('sends no cookies', async () => {
    let sent: RequestInit | undefined
    await ask((_address, init) => {
      sent = init
      return json([])
    })
    expect(sent?.credentials).toBe('omit')
  })

  test.each([
    ['an error', () => new Response('Sorry', { status: 500 })],
    ['a missing page', () => new Response('[]', { status: 404 })],
    ['busy without saying for how long', () => new Response('', { status: 503 })],
    ['a sign-in page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['no content type', () => new Response(new Blob(['[]']))],
    ['JSON that breaks off', () => cut('[{"paper":')],
    ['nothing', () => cut('')],
    ['a connection that breaks off', () => broken()],
    ['too much', () => endless()],
  ])('a bad reply: %s', async (_what, answer) => {
    expect((await failureFor(answer)).code).toBe('bad-reply')
  })

  test('no connection', async () => {
    const failure = await failureFor(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(failure.code).toBe('offline')
  })

  test('no answer in time', async () => {
    const error = await ask(hang, { timeout: 1 }).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(failureOf(error).code).toBe('timeout')
  })

  test('cancelled, before or while it is under way', async () => {
    const controller = new AbortController()
    const asked = ask(hang, { signal: controller.signal })
    controller.abort()
    for (const request of [asked, ask(hang, { signal: controller.signal })]) {
      const error = await request.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      expect(failureOf(error).code).toBe('cancelled')
    }
  })

  test('asked to wait', async () => {
    const wait = (status: number, headers: Record<string, string>) =>
      failureFor(() => new Response('', { status, headers }))
    const rateLimited = { code: 'rate-limited', retryAt: now + 30_000 }
    expect(await wait(429, { 'retry-after': '30' })).toMatchObject(rateLimited)
    expect(await wait(503, { 'retry-after': '30' })).toMatchObject(rateLimited)
    expect(await wait(429, { ratelimit: '"api";r=0;t=30' })).toMatchObject(rateLimited)
    expect(await wait(429, {})).toMatchObject({ code: 'rate-limited' })
    expect(await wait(429, {})).not.toHaveProperty('retryAt')
  })
})

describe('how long to wait', () => {
  test.each([
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': ' 120 ' }, 120],
    [{ 'retry-after': 'Wed, 22 Jul 2026 12:01:00 GMT' }, 60],
    [{ 'retry-after': 'Wed, 22 Jul 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': '999999999' }, 24 * 60 * 60],
    [{ 'retry-after': 'soon' }, undefined],
    [{ ratelimit: '"api";r=0;t=55' }, 55],
    [{ ratelimit: '"api"; r=0; t=55' }, 55],
    [{ 'retry-after': '10', ratelimit: '"api";r=0;t=55' }, 10],
    [{ 'retry-after': 'soon', ratelimit: '"api";r=0;t=55' }, 55],
    [{ ratelimit: '"api";r=499' }, undefined],
    [{}, undefined],
  ])('%o: %s seconds', (headers, seconds) => {
    const expected = seconds === undefined ? undefined : now + seconds * 1_000
    expect(retryTime(new Headers(headers as Record<string, string>), now)).toBe(expected)
  })
})

function cut(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}

function streamed(pull: (controller: ReadableStreamDefaultController) => void): Response {
  return new Response(new ReadableStream({ pull }), {
    headers: { 'content-type': 'application/json' },
  })
}

function broken(): Response {
  return streamed((controller) => controller.error(new TypeError('network error')))
}

function endless(): Response {
  const megabyte = new Uint8Array(1024 * 1024).fill(32)
  return streamed((controller) => controller.enqueue(megabyte))
}
