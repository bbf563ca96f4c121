import { useEffect, useState } from 'preact/hooks'
import type { PaperId } from '../../papers/paper-id'
import type { Row } from '../../queries/row'

export interface HiddenRows<R extends Row> {
  /** The rows to draw, with those that are just folding away. */
  readonly drawn: readonly R[]
  /** The rows to go through: all of them but those. */
  readonly rows: readonly R[]
  /** How many rows the user has hidden. */
  readonly count: number
  /** Whether they are shown all the same. */
  readonly areShown: boolean
  isFolding(paperId: PaperId): boolean
  /** Shows what is hidden, or hides it again. */
  toggle(): void
  /**
   * Folds a row away while it is being hidden.
   *
   * @param hide returns whether that was stored; where it was not, the row comes back
   */
  fold(paperId: PaperId, hide: () => Promise<boolean>): Promise<void>
  /** The row has folded. */
  onFolded(paperId: PaperId): void
  /** Something was undone: what is not hidden any more stands where it stood. */
  unfold(): void
}

type Folding = ReadonlyMap<PaperId, 'folding' | 'folded'>
const none: Folding = new Map()

/**
 * Leaves out what the user has hidden.
 *
 * @param key of the list; in another list it is left out again
 */
export function useHiddenRows<R extends Row>(
  key: string | undefined,
  all: readonly R[],
): HiddenRows<R> {
  const [shownKey, setShownKey] = useState<string>()
  const [folding, setFolding] = useState(none)
  const areShown = key !== undefined && key === shownKey

  useEffect(() => {
    // From here on the list itself says that it is hidden.
    const done = all.filter((row) => isHidden(row) && folding.get(row.paper.id) === 'folded')
    if (done.length > 0)
      setFolding((before) =>
        without(
          before,
          done.map(({ paper }) => paper.id),
        ),
      )
  }, [all, folding])

  return {
    drawn: areShown
      ? all
      : all.filter((row) => !isHidden(row) || folding.get(row.paper.id) === 'folding'),
    rows: all.filter((row) => areShown || (!isHidden(row) && !folding.has(row.paper.id))),
    count: all.filter(isHidden).length,
    areShown,
    isFolding: (paperId) => folding.has(paperId),
    toggle: () => setShownKey(areShown ? undefined : key),
    async fold(paperId, hide) {
      if (!areShown) setFolding((before) => new Map(before).set(paperId, 'folding'))
      if (!(await hide())) setFolding((before) => without(before, [paperId]))
    },
    onFolded: (paperId) =>
      setFolding((before) =>
        before.has(paperId) ? new Map(before).set(paperId, 'folded') : before,
      ),
    unfold: () => setFolding(none),
  }
}

export function isHidden({ entry }: Row): boolean {
  return entry?.status === 'hidden'
}

function without(folding: Folding, paperIds: readonly PaperId[]): Folding {
  return new Map([...folding].filter(([paperId]) => !paperIds.includes(paperId)))
}
