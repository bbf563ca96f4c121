import { describe, expect, test } from 'vitest'
import { markSeen, pruneSeen, seenAmong } from '../../../../lib/db/entries/seen'
import { freshDatabase, nth, paper } from '../samples'

describe('what the user has been shown', () => {
  test('is remembered, with the first time', async () => {
    const db = freshDatabase()
    await markSeen(db, [nth(1), nth(2), nth(1)], 5)
    await markSeen(db, [nth(2), nth(3)], 6)
    expect(await seenAmong(db, [nth(1), nth(2), nth(3), nth(4)])).toEqual(
      new Set([nth(1), nth(2), nth(3)]),
    )
    expect((await db.seen.get(nth(2)))?.at).toBe(5)
  })

  test('marking the same at once from two places is no error', async () => {
    const db = freshDatabase()
    await Promise.all([markSeen(db, [nth(1)], 5), markSeen(db, [nth(1)], 6)])
    expect(await seenAmong(db, [nth(1)])).toEqual(new Set([nth(1)]))
  })

  test('of nothing nothing is seen', async () => {
    const db = freshDatabase()
    await markSeen(db, [], 5)
    expect(await seenAmong(db, [])).toEqual(new Set())
  })
})

describe('what is forgotten of papers seen', () => {
  const never = new AbortController().signal

  test('the oldest that are too many, whether they are stored or not', async () => {
    const db = freshDatabase()
    const rows = Array.from({ length: 2_500 }, (_, n) => ({ paperId: nth(n + 1), at: n % 7 }))
    await db.seen.bulkPut(rows)
    await db.papers.bulkPut([1, 2, 3].map((n) => paper(nth(n))))
    expect(await pruneSeen(db, 0, never, 1_200)).toBe(1_300)
    const left = await db.seen.orderBy('at').toArray()
    expect(left).toHaveLength(1_200)
    expect(left[0]?.at).toBe(3)
    expect(await pruneSeen(db, 0, never, 1_200)).toBe(0)
  })

  test('those that were seen before a time and are not stored', async () => {
    const db = freshDatabase()
    const rows = Array.from({ length: 2_500 }, (_, n) => ({ paperId: nth(n + 1), at: n }))
    await db.seen.bulkPut(rows)
    await db.papers.bulkPut(rows.slice(0, 1_100).map(({ paperId }) => paper(paperId)))
    expect(await pruneSeen(db, 2_000, never)).toBe(900)
    expect(await db.seen.where('at').below(1_100).count()).toBe(1_100)
    expect(await db.seen.where('at').aboveOrEqual(2_000).count()).toBe(500)
  })
})
