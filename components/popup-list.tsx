import { useCallback, useRef, useState } from 'preact/hooks'
import type { DogearDatabase } from '../lib/db/database'
import { useAbstract } from '../lib/hooks/use-abstract'
import type { CurrentRow } from '../lib/hooks/use-current-row'
import type { Row } from '../lib/hooks/use-daily-list'
import { type Day, rowId } from '../lib/hooks/use-day'
import { useShown } from '../lib/hooks/use-shown'
import { dayText, failureText, i18n } from '../lib/i18n'
import { send } from '../lib/messaging/send'
import type { PaperId } from '../lib/papers/paper-id'
import { DayState, emptyText, lastListText } from './day-state'
import { Notice } from './notice'
import { PaperRow } from './paper-row'
import type { Actions, Subject } from './use-actions'

interface Props {
  db: DogearDatabase
  today: string
  now: number
  shown: Day
  current: CurrentRow
  actions: Actions
  onShowDay: (day: string) => void
}

/** A day's papers, or why there are none, and above them what is to be known about the list. */
export function PopupList({ db, today, now, shown, current, actions, onShowDay }: Props) {
  const { day, list, rows, order, failure, refresh } = shown
  const abstract = useAbstract(db, current.expandedId)
  const listElement = useRef<HTMLOListElement>(null)
  const justShown = useJustShown(listElement, order.rows)
  const hasRows = order.rows.length > 0
  return (
    <main aria-busy={shown.state === 'loading'}>
      {hasRows && failure !== undefined && failure.code !== 'cancelled' && (
        <Notice isProblem action={{ label: i18n.t('state.tryAgain'), onPress: refresh }}>
          {failureText(failure, now)} {i18n.t('failure.lastListKept')}
        </Notice>
      )}
      {order.waiting > 0 && (
        <button
          type="button"
          class="popup-new-papers"
          onClick={() => {
            order.reveal()
            listElement.current?.scrollTo({ top: 0 })
          }}
        >
          {i18n.t('popup.newPapers', order.waiting)}
        </button>
      )}
      {hasRows && shown.isNewest && day !== today && shown.isTodayEmpty && (
        <Notice>
          {emptyText(today, today)} {lastListText(day, rows.length)}
        </Notice>
      )}
      {hasRows && list !== undefined && list.skipped > 0 && (
        <Notice>{i18n.t('state.skipped', list.skipped)}</Notice>
      )}
      {hasRows ? (
        <ol ref={listElement} aria-label={i18n.t('popup.list', [dayText(day, now)])}>
          {order.rows.map((row) => (
            <PaperRow
              key={row.paper.id}
              paper={row.paper}
              rank={row.rank}
              entry={row.entry}
              freshness={!row.isSeen ? 'unseen' : justShown.has(row.paper.id) ? 'shown' : 'seen'}
              isCurrent={row === current.row}
              isExpanded={row.paper.id === current.expandedId}
              abstract={row.paper.id === current.expandedId ? abstract : undefined}
              onExpand={() => current.toggleExpanded(row.paper.id)}
              onToggleSave={() => actions.toggleSave(subjectOf(row))}
              onChange={(change) => actions.change(subjectOf(row), change)}
              onCopy={(format) => actions.copy(row.paper, format)}
              onFocus={() => current.choose(row.paper.id)}
            />
          ))}
        </ol>
      ) : (
        shown.state !== 'loading' && (
          <DayState
            day={day}
            today={today}
            now={now}
            isFetched={list !== undefined}
            isSyncing={shown.isSyncing}
            failure={shown.state === 'failed' ? storageFailure : failure}
            latest={shown.latest}
            onTryAgain={refresh}
            onShowDay={onShowDay}
          />
        )
      )}
    </main>
  )
}

const storageFailure = { code: 'storage', message: 'The database could not be read' } as const

export function subjectOf({ paper, entry }: Row): Subject {
  return { paperId: paper.id, title: paper.title, entry }
}

/** The papers that have been on the screen since the popup opened. They are noted as seen. */
function useJustShown(
  list: { readonly current: HTMLOListElement | null },
  rows: readonly Row[],
): ReadonlySet<PaperId> {
  const [shown, setShown] = useState<ReadonlySet<PaperId>>(new Set())
  useShown(
    list,
    '.paper-title',
    useCallback((titles) => {
      const paperIds = titles.flatMap(
        (title) => title.closest<HTMLElement>('[data-paper-id]')?.dataset.paperId ?? [],
      ) as PaperId[]
      setShown((before) => new Set([...before, ...paperIds]))
      void send('markSeen', { paperIds })
    }, []),
    [rows.map(rowId).join()],
  )
  return shown
}
