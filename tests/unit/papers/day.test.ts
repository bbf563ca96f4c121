import { describe, expect, test } from 'vitest'
import { addDays, currentDay, isDay, isWeekend } from '../../../lib/papers/day'

describe('a day', () => {
  test('is the UTC day of a moment', () => {
    expect(currentDay(Date.UTC(2026, 6, 22, 0, 0, 0))).toBe('2026-07-22')
    expect(currentDay(Date.UTC(2026, 6, 22, 23, 59, 59, 999))).toBe('2026-07-22')
  })

  test.each([
    ['2026-07-22', 1, '2026-07-23'],
    ['2026-07-22', 0, '2026-07-22'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-03-29', 7, '2026-04-05'],
  ])('%s and %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
  })

  test('counting from what is no day is an error', () => {
    expect(() => addDays('soon', 1)).toThrow(RangeError)
  })

  test('knows the weekend', () => {
    const week = ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24']
    expect(week.filter(isWeekend)).toEqual([])
    expect(['2026-07-25', '2026-07-26'].filter(isWeekend)).toEqual(['2026-07-25', '2026-07-26'])
  })

  test.each([
    ['2026-07-22', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-7-22', false],
    ['2026-07-22T00:00', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })
})
