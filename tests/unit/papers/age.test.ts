import { expect, test } from 'vitest'
import { ageOf } from '../../../lib/papers/age'
import { nth, paper } from '../db/samples'

const listed = { source: 'a', day: '2026-07-22', rank: 1 }
const recent = paper(nth(1), { listed, publishedOn: '2026-07-20' })
const old = paper(nth(1), { listed, publishedOn: '2026-03-01' })

test('a paper of a daily list is as old as the list, unless it came out long before', () => {
  expect(ageOf(recent, 'day')).toBeUndefined()
  expect(ageOf(old, 'day')).toEqual({ kind: 'published', day: '2026-03-01' })
})

test('in other lists the day on which it was listed is told', () => {
  expect(ageOf(recent, 'week')).toEqual({ kind: 'listed', day: '2026-07-22' })
  expect(ageOf(old, 'trending')).toEqual({ kind: 'published', day: '2026-03-01' })
})

test('nothing is told that is not known to the day', () => {
  expect(ageOf(paper(nth(1), { publishedOn: '2026-03' }), 'trending')).toBeUndefined()
  expect(ageOf(paper(nth(1), { publishedOn: '2026-03-01' }), 'trending')?.kind).toBe('published')
})
