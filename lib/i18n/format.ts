import { browser } from 'wxt/browser'

const language = () => browser.i18n.getUILanguage()

/** A day of the calendar (`YYYY-MM-DD`), in words. It belongs to no time zone, so it is read and written in UTC. */
function dayWith(day: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat(language(), { timeZone: 'UTC', ...options }).format(date)
}

/** "Wednesday 22 July", with the year where it isn't this one. */
export function dayText(day: string, now: number): string {
  const sameYear = day.slice(0, 4) === new Date(now).toISOString().slice(0, 4)
  return dayWith(day, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

/** "22 July" */
export function shortDayText(day: string): string {
  return dayWith(day, { day: 'numeric', month: 'long' })
}

/** "Wednesday" */
export function weekdayText(day: string): string {
  return dayWith(day, { weekday: 'long' })
}

/** "4 min. ago", "in 2 hr." from two times in milliseconds since the epoch. */
export function relativeText(time: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style: 'short' })
  const minutes = Math.round((time - now) / 60_000)
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  if (Math.abs(hours) < 48) return format.format(hours, 'hour')
  return format.format(Math.round(hours / 24), 'day')
}

/** "1.2K": short enough for a line of facts. */
export function countText(count: number): string {
  return new Intl.NumberFormat(language(), {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(count)
}
