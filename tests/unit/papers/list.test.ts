import { describe, expect, test } from 'vitest'
import { listKey, mergeRanking } from '../../../lib/papers/list'
import { nth } from '../db/samples'

describe('a list', () => {
  test('has one key for each source and period', () => {
    expect(listKey('a', { kind: 'day', day: '2026-07-22' })).toBe('a/day/2026-07-22')
    expect(listKey('a', { kind: 'week', week: '2026-W30' })).toBe('a/week/2026-W30')
    expect(listKey('a', { kind: 'month', month: '2026-07' })).toBe('a/month/2026-07')
    expect(listKey('b', { kind: 'trending' })).toBe('b/trending')
  })

  test('takes the order of the new reply and keeps what that left out', () => {
    const before = [nth(1), nth(2), nth(3)]
    expect(mergeRanking(before, [nth(3), nth(4)])).toEqual([nth(3), nth(4), nth(1), nth(2)])
    expect(mergeRanking(before, [])).toEqual(before)
    expect(mergeRanking([], before)).toEqual(before)
  })
})
