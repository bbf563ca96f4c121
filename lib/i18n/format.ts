import { browser } from 'wxt/browser'
import { dayLength, minuteLength } from '../papers/durations'

/*
 * Making a formatter is costly: each asks the browser for the data of a language. So each kind is made once,
 * when it is first needed.
 */

const language = once(() => browser.i18n.getUILanguage())
const counts = once(
  () => new Intl.NumberFormat(language(), { notation: 'compact', maximumFractionDigits: 1 }),
)
const distances = once(
  () => new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style: 'short' }),
)
const days = once(() => calendarDay({ weekday: 'long', day: 'numeric', month: 'long' }))
// Written out they would not fit into the popup.
const daysWithYear = once(() =>
  calendarDay({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
)
const shortDays = once(() => calendarDay({ day: 'numeric', month: 'long' }))
const months = once(() => calendarDay({ month: 'long' }))
const monthsWithYear = once(() => calendarDay({ month: 'long', year: 'numeric' }))
const spans = once(() => calendarDay({ day: 'numeric', month: 'short' }))
const spansWithYear = once(() => calendarDay({ day: 'numeric', month: 'short', year: 'numeric' }))
const weekdays = once(() => calendarDay({ weekday: 'long' }))
const clock = once(() => calendarDay({ hour: 'numeric', minute: '2-digit' }))

/** "Wednesday 22 July", or "Wed 22 Jul 2025" where it isn't this year. */
export function dayText(day: string, now: number): string {
  return (isThisYear(day, now) ? days() : daysWithYear()).format(dateOf(day))
}

/**
 * "July", with the year where it isn't this one.
 *
 * @param month `YYYY-MM`
 */
export function monthText(month: string, now: number): string {
  return (isThisYear(month, now) ? months() : monthsWithYear()).format(dateOf(`${month}-01`))
}

/** "20 – 26 July" from two days, with the year where it isn't this one. */
export function spanText(first: string, last: string, now: number): string {
  const formatter = isThisYear(first, now) && isThisYear(last, now) ? spans() : spansWithYear()
  return formatter.formatRange(dateOf(first), dateOf(last))
}

/** "22 July" */
export function shortDayText(day: string): string {
  return shortDays().format(dateOf(day))
}

/** "Wednesday" */
export function weekdayText(day: string): string {
  return weekdays().format(dateOf(day))
}

/** "09:00", "9:00 AM" from an hour of the day, 0 to 23. */
export function hourText(hour: number): string {
  return clock().format(new Date(Date.UTC(2026, 0, 1, hour)))
}

/** "4 min. ago", "in 2 hr." from two times in milliseconds since the epoch. */
export function relativeText(time: number, now: number): string {
  const minutes = Math.round((time - now) / minuteLength)
  if (Math.abs(minutes) < 60) return distances().format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  if (Math.abs(hours) < 48) return distances().format(hours, 'hour')
  return distances().format(Math.round(hours / 24), 'day')
}

/** "today", "yesterday", "3 days ago", "5 mo. ago" from a day, `YYYY-MM-DD`, and a time in milliseconds since the epoch. */
export function agoText(day: string, now: number): string {
  const days = Math.round(
    (dateOf(new Date(now).toISOString().slice(0, 10)).getTime() - dateOf(day).getTime()) /
      dayLength,
  )
  if (Math.abs(days) < 14) return distances().format(-days, 'day')
  if (Math.abs(days) < 61) return distances().format(-Math.round(days / 7), 'week')
  if (Math.abs(days) < 700) return distances().format(-Math.round(days / 30.4), 'month')
  return distances().format(-Math.round(days / 365.25), 'year')
}

/** "1.2K": short enough for a line of facts. */
export function countText(count: number): string {
  // In every language that we speak a number below a thousand is its digits.
  return Math.abs(count) < 1_000 ? String(count) : counts().format(count)
}

/** A day of the calendar belongs to no time zone, so it is read and written in UTC. */
function calendarDay(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language(), { timeZone: 'UTC', ...options })
}

/** @param date a day or a month */
function isThisYear(date: string, now: number): boolean {
  return date.slice(0, 4) === new Date(now).toISOString().slice(0, 4)
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
