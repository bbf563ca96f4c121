import { currentDay, isDay } from '../papers/day'

/*
 * Values of the kinds that every source sends, as we keep them.
 */

/** One line of text with single spaces, cut where it is too long, but never through a character. */
export function line(raw: string | null | undefined, limit: number): string {
  const whole = (raw ?? '').replace(/\s+/g, ' ').trim()
  if (whole.length <= limit) return whole
  return whole
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
}

/** The UTC day of a time such as `2026-07-22T00:00:00.000Z`. */
export function dayOf(time: string | null | undefined): string | undefined {
  const moment = Date.parse(time ?? '')
  if (Number.isNaN(moment)) return undefined
  const day = currentDay(moment)
  return isDay(day) ? day : undefined
}
