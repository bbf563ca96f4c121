import { useState } from 'preact/hooks'
import type { PaperId } from '../../papers/paper-id'
import type { Row } from '../../queries/row'
import type { Selected } from './selection'
import type { CurrentRow } from './use-current-row'

/** `toggle`: this paper alone; `extend`: from the current one to this one. */
export type SelectingWay = 'toggle' | 'extend'

export interface Selection {
  /** Papers are being selected. */
  readonly isOn: boolean
  /** The selected rows, in the order of the list. */
  readonly rows: readonly Row[]
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

type Steps = typeof import('./selection')

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
  const nothing: Kept = { ids: new Set(), key, isStarted: false }
  const [kept, setKept] = useState(nothing)
  const ofThisList = (one: Kept) => (one.key === key ? one : nothing)
  const now = ofThisList(kept)
  const selected = now.ids.size === 0 ? [] : rows.filter(({ paper }) => now.ids.has(paper.id))
  const ids = () => rows.map(({ paper }) => paper.id)

  /** Most users never select: the first frame does without what it takes. */
  async function take(step: (steps: Steps, before: Selected) => Selected): Promise<void> {
    const steps = await import('./selection')
    setKept((before) => {
      const { isStarted } = ofThisList(before)
      return { ...step(steps, ofThisList(before)), key, isStarted }
    })
  }

  function extend(to: PaperId): void {
    const from = current.row?.paper.id
    void take((steps, before) => steps.extendRange(before, ids(), from, to))
    current.choose(to)
  }

  return {
    isOn: now.isStarted || selected.length > 0,
    rows: selected,
    has: (paperId) => now.ids.has(paperId),
    start: () => setKept({ ...now, isStarted: true }),
    select(paperId, way) {
      if (way === 'extend') return extend(paperId)
      void take((steps, before) => steps.toggleOne(before, paperId))
      current.choose(paperId)
    },
    extendBy(step) {
      const index = current.row === undefined ? -step : rows.indexOf(current.row)
      const to = rows[Math.min(Math.max(0, index + step), rows.length - 1)]
      if (to !== undefined) extend(to.paper.id)
    },
    selectAll: () => void take((steps) => steps.selectAll(ids())),
    clear: () => setKept(nothing),
  }
}
