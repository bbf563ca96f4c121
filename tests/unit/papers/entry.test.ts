import { describe, expect, test } from 'vitest'
import { type Entry, withStatus } from '../../../lib/papers/entry'
import { nth } from '../db/samples'

const noted: Entry = {
  paperId: nth(1),
  tags: ['kv-cache'],
  note: 'Read section 3 again',
  createdAt: 1,
  updatedAt: 2,
}

describe('an entry', () => {
  test('begins with the first status', () => {
    expect(withStatus(undefined, nth(1), 'saved', 5)).toEqual({
      paperId: nth(1),
      status: 'saved',
      statusAt: 5,
      tags: [],
      note: '',
      createdAt: 5,
      updatedAt: 5,
    })
  })

  test('keeps tags, note and its beginning when the status changes', () => {
    const saved = withStatus(noted, nth(1), 'saved', 5)
    expect(saved).toEqual({ ...noted, status: 'saved', statusAt: 5, updatedAt: 5 })
    expect(withStatus(saved, nth(1), 'read', 6)).toEqual({
      ...noted,
      status: 'read',
      statusAt: 6,
      updatedAt: 6,
    })
  })

  test('has neither status nor its time once the status is taken back', () => {
    const saved = withStatus(noted, nth(1), 'saved', 5)
    expect(withStatus(saved, nth(1), null, 7)).toStrictEqual({ ...noted, updatedAt: 7 })
  })
})
