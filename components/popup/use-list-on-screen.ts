import { type CurrentRow, useCurrentRow } from '../../lib/hooks/list/use-current-row'
import { type Day, useDay } from '../../lib/hooks/list/use-day'
import { type HiddenRows, isHidden, useHiddenRows } from '../../lib/hooks/list/use-hidden-rows'
import { type Selection, useSelection } from '../../lib/hooks/list/use-selection'
import type { Status } from '../../lib/papers/entry'
import { sourceFacts } from '../../lib/papers/source'
import type { DailyList, DailyRow } from '../../lib/queries/daily-list'
import type { Row } from '../../lib/queries/row'
import { subjectOf } from '../list/subject'
import { type Actions, useActions } from '../list/use-actions'
import { type Following, useFollowing } from '../list/use-following'

/** The list that the popup shows, where the user is in it, and what can be done there. */
export interface ListOnScreen {
  readonly shown: Day
  readonly hidden: HiddenRows<DailyRow>
  readonly current: CurrentRow
  readonly selection: Selection
  readonly actions: Actions
  readonly following: Following
  /** The order of the list says which paper is ahead. */
  readonly isRanked: boolean
  /** To other lists. Neither a current row nor a selection is taken along. */
  readonly go: Pick<Day, 'goTo' | 'step' | 'choose' | 'chooseSource'>
  /** Sets the status, or takes it back where the paper has it already. What is hidden folds away. */
  chooseStatus(row: Row, status: Status): void
}

/**
 * @param today `YYYY-MM-DD`
 * @param first the newest list, read before the page was there
 */
export function useListOnScreen(today: string, first: DailyList | undefined): ListOnScreen {
  const shown = useDay(today, first)
  const hidden = useHiddenRows(shown.list?.key, shown.order.rows)
  const current = useCurrentRow(hidden.rows)
  const selection = useSelection(shown.list?.key, hidden.rows, current)
  const actions = useActions((paperIds, hasWaited) => {
    hidden.unfold()
    // To the undone paper, unless the user has pressed something since, or the paper is not in this list.
    const undone = shown.order.rows.find((row) => paperIds.includes(row.paper.id))
    if (hasWaited && undone !== undefined) current.choose(undone.paper.id)
  })
  const following = useFollowing(actions, shown.watches)
  const leaving =
    <Given extends unknown[]>(go: (...given: Given) => void) =>
    (...given: Given) => {
      current.leave()
      selection.clear()
      go(...given)
    }

  return {
    shown,
    hidden,
    current,
    selection,
    actions,
    following,
    isRanked: shown.period.kind === 'new' || sourceFacts(shown.source).isRanked,
    go: {
      goTo: leaving(shown.goTo),
      step: leaving(shown.step),
      choose: leaving(shown.choose),
      chooseSource: leaving(shown.chooseSource),
    },
    chooseStatus(row, status) {
      const subject = subjectOf(row)
      if (status !== 'hidden' || isHidden(row)) return void actions.setStatus(subject, status)
      current.moveOff(row.paper.id)
      void hidden.fold(row.paper.id, () => actions.setStatus(subject, status))
    },
  }
}
