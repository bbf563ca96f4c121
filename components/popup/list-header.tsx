import { ChevronLeft, ChevronRight, RefreshCw, Search, Settings, X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { browser } from 'wxt/browser'
import type { Day } from '../../lib/hooks/list/use-day'
import { isHidden } from '../../lib/hooks/list/use-hidden-rows'
import { useNow } from '../../lib/hooks/use-now'
import { i18n, relativeText, viewText } from '../../lib/i18n'
import { isDatedKind } from '../../lib/papers/period'
import type { DailyRow } from '../../lib/queries/daily-list'
import { IconButton } from '../controls/icon-button'
import { DayPicker } from './day-picker'
import { PeriodTabs } from './period-tabs'
import { SourceMenu } from './source-menu'
import type { ListOnScreen } from './use-list-on-screen'
import './list-header.css'

interface Props {
  list: Pick<ListOnScreen, 'shown' | 'go'>
  /** `YYYY-MM-DD` */
  today: string
  onFind: () => void
  /** At the right of the kinds of lists. */
  children?: ComponentChildren
}

/** Which list is shown, and the ways to others. */
export function ListHeader({ list: { shown, go }, today, onFind, children }: Props) {
  const { isSyncing, sources, kinds } = shown
  const { kind } = shown.period
  const now = useNow()
  // Which day's list is the newest is not known before it is read.
  const period = shown.state === 'loading' && shown.isNewest ? undefined : shown.period
  const hasMenu = kind !== 'new' && sources.length > 1
  // The first of them stay where there is not room for all.
  const facts = [countText(shown.rows), timeText(shown, now)].filter((fact) => fact !== '')
  const isDated = isDatedKind(kind)
  const text = period === undefined ? '\u00a0' : viewText(period, now)
  return (
    <header class="list-header">
      <div class="list-header-bar">
        {isDated && (
          <IconButton
            icon={ChevronLeft}
            label={stepLabels[kind].previous()}
            disabled={!shown.hasPrevious}
            onPress={() => go.step(-1)}
          />
        )}
        <div class="list-header-day">
          {isDated && period !== undefined ? (
            <DayPicker text={text} day={shown.day} today={today} onChoose={go.goTo} />
          ) : (
            <h1>
              {text}
              {/* No text is seen, so that none is seen to change. */}
              {period === undefined && <span class="only-spoken">{i18n.t('popup.checking')}</span>}
            </h1>
          )}
          <p title={facts.join(' · ')}>
            {hasMenu && (
              <SourceMenu sources={sources} shown={shown.source} onChoose={go.chooseSource} />
            )}
            {facts.map((fact, index) => (
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
            disabled={period === undefined || !shown.hasNext}
            onPress={() => go.step(1)}
          />
        )}
        {isSyncing ? (
          <IconButton icon={X} label={i18n.t('popup.stop')} onPress={shown.stop} />
        ) : (
          <IconButton icon={RefreshCw} label={i18n.t('popup.refresh')} onPress={shown.refresh} />
        )}
        <IconButton icon={Search} label={i18n.t('find.open')} onPress={onFind} />
        <IconButton
          icon={Settings}
          label={i18n.t('popup.options')}
          onPress={() => void browser.runtime.openOptionsPage()}
        />
      </div>
      <div class="list-header-kinds">
        <PeriodTabs kinds={kinds} shown={kind} onChoose={go.choose} />
        {children}
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

/** How many papers the list has, and how many of them the user has not been shown; hidden ones are left out. */
function countText(rows: readonly DailyRow[]): string {
  if (rows.length === 0) return ''
  const counted = rows.filter((row) => !isHidden(row))
  const unseen = counted.filter(({ isSeen }) => !isSeen).length
  return unseen > 0
    ? i18n.t('popup.unseenOf', [unseen, counted.length])
    : i18n.t('popup.paperCount', counted.length)
}

/** When the list was last fetched. */
function timeText({ list, period }: Day, now: number): string {
  if (list === undefined) return ''
  const time = relativeText(list.fetchedAt, now)
  return period.kind === 'trending' ? i18n.t('popup.asOf', [time]) : i18n.t('popup.updated', [time])
}
