import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../lib/errors/failure'
import { fetchText, NotFoundError } from '../../../lib/sync/fetch-text'
import { FakeHost } from './fake-host'

function ask(answer: FakeHost['answer']) {
  return fetchText({
    address: new URL('https://papers.example/api'),
    accept: 'application/xml',
    expected: /^application\/xml\b/i,
    fetch: new FakeHost(answer).fetch,
    now: 0,
    signal: new AbortController().signal,
  })
}

function xml(body: string, type = 'application/xml; charset=utf-8') {
  return new Response(body, { headers: { 'content-type': type } })
}

/** What goes wrong with a connection and a status is the business of `fetch-json.test.ts`: it is the same code. */
describe('fetching a text', () => {
  test('gives it as it is, and asks for its type', async () => {
    let sent: HeadersInit | undefined
    const { text } = await ask((_address, init) => {
      sent = init.headers
      return xml('<a>ü</a>')
    })
    expect(text).toBe('<a>ü</a>')
    expect(sent).toEqual({ accept: 'application/xml' })
  })

  test('another content type is a bad reply', async () => {
    const error = await ask(() => xml('<a/>', 'text/html')).catch((reason: unknown) => reason)
    expect(failureOf(error)).toEqual({
      code: 'bad-reply',
      message: 'Content type text/html instead of application/xml',
    })
  })

  test('what is not there can be told from other bad replies', async () => {
    const status = (code: number) =>
      ask(() => new Response('', { status: code })).catch((reason: unknown) => reason)
    expect(await status(404)).toBeInstanceOf(NotFoundError)
    expect(failureOf(await status(404)).code).toBe('bad-reply')
    expect(await status(403)).not.toBeInstanceOf(NotFoundError)
  })
})
