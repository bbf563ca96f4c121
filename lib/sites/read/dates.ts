import { dayOf } from '../page-text'

const months = 'janfebmaraprmayjunjulaugsepoctnovdec'
const monthName = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi

/**
 * A date as exact as the text has it: `2021-06-17`, `2021-06` or `2021`. It reads `2021/06/17`, `2021-6`,
 * `2021-06-17T10:00:00Z`, `17 June 2021`, `June 17, 2021`, `2008 January` and `2021`.
 *
 * The first of January is what a publisher's software makes of a year: of it only the year is kept.
 *
 * @returns undefined where the text holds no year, or more than one
 */
export function dateOf(text: string): string | undefined {
  const [year, month = '', day = ''] = partsOf(text.slice(0, 60))
  if (year === undefined || !/^(?:1[6-9]|2[01])/.test(year)) return undefined
  if (month < '01' || month > '12') return year
  const date = dayOf(`${year}-${month}-${day}`)
  return date === `${year}-01-01` ? year : (date ?? `${year}-${month}`)
}

/** The year, the month and the day, as far as the text has them. */
function partsOf(text: string): readonly (string | undefined)[] {
  const numbers = /^\s*(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?(?!\d)/.exec(text)
  if (numbers !== null) return numbers.slice(1).map((part) => part?.padStart(2, '0'))
  const [year, otherYear] = text.match(/\b\d{4}\b/g) ?? []
  if (otherYear !== undefined) return []
  const [name = '', otherName] = text.match(monthName) ?? []
  if (name === '' || otherName !== undefined) return [year]
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1
  const days = text.match(/\b\d\d?(?=\D|$)/g) ?? []
  return [year, month, days.length === 1 ? days[0] : ''].map((part) =>
    String(part).padStart(2, '0'),
  )
}

/**
 * The earliest of some dates of one paper. Where one is a part of another, the more exact one counts: a
 * paper of 2021 that was online on 2021-06-17 is of that day.
 */
export function earliestDate(dates: readonly string[]): string | undefined {
  const [first, ...others] = [...dates].sort()
  return others.reduce((date, other) => (date && other.startsWith(date) ? other : date), first)
}
