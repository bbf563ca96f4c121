import type { Day } from '../../lib/hooks/list/use-day'
import { useNow } from '../../lib/hooks/use-now'
import { failureText, hostText, i18n, periodText, sinceText, weekdayText } from '../../lib/i18n'
import { earliestDay, isWeekend } from '../../lib/papers/day'
import type { List, Period } from '../../lib/papers/list'
import { isDated, periodOf, spanOf, stepDay } from '../../lib/papers/period'
import { type ListGap as Gap, listGap, sourceFacts } from '../../lib/papers/source'
import { BlankList } from '../controls/blank-list'
import { ListGap } from './list-gap'

interface Props {
  shown: Pick<Day, 'source' | 'period' | 'list' | 'isSyncing' | 'failure' | 'latest' | 'refresh'>
  /** `YYYY-MM-DD` */
  today: string
  onShowDay: (day: string) => void
}

/** A period without papers to show: still being fetched, not to be had, or really empty. */
export function ListState({ shown, today, onShowDay }: Props) {
  const { source, period: view, isSyncing, failure, latest } = shown
  const now = useNow()
  const isFetched = shown.list !== undefined
  const period: Period = view.kind === 'new' ? { kind: 'day', day: today } : view
  const tryAgain = { label: i18n.t('state.tryAgain'), onPress: shown.refresh }
  const gap = gapOf(shown, period, now)
  if (gap !== undefined && !(isSyncing && gap.why === 'to come')) {
    return (
      <ListGap
        gap={gap.why}
        day={gap.day}
        latest={latest}
        onTryAgain={shown.refresh}
        onShowDay={onShowDay}
      />
    )
  }
  if (!isFetched && isSyncing) {
    // Only for today: that an older day has no list before it says nothing about the first run.
    return latest === undefined && period.kind === 'day' && period.day === today ? (
      <BlankList title={i18n.t('state.firstRun')} isBusy>
        <p>{i18n.t('state.firstRunWhy')}</p>
      </BlankList>
    ) : (
      <BlankList title={loadingText(period, now)} isBusy />
    )
  }
  if (failure !== undefined && failure.code !== 'cancelled') {
    return (
      <BlankList title={failureText(failure, now, hostText(source))} action={tryAgain} isProblem>
        {!isFetched && <p>{notFetchedText(period, now)}</p>}
      </BlankList>
    )
  }
  if (!isFetched) return <BlankList title={notFetchedText(period, now)} action={tryAgain} />
  if (view.kind === 'new')
    return <NothingNew since={view.since} latest={latest} onShowDay={onShowDay} />
  const instead = dayInstead(period, latest)
  return (
    <BlankList
      title={emptyText(period, today, now)}
      action={
        instead === undefined
          ? tryAgain
          : {
              label: i18n.t('state.showLast', [periodText(periodOf(period.kind, instead), now)]),
              onPress: () => onShowDay(instead),
            }
      }
    >
      {period.kind === 'day' && latest?.period.kind === 'day' && (
        <p>{lastListText(latest.period.day, latest.paperIds.length)}</p>
      )}
    </BlankList>
  )
}

/** Where the source has its newest list only: the day without a list, and why it has none. */
function gapOf(
  { source, list, failure }: Props['shown'],
  period: Period,
  now: number,
): { day: string; why: Gap } | undefined {
  if (period.kind !== 'day' || sourceFacts(source).hasPast) return undefined
  const { day } = period
  const why = listGap(day, now)
  if (why !== 'weekend' && list !== undefined) return undefined
  return why === 'to come' && failure !== undefined ? undefined : { day, why }
}

interface NothingNewProps {
  /** The day from which on there is nothing new, `YYYY-MM-DD`. */
  since: string | undefined
  latest: List | undefined
  onShowDay: (day: string) => void
}

function NothingNew({ since, latest, onShowDay }: NothingNewProps) {
  const now = useNow()
  const day = latest?.period.kind === 'day' ? latest.period.day : undefined
  const action = day && {
    label: i18n.t('state.showLast', [periodText({ kind: 'day', day }, now)]),
    onPress: () => onShowDay(day),
  }
  return (
    <BlankList
      title={
        since === undefined
          ? i18n.t('state.nothingNew')
          : i18n.t('state.nothingNewSince', [sinceText(since, now)])
      }
      {...(action && { action })}
    >
      <p>{i18n.t('state.nothingNewWhy')}</p>
    </BlankList>
  )
}

/** A day of the last list before this one that has papers, as far as that is known. */
function dayInstead(period: Period, latest: List | undefined): string | undefined {
  const lastDay = latest?.period.kind === 'day' ? latest.period.day : undefined
  if (period.kind === 'day') return lastDay
  if (!isDated(period)) return undefined
  const { first } = spanOf(period)
  if (lastDay !== undefined && lastDay < first) return lastDay
  return first > earliestDay ? stepDay(first, period.kind, -1) : undefined
}

function loadingText(period: Period, now: number): string {
  return isDated(period)
    ? i18n.t('state.loadingDay', [periodText(period, now)])
    : i18n.t('state.loadingTrending')
}

function notFetchedText(period: Period, now: number): string {
  return isDated(period)
    ? i18n.t('state.notFetched', [periodText(period, now)])
    : i18n.t('state.notFetchedTrending')
}

/** Why a period has no papers. */
export function emptyText(period: Period, today: string, now: number): string {
  switch (period.kind) {
    case 'day':
      return emptyDayText(period.day, today)
    case 'week':
      return spanOf(period).last < today
        ? i18n.t('state.noPapersIn', [periodText(period, now)])
        : i18n.t('state.weekBegun')
    case 'month':
      return spanOf(period).last < today
        ? i18n.t('state.noPapersIn', [periodText(period, now)])
        : i18n.t('state.monthBegun')
    default:
      return i18n.t('state.noneTrending')
  }
}

function emptyDayText(day: string, today: string): string {
  if (isWeekend(day)) return i18n.t('state.noPapersWeekend', [weekdayText(day)])
  if (day === today) return i18n.t('state.notOpenYet', [weekdayText(day)])
  return i18n.t('state.noPapersDay', [weekdayText(day)])
}

/** Which list is the one to read instead. */
export function lastListText(day: string, count: number): string {
  return i18n.t('state.lastList', count, [count, weekdayText(day)])
}
