import { dayLength } from './durations'

/*
 * A day is a text, `YYYY-MM-DD`, as the sources and their addresses write it. Days compare like texts.
 */

/** The day of the first list that there is: Hugging Face began its daily papers then. */
export const earliestDay = '2023-05-04'

/** For how many days, and for how many daily lists, papers count as recent. */
export const recentDays = 30

/**
 * The day whose list is the newest: the UTC day. Hugging Face opens the list of a day on the evening before, at
 * about 21:30 in New York, which is 01:30 UTC on the day itself in summer and 02:30 in winter. Until then it is
 * empty.
 *
 * @param now milliseconds since the epoch
 * @throws RangeError when that is beyond what a date can be
 */
export function currentDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

/**
 * The day after the one that it is in UTC. No list is of a later one: a later day in a reply is a mistake.
 *
 * @param now milliseconds since the epoch
 */
export function tomorrow(now: number): string {
  return addDays(currentDay(now), 1)
}

/**
 * The day of the user's calendar on which something happened.
 *
 * @param time milliseconds since the epoch
 */
export function localDay(time: number): string {
  const date = new Date(time)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/**
 * The day that comes `count` days after this one, or before it where `count` is negative.
 *
 * @throws RangeError when `day` is none
 */
export function addDays(day: string, count: number): string {
  return currentDay(Date.parse(day) + count * dayLength)
}

/** Whether the day is a Saturday or a Sunday, when there is usually no list. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay())
}

/** Whether the text is a day of the calendar: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const start = Date.parse(text)
  return !Number.isNaN(start) && currentDay(start) === text
}

/** When a day of the user's calendar begins, `YYYY-MM-DD`. */
export function startOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date).getTime()
}

/** The day before the one of `now` in the user's calendar, as its beginning and its end. */
export function dayBefore(day: string): { readonly start: number; readonly end: number } {
  const end = startOfDay(day)
  return { start: startOfDay(localDay(end - 1)), end }
}
