/*
 * Hours are those of the user's clock, from 0 to 23, and so follow daylight saving. Times are milliseconds
 * since the epoch.
 */

/** In which hours nothing is announced: from the one up to the other, over midnight too. Equal ones are none. */
export interface QuietHours {
  readonly from: number
  readonly until: number
}

export function isQuiet(now: number, { from, until }: QuietHours): boolean {
  const hour = new Date(now).getHours()
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until
}

/** When this hour of the day of `now` begins. Where the clock leaps over it, the hour after it counts. */
export function hourOfDay(now: number, hour: number): number {
  return new Date(now).setHours(hour, 0, 0, 0)
}

/** When the hour begins next. */
export function nextHour(now: number, hour: number): number {
  const today = hourOfDay(now, hour)
  if (today > now) return today
  const tomorrow = new Date(now)
  // By the calendar: a day has 23 or 25 hours twice a year.
  tomorrow.setDate(tomorrow.getDate() + 1)
  return hourOfDay(tomorrow.getTime(), hour)
}
