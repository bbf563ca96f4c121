import { ChevronLeft, ChevronRight, RefreshCw, Search, Settings, X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { i18n, relativeText, viewText } from '../../lib/i18n'
import type { View, ViewKind } from '../../lib/papers/list'
import { isDatedKind } from '../../lib/papers/period'
import type { SourceId } from '../../lib/papers/source'
import { IconButton } from '../controls/icon-button'
import { DayPicker } from './day-picker'
import { PeriodTabs } from './period-tabs'
import { SourceMenu } from './source-menu'
import './list-header.css'

interface Props {
  sources: readonly SourceId[]
  source: SourceId
  kinds: readonly ViewKind[]
  kind: ViewKind
  /** What is shown; undefined while it is not known which day's that is. */
  period: View | undefined
  /** A day of the period, `YYYY-MM-DD`. */
  day: string
  today: string
  now: number
  /** Papers of the list, and how many of them the user has not been shown; absent while there is no list. */
  counts?: { total: number; unseen: number } | undefined
  /** When the list was last fetched, in milliseconds since the epoch. */
  fetchedAt?: number | undefined
  isSyncing: boolean
  hasPrevious: boolean
  hasNext: boolean
  onStep: (count: number) => void
  onGoTo: (day: string) => void
  onChoose: (kind: ViewKind) => void
  onChooseSource: (source: SourceId) => void
  onRefresh: () => void
  onStop: () => void
  onFind: () => void
  onOpenOptions: () => void
  /** At the right of the kinds of lists. */
  children?: ComponentChildren
}

export function ListHeader(props: Props) {
  const { kind, period, now, isSyncing } = props
  const hasMenu = kind !== 'new' && props.sources.length > 1
  const told = facts(props)
  const isDated = isDatedKind(kind)
  const text = period === undefined ? '\u00a0' : viewText(period, now)
  return (
    <header class="list-header">
      <div class="list-header-bar">
        {isDated && (
          <IconButton
            icon={ChevronLeft}
            label={stepLabels[kind].previous()}
            disabled={!props.hasPrevious}
            onPress={() => props.onStep(-1)}
          />
        )}
        <div class="list-header-day">
          {isDated && period !== undefined ? (
            <DayPicker text={text} day={props.day} today={props.today} onChoose={props.onGoTo} />
          ) : (
            <h1>{text}</h1>
          )}
          <p title={told.join(' · ')}>
            {hasMenu && (
              <SourceMenu
                sources={props.sources}
                shown={props.source}
                onChoose={props.onChooseSource}
              />
            )}
            {told.map((fact, index) => (
              <span key={fact}>
                {(hasMenu || index > 0) && ' · '}
                {fact}
              </span>
            ))}
          </p>
        </div>
        {isDated && (
          <IconButton
            icon={ChevronRight}
            label={stepLabels[kind].next()}
            disabled={period === undefined || !props.hasNext}
            onPress={() => props.onStep(1)}
          />
        )}
        {isSyncing ? (
          <IconButton icon={X} label={i18n.t('popup.stop')} onPress={props.onStop} />
        ) : (
          <IconButton icon={RefreshCw} label={i18n.t('popup.refresh')} onPress={props.onRefresh} />
        )}
        <IconButton icon={Search} label={i18n.t('find.open')} onPress={props.onFind} />
        <IconButton icon={Settings} label={i18n.t('popup.options')} onPress={props.onOpenOptions} />
      </div>
      <div class="list-header-kinds">
        <PeriodTabs kinds={props.kinds} shown={kind} onChoose={props.onChoose} />
        {props.children}
      </div>
      {isSyncing && (
        <>
          <progress class="only-spoken" aria-label={i18n.t('popup.checking')} />
          <div class="list-header-progress" aria-hidden="true" />
        </>
      )}
    </header>
  )
}

const stepLabels = {
  day: { previous: () => i18n.t('popup.previousDay'), next: () => i18n.t('popup.nextDay') },
  week: { previous: () => i18n.t('popup.previousWeek'), next: () => i18n.t('popup.nextWeek') },
  month: { previous: () => i18n.t('popup.previousMonth'), next: () => i18n.t('popup.nextMonth') },
}

/** The first of them stay where there is not room for all. */
function facts({ kind, counts, fetchedAt, now }: Props): readonly string[] {
  const parts: string[] = []
  if (counts !== undefined) {
    const { total, unseen } = counts
    parts.push(
      unseen > 0 ? i18n.t('popup.unseenOf', [unseen, total]) : i18n.t('popup.paperCount', total),
    )
  }
  if (fetchedAt !== undefined) {
    const time = relativeText(fetchedAt, now)
    parts.push(kind === 'trending' ? i18n.t('popup.asOf', [time]) : i18n.t('popup.updated', [time]))
  }
  return parts
}
