import { dayLength } from '../../lib/papers/durations'

/*
 * Days of the calendar as `YYYY-MM-DD`, always in UTC: the lists belong to a day, not to a moment.
 */

/** The day of a moment in milliseconds since the epoch. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Whether this is a day that the calendar has: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && dayOf(time) === text
}

export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** @param count how many days later; negative for earlier */
export function addDays(day: string, count: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + count * dayLength)
}

/**
 * The seven days of an ISO 8601 week, from Monday.
 *
 * @param week `YYYY-Www`
 * @returns undefined for what is not a week
 */
export function daysOfWeek(week: string): readonly string[] | undefined {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  if (year === undefined || Number(number) < 1 || Number(number) > 53) return undefined
  // The fourth of January is always in the first week.
  const fourth = `${year}-01-04`
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = addDays(fourth, (Number(number) - 1) * 7 - weekday)
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

/** The ISO 8601 week of a day, `YYYY-Www`. */
export function weekOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const thursday = addDays(day, 3 - weekday)
  const first = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)
  const number = Math.floor((Date.parse(`${thursday}T00:00:00Z`) - first) / dayLength / 7) + 1
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`
}

/**
 * @param month `YYYY-MM`
 * @returns undefined for what is not a month
 */
export function daysOfMonth(month: string): readonly string[] | undefined {
  if (!isDay(`${month}-01`)) return undefined
  return Array.from({ length: 31 }, (_, index) => addDays(`${month}-01`, index)).filter((day) =>
    day.startsWith(month),
  )
}
