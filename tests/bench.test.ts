import { describe, expect, test } from 'vitest'
import type { v1 } from '../lib/db/schema/v1'
import { libraryOf } from '../scripts/bench/library'
import { median, percentile, type Report, toMarkdown } from '../scripts/bench/report'

describe('the library that is measured', () => {
  const size = { papers: 250, entries: 25 }
  const days = [...libraryOf(size)]
  const rowsOf = (table: keyof typeof v1) => days.flatMap(({ rows }) => rows[table] ?? [])

  test('has as many papers and entries as asked for', () => {
    expect(rowsOf('papers')).toHaveLength(size.papers)
    expect(rowsOf('abstracts')).toHaveLength(size.papers)
    expect(rowsOf('seen')).toHaveLength(size.papers)
    expect(rowsOf('entries')).toHaveLength(size.entries)
    expect(rowsOf('lists')).toHaveLength(3)
  })

  test('has no paper twice', () => {
    const ids = rowsOf('papers').map((paper) => JSON.stringify(paper).slice(0, 30))
    expect(new Set(ids).size).toBe(size.papers)
  })

  test('is the same each time', () => {
    expect([...libraryOf(size)]).toEqual(days)
  })
})

describe('the report', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[], Number.NaN],
  ])('the median of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  test('has the value that 95 of 100 do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(values, 0.95)).toBe(95)
    expect(percentile([7], 0.95)).toBe(7)
    expect(percentile([], 0.95)).toBeNaN()
  })

  test('says which promise is not kept', () => {
    const report: Report = {
      chromium: '140',
      runs: 9,
      rows: [{ what: 'popup', unit: 'ms', values: { floor: 20, small: 25.04 } }],
      goals: [
        { promise: 'popup to the floor', measured: 1.25, atMost: 1.5, unit: '×' },
        { promise: 'large to small', measured: 1.3, atMost: 1.2, unit: '×' },
      ],
    }
    const lines = toMarkdown(report, ['none', 'floor', 'small', 'large']).split('\n')
    expect(lines).toContain('| popup |  | 20.0 ms | 25.0 ms |  |')
    expect(lines).toContain('| popup to the floor | 1.25 × | 1.50 × | kept |')
    expect(lines).toContain('| large to small | 1.30 × | 1.20 × | **above** |')
  })
})
