import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hourOfDay, isQuiet, nextHour } from '../../../lib/notify/hours'
import { dayBefore, localDay } from '../../../lib/papers/day'

const { TZ } = process.env

beforeAll(() => {
  // Its clocks go from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October.
  process.env.TZ = 'Europe/Berlin'
})
afterAll(() => {
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
})

const at = (text: string) => new Date(text).getTime()

describe('quiet hours', () => {
  test.each([
    ['over midnight, in the evening', '2026-07-22T22:00', 22, 8, true],
    ['over midnight, at night', '2026-07-23T03:30', 22, 8, true],
    ['over midnight, at their end', '2026-07-23T08:00', 22, 8, false],
    ['over midnight, before they begin', '2026-07-22T21:59', 22, 8, false],
    ['within a day', '2026-07-22T13:00', 12, 14, true],
    ['within a day, after them', '2026-07-22T14:00', 12, 14, false],
    ['that are none', '2026-07-22T09:00', 9, 9, false],
    ['in the night that is an hour shorter', '2026-03-29T03:10', 22, 4, true],
    ['in the night that is an hour longer', '2026-10-25T02:30', 22, 3, true],
  ])('%s', (_name, time, from, until, expected) => {
    expect(isQuiet(at(time), { from, until })).toBe(expected)
  })
})

describe('the hour of the digest', () => {
  test('is today’s before it and tomorrow’s from it on', () => {
    expect(nextHour(at('2026-07-22T08:59'), 9)).toBe(at('2026-07-22T09:00'))
    expect(nextHour(at('2026-07-22T09:00'), 9)).toBe(at('2026-07-23T09:00'))
  })

  test('is the same on the clock when the clock is changed', () => {
    expect(nextHour(at('2026-03-28T10:00'), 9)).toBe(at('2026-03-29T09:00'))
    expect(at('2026-03-29T09:00') - at('2026-03-28T09:00')).toBe(23 * 3_600_000)
    expect(nextHour(at('2026-10-24T23:00'), 0)).toBe(at('2026-10-25T00:00'))
    expect(nextHour(at('2026-10-25T00:00'), 0)).toBe(at('2026-10-26T00:00'))
  })

  test('is the one after it on the day that does not have it', () => {
    expect(hourOfDay(at('2026-03-29T12:00'), 2)).toBe(at('2026-03-29T03:00'))
  })
})

test('the day before ends where the day begins, by the user’s clock', () => {
  const { start, end } = dayBefore('2026-03-30')
  expect([start, end]).toEqual([at('2026-03-29T00:00'), at('2026-03-30T00:00')])
  expect(end - start).toBe(23 * 3_600_000)
  expect(localDay(start)).toBe('2026-03-29')
})
