import { i18n } from '#i18n'
import { addDays, currentDay } from '../papers/day'
import type { Period, View } from '../papers/list'
import { spanOf } from '../papers/period'
import { dayText, monthText, shortDayText, spanText, weekdayText } from './format'

/** "Wednesday 22 July", "Week 30: 20 – 26 July", "July", "Trending", a day shorter and with the year where it isn't this one. */
export function periodText(period: Period, now: number): string {
  switch (period.kind) {
    case 'day':
      return dayText(period.day, now)
    case 'week': {
      const { first, last } = spanOf(period)
      return i18n.t('popup.weekOf', [Number(period.week.slice(6)), spanText(first, last, now)])
    }
    case 'month':
      return monthText(period.month, now)
    case 'trending':
      return i18n.t('popup.trending')
    case 'latest':
      return i18n.t('popup.latest')
  }
}

/** A period, or "New since Friday". */
export function viewText(view: View, now: number): string {
  if (view.kind !== 'new') return periodText(view, now)
  return view.since === undefined
    ? i18n.t('popup.new')
    : i18n.t('popup.newSince', [sinceText(view.since, now)])
}

/** "Friday" within the last week, "3 July" before. */
export function sinceText(day: string, now: number): string {
  return day > addDays(currentDay(now), -7) ? weekdayText(day) : shortDayText(day)
}
