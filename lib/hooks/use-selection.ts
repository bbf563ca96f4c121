import { useState } from 'preact/hooks'
import { editLimit } from '../messaging/limits'
import type { PaperId } from '../papers/paper-id'
import { extendRange, nothingSelected, type Selected, selectAll, toggleOne } from './selection'
import type { CurrentRow } from './use-current-row'
import type { Row } from './use-daily-list'

/** `toggle`: this paper alone; `extend`: from the current one to this one. */
export type SelectingWay = 'toggle' | 'extend'

export interface Selection {
  /** Papers are being selected. */
  readonly isOn: boolean
  /** The selected rows, in the order of the list. */
  readonly rows: readonly Row[]
  /** No more can be selected, for no more can be changed at once. */
  readonly isFull: boolean
  has(paperId: PaperId): boolean
  /** Begins with none. */
  start(): void
  /** Selects a row, which is the current one then. */
  select(paperId: PaperId, way: SelectingWay): void
  /** Goes so many rows down, or up where that is negative, and selects what is on the way. */
  extendBy(step: number): void
  selectAll(): void
  clear(): void
}

interface Kept extends Selected {
  readonly key: string | undefined
  readonly isStarted: boolean
}

/**
 * The rows of a list that the user selected. A row that is not in the list any more is not selected.
 *
 * @param key of the list; another list has no selection
 * @param rows that can be selected
 */
export function useSelection(
  key: string | undefined,
  rows: readonly Row[],
  current: CurrentRow,
): Selection {
  const nothing: Kept = { ...nothingSelected, key, isStarted: false }
  const [kept, setKept] = useState(nothing)
  const now = kept.key === key ? kept : nothing
  const selected = now.ids.size === 0 ? [] : rows.filter(({ paper }) => now.ids.has(paper.id))
  const ids = () => rows.map(({ paper }) => paper.id)
  const keep = (next: Selected) => setKept({ ...next, key, isStarted: now.isStarted })

  function extend(to: PaperId): void {
    keep(extendRange(now, ids(), current.row?.paper.id, to))
    current.choose(to)
  }

  return {
    isOn: now.isStarted || selected.length > 0,
    rows: selected,
    isFull: now.ids.size >= editLimit,
    has: (paperId) => now.ids.has(paperId),
    start: () => setKept({ ...now, isStarted: true }),
    select(paperId, way) {
      if (way === 'extend') return extend(paperId)
      keep(toggleOne(now, paperId))
      current.choose(paperId)
    },
    extendBy(step) {
      const index = current.row === undefined ? -step : rows.indexOf(current.row)
      const to = rows[Math.min(Math.max(0, index + step), rows.length - 1)]
      if (to !== undefined) extend(to.paper.id)
    },
    selectAll: () => keep(selectAll(ids())),
    clear: () => setKept(nothing),
  }
}
