import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { rowId } from '../../lib/hooks/list/use-day'
import { useGradualCount } from '../../lib/hooks/list/use-gradual-count'
import { useNotedAsSeen } from '../../lib/hooks/list/use-noted-as-seen'
import { useNow } from '../../lib/hooks/use-now'
import { i18n, periodText, sourceText } from '../../lib/i18n'
import type { View } from '../../lib/papers/list'
import type { PaperId } from '../../lib/papers/paper-id'
import { isDated } from '../../lib/papers/period'
import { sourceFacts } from '../../lib/papers/source'
import type { DailyRow } from '../../lib/queries/daily-list'
import { rowHandlers } from '../list/row-handlers'
import { PaperRow } from '../paper/paper-row'
import { RowListProvider, useRowListOf } from '../paper/row-list'
import { rowsAtFirst } from './rows-at-first'
import type { ListOnScreen } from './use-list-on-screen'

interface Props {
  list: ListOnScreen
  /** The element that scrolls. */
  element: RefObject<HTMLOListElement | null>
}

/** The papers of a list, and at its end what it leaves out. */
export function ListRows({ list, element }: Props) {
  const { shown, current, hidden, selection, actions } = list
  const { period, look, replacements } = shown
  const now = useNow()
  const count = useGradualCount(shown.list?.key, hidden.drawn.length, rowsAtFirst[look.density])
  const drawn = hidden.drawn.slice(0, count)
  const isWhole = drawn.length === hidden.drawn.length
  useNotedAsSeen(element, drawn.map(rowId))
  const wereUnseen = useUnseen(drawn)
  const isByDay = shown.arranging.arrangement.sort === 'rank'
  const handlers = rowHandlers(current, actions)
  const rowList = useRowListOf({
    look,
    kind: period.kind,
    handlers: {
      ...handlers,
      async change(row, change) {
        if (change.status !== 'hidden') return handlers.change(row, change)
        list.chooseStatus(row, 'hidden')
        return true
      },
      select: (row, way) => selection.select(row.paper.id, way),
      onFolded: (row) => hidden.onFolded(row.paper.id),
      chooseKeyword: (keyword) => shown.arranging.chooseKeyword(keyword),
      chooseOrganization: (organization) => shown.arranging.chooseOrganization(organization),
    },
  })
  return (
    <RowListProvider value={rowList}>
      <ol
        ref={element}
        class={selection.isOn ? `${look.density} selecting` : look.density}
        aria-label={listName(period, now)}
      >
        {drawn.flatMap((row, index) => [
          ...(isByDay && row.day !== undefined && !isOfSameList(row, drawn[index - 1])
            ? [
                <li key={`${row.day} ${row.source}`} class="list-day">
                  {periodText({ kind: 'day', day: row.day }, now)}
                  {shown.sources.length > 1 && row.source && ` · ${sourceText(row.source)}`}
                </li>,
              ]
            : []),
          <PaperRow
            key={row.paper.id}
            row={row}
            rank={sourceFacts(row.source ?? shown.source).isRanked ? row.rank : undefined}
            freshness={!row.isSeen ? 'unseen' : wereUnseen.has(row.paper.id) ? 'shown' : undefined}
            isCurrent={row === current.row}
            isOpen={row.paper.id === current.expandedId}
            focus={row.paper.id === current.expandedId ? current.focus : undefined}
            isFolding={hidden.isFolding(row.paper.id)}
            isSelected={selection.isOn ? selection.has(row.paper.id) : undefined}
          />,
        ])}
        {hidden.count > 0 && isWhole && (
          <LeftOut
            text={
              hidden.areShown
                ? i18n.t('popup.leaveOutHidden', hidden.count)
                : i18n.t('popup.showHidden', hidden.count)
            }
            onToggle={hidden.toggle}
          />
        )}
        {replacements > 0 && isWhole && (
          <LeftOut
            text={
              shown.showsReplacements
                ? i18n.t('source.leaveOutReplacements', replacements)
                : i18n.t('source.showReplacements', replacements)
            }
            onToggle={shown.toggleReplacements}
          />
        )}
      </ol>
    </RowListProvider>
  )
}

function LeftOut({ text, onToggle }: { text: string; onToggle: () => void }) {
  return (
    <li class="hidden-papers">
      <button type="button" onClick={onToggle}>
        {text}
      </button>
    </li>
  )
}

function isOfSameList(row: DailyRow, before: DailyRow | undefined): boolean {
  return row.day === before?.day && row.source === before?.source
}

function listName(period: View, now: number): string {
  if (period.kind === 'new') return i18n.t('popup.newList')
  return isDated(period)
    ? i18n.t('popup.list', [periodText(period, now)])
    : period.kind === 'latest'
      ? i18n.t('popup.latestList')
      : i18n.t('popup.trendingList')
}

/** The papers that were unseen when they were drawn. Their dots keep their place, also after they have been seen. */
function useUnseen(rows: readonly DailyRow[]): ReadonlySet<PaperId> {
  const unseen = useRef(new Set<PaperId>())
  for (const row of rows) if (!row.isSeen) unseen.current.add(row.paper.id)
  return unseen.current
}
