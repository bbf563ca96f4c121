import { i18n } from '#i18n'
import type { Period } from '../papers/list'
import { spanOf } from '../papers/period'
import { dayText, monthText, spanText } from './format'

/** "Wednesday 22 July", "Week 30: 20 – 26 July", "July", "Trending", with the year where it isn't this one. */
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
  }
}
