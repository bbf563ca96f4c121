import { useCallback, useRef } from 'preact/hooks'
import type { DogearDatabase } from '../../lib/db/database'
import { leaveTrace } from '../../lib/hooks/leave-trace'
import { useAbstract } from '../../lib/hooks/list/use-abstract'
import type { CurrentRow } from '../../lib/hooks/list/use-current-row'
import { type Day, rowId } from '../../lib/hooks/list/use-day'
import { useGradualCount } from '../../lib/hooks/list/use-gradual-count'
import { type HiddenRows, isHidden } from '../../lib/hooks/list/use-hidden-rows'
import type { Selection } from '../../lib/hooks/list/use-selection'
import { useShown } from '../../lib/hooks/list/use-shown'
import { useFound } from '../../lib/hooks/use-loaded'
import {
  failureText,
  filtersText,
  hostText,
  i18n,
  periodText,
  sinceText,
  sourceText,
} from '../../lib/i18n'
import type { Status } from '../../lib/papers/entry'
import type { View, ViewKind } from '../../lib/papers/list'
import type { PaperId } from '../../lib/papers/paper-id'
import { isDated } from '../../lib/papers/period'
import { sourceFacts } from '../../lib/papers/source'
import type { Row } from '../../lib/queries/daily-list'
import type { News } from '../../lib/queries/news'
import { BlankList } from '../controls/blank-list'
import { Notice } from '../controls/notice'
import type { Actions, Subject } from '../list/use-actions'
import { PaperRow } from '../paper/paper-row'
import { emptyText, ListState, lastListText } from './list-state'
import { rowsAtFirst } from './rows-at-first'
import { UnreadableState } from './unreadable-state'

interface Props {
  db: DogearDatabase
  today: string
  now: number
  shown: Day
  current: CurrentRow
  hidden: HiddenRows
  selection: Selection
  actions: Actions
  onChooseStatus: (row: Row, status: Status) => void
  onShowDay: (day: string) => void
  onChoose: (kind: ViewKind) => void
}

/** A list's papers, or why there are none, and below them what is to be known about the list. */
export function PopupList(props: Props) {
  const { db, today, now, shown, current, hidden, selection, actions } = props
  const { period, day, list, rows, order, failure, refresh } = shown
  const abstract = useAbstract(db, current.expandedId)
  const listElement = useRef<HTMLOListElement>(null)
  const atFirst = rowsAtFirst[shown.look.density]
  const drawn = hidden.drawn.slice(0, useGradualCount(list?.key, hidden.drawn.length, atFirst))
  useNotedAsSeen(listElement, drawn)
  const wereUnseen = useUnseen(drawn)
  const isByDay = shown.arranging.arrangement.sort === 'rank'
  const hasRows = order.rows.length > 0
  // As the header counts them, which leaves hidden ones out.
  const total = rows.filter((row) => !isHidden(row)).length || rows.length
  const replacements = shown.replacements > 0 && drawn.length === hidden.drawn.length && (
    <li class="hidden-papers">
      <button type="button" onClick={shown.toggleReplacements}>
        {shown.showsReplacements
          ? i18n.t('source.leaveOutReplacements', shown.replacements)
          : i18n.t('source.showReplacements', shown.replacements)}
      </button>
    </li>
  )
  const Latest = useFound(period.kind === 'latest' || undefined, loadLatest)
  const { arrangement, chooseKeyword, chooseOrganization, showAll } = shown.arranging
  const watchedNew =
    period.kind === 'new' && !arrangement.filters.includes('watched')
      ? order.rows.filter(({ watches }) => watches !== undefined).length
      : 0
  return (
    <main aria-busy={shown.state === 'loading'}>
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
      {hasRows ? (
        <ol
          ref={listElement}
          class={selection.isOn ? `${shown.look.density} selecting` : shown.look.density}
          aria-label={listName(period, now)}
        >
          {drawn.map((row, index) => [
            isByDay && row.day !== undefined && !isOfSameList(row, drawn[index - 1]) && (
              <li key={`${row.day} ${row.source}`} class="list-day">
                {periodText({ kind: 'day', day: row.day }, now)}
                {shown.sources.length > 1 && row.source && ` · ${sourceText(row.source)}`}
              </li>
            ),
            <PaperRow
              key={row.paper.id}
              paper={row.paper}
              rank={sourceFacts(row.source ?? shown.source).isRanked ? row.rank : undefined}
              announced={row.announced}
              gained={row.gained}
              kind={period.kind}
              look={shown.look}
              now={now}
              entry={row.entry}
              watches={row.watches}
              freshness={!row.isSeen ? 'unseen' : wereUnseen.has(row.paper.id) ? 'shown' : 'seen'}
              isCurrent={row === current.row}
              isExpanded={row.paper.id === current.expandedId}
              isFolding={hidden.isFolding(row.paper.id)}
              focus={row.paper.id === current.expandedId ? current.focus : undefined}
              db={db}
              abstract={row.paper.id === current.expandedId ? abstract : undefined}
              onExpand={() => current.toggleExpanded(row.paper.id)}
              onToggleSave={() => actions.toggleSave(subjectOf(row))}
              onChange={async (change) => {
                if (change.status !== 'hidden') return actions.change(subjectOf(row), change)
                props.onChooseStatus(row, 'hidden')
                return true
              }}
              onCopy={(format) => actions.copy(row.paper, format)}
              onFocus={() => current.choose(row.paper.id)}
              isSelected={selection.isOn ? selection.has(row.paper.id) : undefined}
              onSelect={(way) => selection.select(row.paper.id, way)}
              onChooseKeyword={chooseKeyword}
              onChooseOrganization={chooseOrganization}
              onFolded={() => hidden.onFolded(row.paper.id)}
            />,
          ])}
          {hidden.count > 0 && drawn.length === hidden.drawn.length && (
            <li class="hidden-papers">
              <button type="button" onClick={hidden.toggle}>
                {hidden.areShown
                  ? i18n.t('popup.leaveOutHidden', hidden.count)
                  : i18n.t('popup.showHidden', hidden.count)}
              </button>
            </li>
          )}
          {replacements}
        </ol>
      ) : shown.readFailure !== undefined ? (
        <UnreadableState failure={shown.readFailure} />
      ) : rows.length > 0 ? (
        <BlankList
          title={i18n.t('arrange.nonePasses', total, [total, filtersText(arrangement)])}
          action={{ label: i18n.t('arrange.showAll'), onPress: showAll }}
        />
      ) : shown.replacements > 0 ? (
        <BlankList
          title={i18n.t('source.onlyReplacements', shown.replacements)}
          action={{ label: i18n.t('source.showThem'), onPress: shown.toggleReplacements }}
        />
      ) : (
        shown.state !== 'loading' &&
        period.kind !== 'latest' && (
          <ListState
            source={shown.source}
            view={period}
            today={today}
            now={now}
            isFetched={list !== undefined}
            isSyncing={shown.isSyncing}
            failure={failure}
            latest={shown.latest}
            onTryAgain={refresh}
            onShowDay={props.onShowDay}
          />
        )
      )}
      {Latest && shown.state !== 'loading' && <Latest shown={shown} now={now} />}
      {hasRows && day !== today && shown.isTodayEmpty && (
        <Notice>
          {emptyText({ kind: 'day', day: today }, today, now)} {lastListText(day, rows.length)}
        </Notice>
      )}
      {hasRows && shown.news !== undefined && shown.news.lists.length > 1 && (
        <Notice action={{ label: i18n.t('popup.showNew'), onPress: () => props.onChoose('new') }}>
          {newsText(shown.news, now)}
        </Notice>
      )}
      {watchedNew > 0 && (
        <Notice
          action={{
            label: i18n.t('watch.showOnly'),
            onPress: () => shown.arranging.toggle('watched'),
          }}
        >
          {i18n.t('watch.inNew', watchedNew)}
        </Notice>
      )}
      {hasRows && list !== undefined && list.skipped > 0 && (
        <Notice>{i18n.t('state.skipped', list.skipped)}</Notice>
      )}
      {hasRows && failure !== undefined && failure.code !== 'cancelled' && (
        <Notice isProblem action={{ label: i18n.t('state.tryAgain'), onPress: refresh }}>
          {failureText(failure, now, hostText(shown.source))} {i18n.t('failure.lastListKept')}
        </Notice>
      )}
    </main>
  )
}

/** Whoever follows nobody does without. */
async function loadLatest() {
  const { LatestState } = await import('./latest-state')
  return LatestState
}

function isOfSameList(row: Row, before: Row | undefined): boolean {
  return row.day === before?.day && row.source === before?.source
}

function newsText({ lists, since }: News, now: number): string {
  const count = lists.reduce((sum, { papers }) => sum + papers.length, 0)
  return since === undefined
    ? i18n.t('popup.newIn', [count, lists.length])
    : i18n.t('popup.newInSince', [count, lists.length, sinceText(since, now)])
}

function listName(period: View, now: number): string {
  if (period.kind === 'new') return i18n.t('popup.newList')
  return isDated(period)
    ? i18n.t('popup.list', [periodText(period, now)])
    : period.kind === 'latest'
      ? i18n.t('popup.latestList')
      : i18n.t('popup.trendingList')
}

export function subjectOf({ paper, entry }: Row): Subject {
  return { paperId: paper.id, title: paper.title, entry }
}

/** Notes papers as seen that have been on the screen, but for private windows. */
function useNotedAsSeen(
  list: { readonly current: HTMLOListElement | null },
  rows: readonly Row[],
): void {
  useShown(
    list,
    '.paper-title',
    useCallback((titles) => {
      const paperIds = titles.flatMap(
        (title) => title.closest<HTMLElement>('[data-paper-id]')?.dataset.paperId ?? [],
      ) as PaperId[]
      void leaveTrace('markSeen', { paperIds })
    }, []),
    [rows.map(rowId).join()],
  )
}

/** The papers that were unseen when they were drawn. Their dots keep their place, wherever they have been seen since. */
function useUnseen(rows: readonly Row[]): ReadonlySet<PaperId> {
  const unseen = useRef(new Set<PaperId>())
  for (const row of rows) if (!row.isSeen) unseen.current.add(row.paper.id)
  return unseen.current
}
