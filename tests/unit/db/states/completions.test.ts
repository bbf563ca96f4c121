import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../../lib/db/database'
import {
  dueCompletions,
  endCompletion,
  getCompletions,
  mostCompletions,
  noteCompletionFailure,
  startCompletion,
} from '../../../../lib/db/states/completions'
import { freshDatabase, nth } from '../samples'

const hour = 60 * 60 * 1_000
const offline = { code: 'offline', message: 'No answer' } as const

async function due(db: DogearDatabase, now: number) {
  return (await dueCompletions(db, now, 24 * hour)).map(({ paperId }) => paperId)
}

describe('what is being fetched about papers', () => {
  test('is noted once, with the first time', async () => {
    const db = freshDatabase()
    expect(await startCompletion(db, nth(1), 5)).toBe(true)
    expect(await startCompletion(db, nth(1), 6)).toBe(false)
    expect(await getCompletions(db, [nth(1), nth(2), nth(1)])).toEqual(
      new Map([[nth(1), { paperId: nth(1), startedAt: 5, failures: 0 }]]),
    )
  })

  test('is noted of so many papers and no more, until one is done', async () => {
    const db = freshDatabase()
    const started = Array.from({ length: mostCompletions + 50 }, (_, n) =>
      startCompletion(db, nth(n + 1), 5),
    )
    expect((await Promise.all(started)).filter(Boolean)).toHaveLength(mostCompletions)
    expect(await startCompletion(db, nth(9_999), 6)).toBe(false)
    await endCompletion(db, nth(1))
    expect(await startCompletion(db, nth(9_999), 7)).toBe(true)
    expect(await db.completions.count()).toBe(mostCompletions)
  })

  test('noting it from two places at once is news in one of them', async () => {
    const db = freshDatabase()
    const both = [startCompletion(db, nth(1), 5), startCompletion(db, nth(1), 6)]
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
  })

  test('is due at once, and after a failure when its wait is over', async () => {
    const db = freshDatabase()
    await startCompletion(db, nth(2), 6)
    await startCompletion(db, nth(1), 5)
    await startCompletion(db, nth(3), 7)
    expect(await due(db, 10)).toEqual([nth(1), nth(2), nth(3)])
    await noteCompletionFailure(db, nth(2), offline, 100)
    expect(await due(db, 99)).toEqual([nth(1), nth(3)])
    expect(await due(db, 100)).toEqual([nth(1), nth(2), nth(3)])
  })

  test('failures are counted, and the last one is kept', async () => {
    const db = freshDatabase()
    await startCompletion(db, nth(1), 5)
    await noteCompletionFailure(db, nth(1), offline, 100)
    await noteCompletionFailure(db, nth(1), { code: 'timeout', message: 'Late' }, 200)
    expect((await getCompletions(db, [nth(1)])).get(nth(1))).toEqual({
      paperId: nth(1),
      startedAt: 5,
      failures: 2,
      lastFailure: { code: 'timeout', message: 'Late' },
      notBefore: 200,
    })
  })

  test('noting it again changes nothing about its wait', async () => {
    const db = freshDatabase()
    await startCompletion(db, nth(1), 5)
    await noteCompletionFailure(db, nth(1), offline, 100)
    expect(await startCompletion(db, nth(1), 6)).toBe(false)
    expect(await due(db, 99)).toEqual([])
  })

  test('a wait that ends in a year is a mistake', async () => {
    const db = freshDatabase()
    await startCompletion(db, nth(1), 5)
    await noteCompletionFailure(db, nth(1), offline, 365 * 24 * hour)
    expect(await due(db, 10)).toEqual([nth(1)])
  })

  test('ends, and then a failure is nothing to note', async () => {
    const db = freshDatabase()
    await startCompletion(db, nth(1), 5)
    await endCompletion(db, nth(1))
    await endCompletion(db, nth(1))
    await noteCompletionFailure(db, nth(1), offline, 100)
    expect(await getCompletions(db, [nth(1)])).toEqual(new Map())
    expect(await due(db, 1_000)).toEqual([])
  })
})
