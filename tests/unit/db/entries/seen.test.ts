import { describe, expect, test } from 'vitest'
import { markSeen, seenAmong } from '../../../../lib/db/entries/seen'
import { freshDatabase, nth } from '../samples'

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
