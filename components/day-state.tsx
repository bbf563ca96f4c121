import type { Failure } from '../lib/errors/result'
import { dayText, failureText, i18n, weekdayText } from '../lib/i18n'
import { isWeekend } from '../lib/papers/day'
import type { List } from '../lib/papers/list'
import { BlankList } from './blank-list'

interface Props {
  /** `YYYY-MM-DD` */
  day: string
  today: string
  now: number
  /** Whether the source has answered for this day. */
  isFetched: boolean
  isSyncing: boolean
  failure: Failure | undefined
  /** The newest list with papers on or before the day. */
  latest: List | undefined
  onTryAgain: () => void
  onShowDay: (day: string) => void
}

/** A day without papers to show: still being fetched, not to be had, or really empty. */
export function DayState(props: Props) {
  const { day, now, isFetched, isSyncing, failure, latest } = props
  const tryAgain = { label: i18n.t('state.tryAgain'), onPress: props.onTryAgain }
  if (!isFetched && isSyncing) {
    return latest === undefined ? (
      <BlankList title={i18n.t('state.firstRun')} isBusy>
        <p>{i18n.t('state.firstRunWhy')}</p>
      </BlankList>
    ) : (
      <BlankList title={i18n.t('state.loadingDay', [dayText(day, now)])} isBusy />
    )
  }
  if (failure !== undefined && failure.code !== 'cancelled') {
    return <BlankList title={failureText(failure, now)} action={tryAgain} isProblem />
  }
  if (!isFetched) {
    return <BlankList title={i18n.t('state.notFetched', [dayText(day, now)])} action={tryAgain} />
  }
  const lastDay = latest?.period.kind === 'day' ? latest.period.day : undefined
  return (
    <BlankList
      title={emptyText(day, props.today)}
      action={
        lastDay === undefined
          ? undefined
          : {
              label: i18n.t('state.showLast', [dayText(lastDay, now)]),
              onPress: () => props.onShowDay(lastDay),
            }
      }
    >
      {latest !== undefined && lastDay !== undefined && (
        <p>{lastListText(lastDay, latest.paperIds.length)}</p>
      )}
    </BlankList>
  )
}

/** Why a day has no papers. */
export function emptyText(day: string, today: string): string {
  if (isWeekend(day)) return i18n.t('state.noPapersWeekend', [weekdayText(day)])
  if (day === today) return i18n.t('state.notOpenYet', [weekdayText(day)])
  return i18n.t('state.noPapersDay', [weekdayText(day)])
}

/** Which list is the one to read instead. */
export function lastListText(day: string, count: number): string {
  return i18n.t('state.lastList', count, [count, weekdayText(day)])
}
