import type { CurrentRow } from '../../lib/hooks/list/use-current-row'
import type { CitationFormat } from '../../lib/papers/citation-format'
import type { EntryChange } from '../../lib/papers/entry'
import type { Row } from '../../lib/queries/row'
import { subjectOf } from './subject'
import type { Actions } from './use-actions'

/** What is done to a row in any list. */
export function rowHandlers(current: CurrentRow, actions: Actions) {
  return {
    toggleExpanded: ({ paper }: Row) => current.toggleExpanded(paper.id),
    choose: ({ paper }: Row) => current.choose(paper.id),
    toggleSave: (row: Row) => void actions.toggleSave(subjectOf(row)),
    change: (row: Row, change: EntryChange) => actions.change(subjectOf(row), change),
    copy: ({ paper }: Row, format: CitationFormat) => void actions.copy(paper, format),
  }
}
