import { currentDay, isDay } from '../papers/day'
import { oneLine } from '../papers/foreign-text/one-line'
import { texText } from '../papers/foreign-text/tex-text'

/*
 * Values of the kinds that every source sends, as we keep them.
 */

/** One line of text with single spaces, cut where it is too long, but never through a character. */
export function line(raw: string | null | undefined, limit: number): string {
  return oneLine(raw ?? '', limit)
}

/** The same out of what authors have written, which may hold TeX. */
export function texLine(raw: string | null | undefined, limit: number): string {
  // Some of it becomes shorter; what is far behind the limit is not looked at.
  return oneLine(texText(oneLine(raw ?? '', limit * 2)), limit)
}

/** The UTC day of a time such as `2026-07-22T00:00:00.000Z`. */
export function dayOf(time: string | null | undefined): string | undefined {
  const moment = Date.parse(time ?? '')
  if (Number.isNaN(moment)) return undefined
  const day = currentDay(moment)
  return isDay(day) ? day : undefined
}
