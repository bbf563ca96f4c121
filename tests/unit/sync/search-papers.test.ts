import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { getSyncState, recordFailure } from '../../../lib/db/states/sync-states'
import { failureOf } from '../../../lib/errors/failure'
import { hfDailyId } from '../../../lib/papers/source'
import { searchPapers } from '../../../lib/sync/search-papers'
import { dump, freshDatabase, nth } from '../db/samples'
import { FakeHost, hang, item, json } from './fake-host'

const found = [item(1), { paper: {} }, item(2)]

function search(
  db: DogearDatabase,
  host: FakeHost,
  {
    words = 'sparse attention',
    ...fields
  }: { words?: string; now?: number; signal?: AbortSignal } = {},
) {
  const signal = new AbortController().signal
  return searchPapers(words, { db, fetch: host.fetch, now: 1_000, signal, ...fields })
}

function failureOfSearch(searching: Promise<unknown>) {
  return searching.then(() => undefined, failureOf)
}

describe('a search at Hugging Face', () => {
  test('gives the papers of the reply and leaves out what can not be read', async () => {
    const host = new FakeHost(() => json(found))
    const papers = await search(freshDatabase(), host)
    expect(papers.map(({ paper }) => paper.id)).toEqual([nth(1), nth(2)])
    expect(papers[0]).toMatchObject({ paper: { title: 'Paper 1', votes: 1 }, abstract: 'About 1.' })
    expect(host.asked).toEqual(['/api/papers/search?q=sparse+attention'])
  })

  test('asks for a paper that is named by its name', async () => {
    const host = new FakeHost(() => json(item(1).paper))
    const papers = await search(freshDatabase(), host, { words: `arXiv:${nth(1).slice(6)}v2` })
    expect(papers.map(({ paper }) => paper.id)).toEqual([nth(1)])
    expect(host.asked).toEqual([`/api/papers/${nth(1).slice(6)}`])
  })

  test('finds nothing under a name that Hugging Face does not know', async () => {
    const host = new FakeHost(() => new Response('', { status: 404 }))
    expect(await search(freshDatabase(), host, { words: '2611.09999' })).toEqual([])
  })

  test('leaves no trace of what was looked for', async () => {
    const db = freshDatabase()
    await search(db, new FakeHost(() => json(found)))
    expect(await dump(db)).toMatchObject({
      papers: [],
      abstracts: [],
      syncStates: [{ source: 'hf-search', failures: 0 }],
    })
    expect(JSON.stringify(await dump(db))).not.toContain('sparse')
  })

  test('asks with 250 characters at most, none of them half', async () => {
    const host = new FakeHost(() => json([]))
    const signal = new AbortController().signal
    const input = { db: freshDatabase(), fetch: host.fetch, now: 1, signal }
    await searchPapers('𠮷'.repeat(400), input)
    await searchPapers(' a&b=c#d ', input)
    const questions = host.asked.map(
      (asked) => new URL(asked, 'https://huggingface.co').searchParams,
    )
    expect(questions.map((question) => question.get('q'))).toEqual(['𠮷'.repeat(250), ' a&b=c#d '])
    expect(questions.map((question) => [...question.keys()])).toEqual([['q'], ['q']])
  })

  test.each([
    ['no list', () => json({ error: 'no' }), 'bad-reply'],
    ['nothing that can be read', () => json([{ paper: {} }]), 'bad-reply'],
    [
      'a sign-in page',
      () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      'bad-reply',
    ],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
  ])('fails for %s', async (_what, answer, code) => {
    const db = freshDatabase()
    const host = new FakeHost(answer)
    expect(await failureOfSearch(search(db, host))).toMatchObject({ code })
    expect(await getSyncState(db, 'hf-search')).toMatchObject({
      failures: 1,
      lastFailure: { code },
    })
    // The user asks again: our own back-off does not count.
    host.answer = () => json(found)
    expect(await search(db, host)).toHaveLength(2)
  })

  test('waits when the host has asked it to', async () => {
    const db = freshDatabase()
    const host = new FakeHost(
      () => new Response('', { status: 429, headers: { 'retry-after': '60' } }),
    )
    expect(await failureOfSearch(search(db, host))).toMatchObject({
      code: 'rate-limited',
      retryAt: 61_000,
    })
    host.answer = () => json(found)
    expect(await failureOfSearch(search(db, host, { now: 60_000 }))).toMatchObject({
      retryAt: 61_000,
    })
    expect(host.asked).toHaveLength(1)
    expect(await search(db, host, { now: 61_000 })).toHaveLength(2)
  })

  test('waits when the host has asked the lists to', async () => {
    const db = freshDatabase()
    const failure = { code: 'rate-limited', message: 'Wait' } as const
    await recordFailure(db, hfDailyId, failure, () => 5_000, 500)
    const host = new FakeHost(() => json(found))
    expect(await failureOfSearch(search(db, host))).toMatchObject({
      code: 'rate-limited',
      retryAt: 5_000,
    })
    expect(host.asked).toEqual([])
  })

  test('can be cancelled, which is no failure of the host', async () => {
    const db = freshDatabase()
    const running = new AbortController()
    const searching = failureOfSearch(search(db, new FakeHost(hang), { signal: running.signal }))
    running.abort()
    expect(await searching).toMatchObject({ code: 'cancelled' })
    expect(await getSyncState(db, 'hf-search')).toBeUndefined()
  })
})
