import { useState } from 'preact/hooks'
import type { PaperId } from '../papers/paper-id'
import type { Row } from './use-daily-list'

export interface CurrentRow {
  /** The row that keys act on. */
  readonly row: Row | undefined
  /** The one row that is open. */
  readonly expandedId: PaperId | undefined
  choose(paperId: PaperId): void
  /** Goes so many rows down, or up where that is negative, and stays within the list. */
  move(step: number): void
  /** Opens the row, or closes it where it is open. */
  toggleExpanded(paperId: PaperId): void
  /** Another list is shown. */
  leave(): void
}

/** Where the user is in a list. */
export function useCurrentRow(rows: readonly Row[]): CurrentRow {
  const [currentId, setCurrentId] = useState<PaperId>()
  const [expandedId, setExpandedId] = useState<PaperId>()
  const index = rows.findIndex(({ paper }) => paper.id === currentId)
  return {
    row: rows[index],
    expandedId,
    choose: setCurrentId,
    move(step) {
      const next = rows[index < 0 && step < 0 ? 0 : Math.max(0, index + step)]
      if (next !== undefined) setCurrentId(next.paper.id)
    },
    toggleExpanded: (paperId) => setExpandedId(paperId === expandedId ? undefined : paperId),
    leave() {
      setCurrentId(undefined)
      setExpandedId(undefined)
    },
  }
}
