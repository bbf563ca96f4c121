import { describe, expect, test, vi } from 'vitest'
import { getLinkedWorks, storeLinkedWorks } from '../../../lib/db/papers/linked-works'
import { findLinkedWorks } from '../../../lib/sync/find-linked-works'
import { freshDatabase, nth } from '../db/samples'

const day = 24 * 60 * 60 * 1_000
const none = { works: [], total: 0 }
const nothing = { models: none, datasets: none, spaces: none }

function setUp(reply: () => Response, db = freshDatabase()) {
  const fetch = vi.fn(async () => reply())
  const ask = (now: number, isStored = true) =>
    findLinkedWorks(nth(1), isStored, {
      db,
      fetch,
      now: () => now,
      wait: async () => {},
      signal: new AbortController().signal,
    })
  return { db, fetch, ask }
}

const answering = () => Response.json({ linkedModels: [{ id: 'example/one' }], numTotalModels: 1 })

describe('finding what is linked to a paper', () => {
  test('asks once a day', async () => {
    const { db, fetch, ask } = setUp(answering)
    await ask(1 * day)
    await ask(2 * day - 1)
    expect(fetch).toHaveBeenCalledOnce()
    expect(await getLinkedWorks(db, nth(1))).toEqual({
      ...nothing,
      paperId: nth(1),
      models: { works: [{ id: 'example/one' }], total: 1 },
      fetchedAt: day,
    })
    await ask(2 * day)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  test('stores nothing where that would be a trace', async () => {
    const { db, ask } = setUp(answering)
    const found = await ask(day, false)
    expect(found).toMatchObject({ paperId: nth(1), models: { total: 1 }, fetchedAt: day })
    expect(await getLinkedWorks(db, nth(1))).toBeUndefined()
  })

  test('keeps what is stored when it fails, and can be asked again at once', async () => {
    const { db, fetch, ask } = setUp(() => new Response('busy', { status: 503 }))
    await storeLinkedWorks(db, { paperId: nth(1), ...nothing, fetchedAt: 0 })
    await expect(ask(2 * day)).rejects.toThrow()
    await expect(ask(2 * day + 1)).rejects.toThrow()
    expect(fetch).toHaveBeenCalledTimes(2)
    expect((await getLinkedWorks(db, nth(1)))?.fetchedAt).toBe(0)
  })

  test('of a paper that Hugging Face does not know finds nothing', async () => {
    const { db, ask } = setUp(() => Response.json({ error: 'Paper not found' }, { status: 404 }))
    await ask(day)
    expect(await getLinkedWorks(db, nth(1))).toMatchObject(nothing)
  })

  test('forgets what was stored long ago', async () => {
    const db = freshDatabase()
    await storeLinkedWorks(db, { paperId: nth(1), ...nothing, fetchedAt: 0 })
    await storeLinkedWorks(db, { paperId: nth(2), ...nothing, fetchedAt: 91 * day })
    expect(await getLinkedWorks(db, nth(1))).toBeUndefined()
  })
})
