import { describe, expect, test } from 'vitest'
import { isViewKind, viewKinds } from '../../../lib/papers/list'
import { periodOf, spanOf, stepDay } from '../../../lib/papers/period'
import { settings } from '../../../lib/settings/settings'

describe('the period of a day', () => {
  test.each([
    ['2026-07-22', '2026-W30'],
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2025-12-28', '2025-W52'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-02-29', '2024-W09'],
  ])('%s is in week %s', (day, week) => {
    expect(periodOf('week', day)).toEqual({ kind: 'week', week })
  })

  test('is the day, its month, or of no date', () => {
    expect(periodOf('day', '2026-07-22')).toEqual({ kind: 'day', day: '2026-07-22' })
    expect(periodOf('month', '2026-07-22')).toEqual({ kind: 'month', month: '2026-07' })
    expect(periodOf('trending', '2026-07-22')).toEqual({ kind: 'trending' })
  })

  test('of what is no day is an error', () => {
    expect(() => periodOf('week', 'soon')).toThrow(RangeError)
  })
})

describe('the days of a period', () => {
  test.each([
    ['2026-W30', '2026-07-20', '2026-07-26'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2021-W01', '2021-01-04', '2021-01-10'],
  ])('week %s goes from %s to %s', (week, first, last) => {
    expect(spanOf({ kind: 'week', week })).toEqual({ first, last })
    expect(periodOf('week', first)).toEqual({ kind: 'week', week })
    expect(periodOf('week', last)).toEqual({ kind: 'week', week })
  })

  test.each([
    ['2026-02', '2026-02-28'],
    ['2024-02', '2024-02-29'],
    ['2026-12', '2026-12-31'],
  ])('month %s ends on %s', (month, last) => {
    expect(spanOf({ kind: 'month', month })).toEqual({ first: `${month}-01`, last })
  })

  test('a day is one day', () => {
    expect(spanOf({ kind: 'day', day: '2026-07-22' })).toEqual({
      first: '2026-07-22',
      last: '2026-07-22',
    })
  })
})

describe('another period', () => {
  test.each([
    ['2026-07-22', 'day', -1, '2026-07-21'],
    ['2026-07-22', 'week', -1, '2026-07-15'],
    ['2026-12-30', 'week', 1, '2027-01-06'],
    ['2026-03-31', 'month', -1, '2026-02-28'],
    ['2026-01-15', 'month', -1, '2025-12-15'],
    ['2025-12-15', 'month', 1, '2026-01-15'],
    ['2024-01-31', 'month', 1, '2024-02-29'],
  ] as const)('from %s a %s and %i on is %s', (day, kind, count, expected) => {
    expect(stepDay(day, kind, count)).toBe(expected)
  })
})

describe('the kinds of list', () => {
  test('are those that the setting can be', () => {
    for (const kind of viewKinds) expect(settings.period.schema.safeParse(kind).success).toBe(true)
    expect(settings.period.schema.safeParse('year').success).toBe(false)
  })

  test('are known from other values', () => {
    expect(viewKinds.every(isViewKind)).toBe(true)
    expect([undefined, 'year', 1, null].some(isViewKind)).toBe(false)
  })
})
