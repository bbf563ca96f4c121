import { useState } from 'preact/hooks'
import type { PaperId } from '../../papers/paper-id'
import type { Row } from '../../queries/row'

/** A field of the open row that takes the focus. Each time that it is asked for has a number of its own. */
export interface FieldFocus {
  readonly field: 'tags' | 'note'
  readonly number: number
}

export interface CurrentRow {
  /** The row that keys act on. */
  readonly row: Row | undefined
  /** The one row that is open. */
  readonly expandedId: PaperId | undefined
  /** Where the focus goes in it; undefined where it stays. */
  readonly focus: FieldFocus | undefined
  choose(paperId: PaperId): void
  /** Goes so many rows down, or up where that is negative, and stays within the list. */
  move(step: number): void
  /** Goes to the first row or to the last. */
  moveTo(end: 'first' | 'last'): void
  /** Goes to the row after this one, which is about to go, or to the one before where it is the last. */
  moveOff(paperId: PaperId): void
  /** Opens the row, or closes it where it is open. */
  toggleExpanded(paperId: PaperId): void
  /** Opens the row, at a field of it where one is given. */
  expand(paperId: PaperId, field?: FieldFocus['field']): void
  collapse(): void
  /** Another list is shown. */
  leave(): void
}

/** Where the user is in a list. */
export function useCurrentRow(rows: readonly Row[]): CurrentRow {
  const [currentId, setCurrentId] = useState<PaperId>()
  const [expandedId, setExpandedId] = useState<PaperId>()
  const [focus, setFocus] = useState<FieldFocus>()
  const index = rows.findIndex(({ paper }) => paper.id === currentId)
  const choose = (row: Row | undefined) => {
    if (row !== undefined) setCurrentId(row.paper.id)
  }
  const expand = (paperId: PaperId | undefined, field?: FieldFocus['field']) => {
    setExpandedId(paperId)
    setFocus((before) => field && { field, number: (before?.number ?? 0) + 1 })
  }
  return {
    row: rows[index],
    expandedId,
    focus,
    choose: setCurrentId,
    move: (step) => choose(rows[index < 0 && step < 0 ? 0 : Math.max(0, index + step)]),
    moveTo: (end) => choose(rows.at(end === 'first' ? 0 : -1)),
    moveOff(paperId) {
      const from = rows.findIndex(({ paper }) => paper.id === paperId)
      choose(rows[from + 1] ?? rows[from - 1])
      if (paperId === expandedId) expand(undefined)
    },
    toggleExpanded: (paperId) => expand(paperId === expandedId ? undefined : paperId),
    expand,
    collapse: () => expand(undefined),
    leave() {
      setCurrentId(undefined)
      expand(undefined)
    },
  }
}
