import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entry, statuses } from '../../../lib/papers/entry'
import { mergeEntryCopies } from '../../../lib/papers/merge-entries'
import { id } from '../db/samples'

const paperId = id('arxiv:2601.00001')
const copy: fc.Arbitrary<Entry> = fc
  .record({
    status: fc.option(fc.constantFrom(...statuses), { nil: undefined }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    note: fc.constantFrom('', 'One', 'One and two', 'Three'),
    times: fc.tuple(fc.nat(3), fc.nat(5), fc.nat(5)),
  })
  .map(({ status, tags, note, times: [createdAt, afterStatus, after] }) => ({
    paperId,
    ...(status !== undefined && { status, statusAt: createdAt + afterStatus }),
    tags,
    note,
    createdAt,
    updatedAt: createdAt + afterStatus + after,
  }))

describe('two copies of one entry', () => {
  test('of the same beginning: the later edit of each field counts', () => {
    const begun = { paperId, tags: ['a'], note: 'One', createdAt: 1, updatedAt: 1 }
    const here: Entry = { ...begun, status: 'read', statusAt: 9, updatedAt: 9 }
    const there: Entry = { ...begun, note: 'Two', tags: ['b'], updatedAt: 12 }
    expect(mergeEntryCopies(here, { ...there, status: 'saved', statusAt: 4 })).toEqual({
      ...begun,
      status: 'read',
      statusAt: 9,
      note: 'Two',
      tags: ['a', 'b'],
      updatedAt: 12,
    })
    expect(mergeEntryCopies(here, there), 'taken back there').not.toHaveProperty('status')
  })

  test('nothing of the words is lost, and merging again changes nothing', () => {
    fc.assert(
      fc.property(copy, copy, (stored, given) => {
        const merged = mergeEntryCopies(stored, given)
        expect([...merged.tags].sort()).toEqual(
          [...new Set([...stored.tags, ...given.tags])].sort(),
        )
        if (stored.createdAt === given.createdAt) {
          expect(merged.note === '').toBe(stored.note === '' && given.note === '')
        } else {
          expect(merged.note).toContain(stored.note)
          expect(merged.note).toContain(given.note)
        }
        expect(mergeEntryCopies(merged, given)).toEqual(merged)
        expect(mergeEntryCopies(stored, stored)).toEqual(stored)
      }),
    )
  })
})
