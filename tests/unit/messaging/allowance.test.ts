import { expect, test } from 'vitest'
import { Allowance } from '../../../lib/messaging/allowance'

test('an allowance gives so much at once, and so much more each minute', () => {
  const allowance = new Allowance(10, 60, 0)
  expect(allowance.take(8, 0)).toBe(0)
  expect(allowance.take(3, 0), 'one is missing, and one comes each second').toBe(1_000)
  expect(allowance.take(2, 0), 'what was refused was not taken').toBe(0)
  expect(allowance.take(3, 2_900)).toBeGreaterThan(0)
  expect(allowance.take(3, 3_000)).toBe(0)
  expect(allowance.take(11, 1_000_000), 'more than there ever is').toBe(0)
  expect(allowance.take(1, 1_000_000)).toBe(1_000)
})
