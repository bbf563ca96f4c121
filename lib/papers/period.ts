import { addDays, currentDay } from './day'
import { dayLength } from './durations'
import type { Period, PeriodKind, View, ViewKind } from './list'

/** A period of the calendar. */
export type DatedPeriod = Extract<Period, { kind: 'day' } | { kind: 'week' } | { kind: 'month' }>

export function isDatedKind(kind: ViewKind): kind is DatedPeriod['kind'] {
  return kind === 'day' || kind === 'week' || kind === 'month'
}

export function isDated(view: View): view is DatedPeriod {
  return isDatedKind(view.kind)
}

/** Days, `YYYY-MM-DD`, both included. */
export interface Span {
  readonly first: string
  readonly last: string
}

/**
 * The period of a kind that a day is in.
 *
 * @throws RangeError when `day` is none
 */
export function periodOf(kind: PeriodKind, day: string): Period {
  switch (kind) {
    case 'day':
      return { kind, day }
    case 'week':
      return { kind, week: weekOf(day) }
    case 'month':
      return { kind, month: day.slice(0, 7) }
    default:
      return { kind }
  }
}

/** The days of a period: a week goes from Monday to Sunday. */
export function spanOf(period: DatedPeriod): Span {
  switch (period.kind) {
    case 'day':
      return { first: period.day, last: period.day }
    case 'week': {
      // The fourth of January is always in the first week (ISO 8601).
      const fourth = `${period.week.slice(0, 4)}-01-04`
      const first = addDays(mondayOf(fourth), 7 * (Number(period.week.slice(6)) - 1))
      return { first, last: addDays(first, 6) }
    }
    case 'month':
      return { first: `${period.month}-01`, last: lastDayOf(period.month) }
  }
}

/**
 * The day at about the same place in another period: a week later it is the same weekday, a month later the day
 * of the same number, or the last one where that month is too short.
 *
 * @param count of periods, negative for earlier ones
 */
export function stepDay(day: string, kind: DatedPeriod['kind'], count: number): string {
  if (kind === 'day') return addDays(day, count)
  if (kind === 'week') return addDays(day, 7 * count)
  const start = new Date(Date.parse(`${day.slice(0, 7)}-01`))
  start.setUTCMonth(start.getUTCMonth() + count)
  const month = currentDay(start.getTime()).slice(0, 7)
  const sameNumber = `${month}-${day.slice(8)}`
  const last = lastDayOf(month)
  return sameNumber < last ? sameNumber : last
}

/** The ISO 8601 week of a day, `YYYY-Www`. Its year is that of its Thursday. */
function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3)
  const year = thursday.slice(0, 4)
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / dayLength
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}

function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

/** @param month `YYYY-MM` */
function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return currentDay(Date.UTC(year ?? 0, number ?? 0, 0))
}
