import { describe, expect, test } from 'vitest'
import { newYorkTime } from '../../../lib/sources/new-york'

describe('half past nine in the evening in New York', () => {
  test.each([
    ['summer', '2026-07-22', '2026-07-23T01:30:00.000Z'],
    ['winter', '2026-01-14', '2026-01-15T02:30:00.000Z'],
    ['the evening before the clocks go forward', '2026-03-07', '2026-03-08T02:30:00.000Z'],
    ['the evening after', '2026-03-08', '2026-03-09T01:30:00.000Z'],
    ['the evening before they go back', '2026-10-31', '2026-11-01T01:30:00.000Z'],
    ['the evening after they went back', '2026-11-01', '2026-11-02T02:30:00.000Z'],
    ['the end of the year', '2026-12-31', '2027-01-01T02:30:00.000Z'],
  ])('in %s', (_when, day, expected) => {
    expect(new Date(newYorkTime(day, '21:30')).toISOString()).toBe(expected)
  })

  test('of no day is an error', () => {
    expect(() => newYorkTime('soon', '21:30')).toThrow(RangeError)
  })
})
