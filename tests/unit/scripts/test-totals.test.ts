import { describe, expect, test } from 'vitest'
import {
  isGood,
  nothingRan,
  readPlaywright,
  readVitest,
  sum,
  totalsLine,
  totalsOf,
} from '../../../scripts/test/totals'

describe('the last line of npm test', () => {
  test('counts what passed and what failed', () => {
    expect(totalsLine({ passed: 12, failed: 1, skipped: 0 })).toBe('12 passed, 1 failed')
  })

  test('mentions what was left out, where anything was', () => {
    expect(totalsLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped')
  })
})

describe('the totals', () => {
  test('of several steps add up', () => {
    const one = { passed: 3, failed: 1, skipped: 2 }
    const other = { passed: 4, failed: 0, skipped: 1 }
    expect(sum([one, other])).toEqual({ passed: 7, failed: 1, skipped: 3 })
    expect(sum([])).toEqual(nothingRan)
  })

  test('are good only when something ran and nothing failed', () => {
    expect(isGood({ passed: 1, failed: 0, skipped: 5 })).toBe(true)
    expect(isGood({ passed: 9, failed: 1, skipped: 0 })).toBe(false)
    expect(isGood({ passed: 0, failed: 0, skipped: 5 })).toBe(false)
  })

  test('come from the reports of the runners', () => {
    const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(readVitest(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 })
    const playwright = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 4 } }
    expect(readPlaywright(playwright)).toEqual({ passed: 5, failed: 3, skipped: 4 })
  })

  test('show a failure when a runner ends badly or leaves no report', () => {
    const report = { numPassedTests: 5, numFailedTests: 0 }
    expect(totalsOf(readVitest, report, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 })
    expect(totalsOf(readVitest, report, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
    expect(totalsOf(readVitest, undefined, 0).failed).toBe(1)
    expect(totalsOf(readPlaywright, { stats: 'none' }, 0).failed).toBe(1)
  })
})
