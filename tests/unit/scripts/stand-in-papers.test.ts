import { describe, expect, test } from 'vitest'
import { addDays, daysOfMonth, daysOfWeek, isDay, weekOf } from '../../../scripts/stand-in/days'
import { dayOfPaper, papersOfDay } from '../../../scripts/stand-in/papers'

const weekday = '2026-07-22'
const saturday = '2026-07-25'
const manyDays = Array.from({ length: 60 }, (_, index) => addDays('2026-05-20', index))

describe('the invented papers of a day', () => {
  test('are the same each time, and other ones on another day', () => {
    expect(papersOfDay(weekday)).toEqual(papersOfDay(weekday))
    expect(papersOfDay('2026-07-23')).not.toEqual(papersOfDay(weekday))
  })

  test('are 14 to 24, and none on a weekend unless every day has papers', () => {
    for (const day of manyDays) {
      const { length } = papersOfDay(day, true)
      expect(length).toBeGreaterThanOrEqual(14)
      expect(length).toBeLessThanOrEqual(24)
    }
    expect(papersOfDay(saturday)).toEqual([])
    expect(papersOfDay(saturday, true)).not.toEqual([])
  })

  test('come by votes, with ids of their month that no other paper has', () => {
    const papers = manyDays.flatMap((day) => papersOfDay(day, true).map(({ paper }) => paper))
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length)
    for (const day of manyDays) {
      const items = papersOfDay(day, true)
      const votes = items.map(({ paper }) => paper.upvotes)
      expect(votes).toEqual([...votes].sort((one, other) => other - one))
      for (const { paper } of items) {
        expect(paper.id).toMatch(/^\d{4}\.\d{5}$/)
        expect(paper.submittedOnDailyAt).toBe(`${day}T00:00:00.000Z`)
        expect(dayOfPaper(paper.id)).toBe(day)
      }
    }
  })

  test('have no gaps left in their texts', () => {
    const texts = manyDays.flatMap((day) =>
      papersOfDay(day, true).flatMap(({ title, summary, paper }) => [
        title,
        summary,
        paper.ai_summary ?? '',
      ]),
    )
    expect(texts.filter((text) => /\{[a-z]{2,}\}|undefined/.test(text))).toEqual([])
  })

  test('always hold the odd cases', () => {
    for (const day of manyDays) {
      const papers = papersOfDay(day, true).map(({ paper }) => paper)
      const has = (holds: (paper: (typeof papers)[number]) => boolean) => papers.some(holds)
      expect(has(({ title }) => /\n {2}/.test(title))).toBe(true)
      expect(has(({ title }) => title.includes('$'))).toBe(true)
      expect(has(({ title }) => title.includes('<think>'))).toBe(true)
      expect(has(({ authors }) => authors.some(({ hidden }) => hidden))).toBe(true)
      expect(has(({ authors }) => authors.length === 214)).toBe(true)
      expect(has(({ authors }) => authors.some(({ name }) => !name.includes(' ')))).toBe(true)
      expect(has(({ ai_keywords }) => ai_keywords?.includes('') ?? false)).toBe(true)
      expect(has(({ githubRepo }) => githubRepo?.includes('/tree/') ?? false)).toBe(true)
      expect(has((paper) => !('ai_summary' in paper))).toBe(true)
      expect(has((paper) => !('organization' in paper))).toBe(true)
    }
  })
})

describe('an id', () => {
  test.each(['2607.00001', '2607.20999', '2613.05000', 'hep-th/9901001', ''])(
    'that no invented paper can have has no day: %s',
    (id) => {
      expect(dayOfPaper(id)).toBeUndefined()
    },
  )
})

describe('days', () => {
  test('are those that the calendar has', () => {
    expect(isDay('2028-02-29')).toBe(true)
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('2026-7-22')).toBe(false)
    expect(isDay('')).toBe(false)
  })

  test('of an ISO week begin on Monday, also across the turn of the year', () => {
    expect(daysOfWeek('2026-W30')).toEqual([
      '2026-07-20',
      '2026-07-21',
      '2026-07-22',
      '2026-07-23',
      '2026-07-24',
      '2026-07-25',
      '2026-07-26',
    ])
    expect(daysOfWeek('2027-W01')?.[0]).toBe('2027-01-04')
    expect(daysOfWeek('2026-W53')?.at(-1)).toBe('2027-01-03')
    expect(daysOfWeek('2026-30')).toBeUndefined()
  })

  test('and the week that they are in agree', () => {
    for (const day of manyDays) expect(daysOfWeek(weekOf(day))).toContain(day)
    expect(weekOf('2027-01-01')).toBe('2026-W53')
  })

  test('of a month are as many as it has', () => {
    expect(daysOfMonth('2026-02')).toHaveLength(28)
    expect(daysOfMonth('2026-12')?.at(-1)).toBe('2026-12-31')
    expect(daysOfMonth('2026-13')).toBeUndefined()
  })
})
