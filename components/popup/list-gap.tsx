import { useNow } from '../../lib/hooks/use-now'
import { i18n, periodText, weekdayText } from '../../lib/i18n'
import type { List } from '../../lib/papers/list'
import type { ListGap as Gap } from '../../lib/papers/source'
import { BlankList } from '../controls/blank-list'

interface Props {
  /** Why there is no list. */
  gap: Gap
  /** `YYYY-MM-DD` */
  day: string
  /** The newest list before that day. */
  latest: List | undefined
  onTryAgain: () => void
  onShowDay: (day: string) => void
}

/** A day that has no list, of a source that keeps only its newest one: the weekend, a day that was missed, or one that is to come. */
export function ListGap({ gap, day, latest, onTryAgain, onShowDay }: Props) {
  const now = useNow()
  const instead = latest?.period.kind === 'day' ? latest.period.day : undefined
  const action =
    instead === undefined
      ? gap === 'to come' && { label: i18n.t('state.tryAgain'), onPress: onTryAgain }
      : {
          label: i18n.t('state.showLast', [periodText({ kind: 'day', day: instead }, now)]),
          onPress: () => onShowDay(instead),
        }
  return (
    <BlankList title={titles[gap](day, now)} {...(action && { action })}>
      <p>{gap === 'missed' ? i18n.t('source.missedWhy') : i18n.t('source.announces')}</p>
    </BlankList>
  )
}

const titles: Readonly<Record<Gap, (day: string, now: number) => string>> = {
  weekend: (day) => i18n.t('state.noPapersWeekend', [weekdayText(day)]),
  missed: (day, now) => i18n.t('source.missed', [periodText({ kind: 'day', day }, now)]),
  'to come': (day) => i18n.t('state.notOpenYet', [weekdayText(day)]),
}
