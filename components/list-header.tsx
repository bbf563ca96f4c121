import { ChevronLeft, ChevronRight, RefreshCw, Settings, X } from 'lucide'
import { dayText, i18n, relativeText } from '../lib/i18n'
import { IconButton } from './icon-button'
import './list-header.css'

interface Props {
  /** The day that is shown, `YYYY-MM-DD`; undefined while it is not known which that is. */
  day: string | undefined
  today: string
  now: number
  /** Papers of the list, and how many of them the user has not been shown; absent while there is no list. */
  counts?: { total: number; unseen: number } | undefined
  /** When the list was last fetched, in milliseconds since the epoch. */
  fetchedAt?: number | undefined
  isSyncing: boolean
  onPreviousDay: () => void
  onNextDay: () => void
  onRefresh: () => void
  onStop: () => void
  onOpenOptions: () => void
}

export function ListHeader(props: Props) {
  const { day, today, now, isSyncing } = props
  return (
    <header class="list-header">
      <IconButton
        icon={ChevronLeft}
        label={i18n.t('popup.previousDay')}
        onPress={props.onPreviousDay}
      />
      <div class="list-header-day">
        <h1>{day === undefined ? '\u00a0' : dayText(day, now)}</h1>
        <p>{facts(props)}</p>
      </div>
      <IconButton
        icon={ChevronRight}
        label={i18n.t('popup.nextDay')}
        disabled={day === undefined || day >= today}
        onPress={props.onNextDay}
      />
      {isSyncing ? (
        <IconButton icon={X} label={i18n.t('popup.stop')} onPress={props.onStop} />
      ) : (
        <IconButton icon={RefreshCw} label={i18n.t('popup.refresh')} onPress={props.onRefresh} />
      )}
      <IconButton icon={Settings} label={i18n.t('popup.options')} onPress={props.onOpenOptions} />
      {isSyncing && (
        <>
          <progress class="only-spoken" aria-label={i18n.t('popup.checking')} />
          <div class="list-header-progress" aria-hidden="true" />
        </>
      )}
    </header>
  )
}

function facts({ counts, fetchedAt, now }: Props): string {
  const parts: string[] = []
  if (counts !== undefined) {
    const { total, unseen } = counts
    parts.push(
      unseen > 0 ? i18n.t('popup.unseenOf', [unseen, total]) : i18n.t('popup.paperCount', total),
    )
  }
  if (fetchedAt !== undefined) parts.push(i18n.t('popup.updated', [relativeText(fetchedAt, now)]))
  return parts.join(' · ')
}
