import { createContext } from 'preact'
import { useMemo } from 'preact/hooks'
import type { SelectingWay } from '../../lib/hooks/list/use-selection'
import { useGiven } from '../../lib/hooks/use-given'
import { useStableHandlers } from '../../lib/hooks/use-stable-handlers'
import type { CitationFormat } from '../../lib/papers/citation-format'
import type { EntryChange } from '../../lib/papers/entry'
import type { ViewKind } from '../../lib/papers/list'
import type { Row } from '../../lib/queries/row'
import type { Look } from '../../lib/settings/look'

/** What a list does when something is done to one of its rows. */
export interface RowHandlers {
  toggleExpanded(row: Row): void
  toggleSave(row: Row): void
  /** Returns whether it was stored. */
  change(row: Row, change: EntryChange): Promise<boolean>
  copy(row: Row, format: CitationFormat): void
  /** The row has the focus. */
  choose(row: Row): void
  /** Absent where nothing can be selected. */
  select?(row: Row, way: SelectingWay): void
  /** The row has folded away. Absent where no row does. */
  onFolded?(row: Row): void
  /** Shows the papers that have it. */
  chooseKeyword(keyword: string): void
  chooseOrganization(organization: string): void
}

/** The list that a row stands in, as the row sees it. */
export interface RowList {
  readonly look: Pick<Look, 'density' | 'hasThumbnails'>
  /** Absent where the list is none of a source. */
  readonly kind?: ViewKind | undefined
  readonly handlers: RowHandlers
}

const List = createContext<RowList | undefined>(undefined)

/** Tells the rows below it what list they stand in. */
export const RowListProvider = List.Provider

/** @throws where the row stands in no list */
export function useRowList(): RowList {
  return useGiven(List)
}

/** @returns a value for `RowListProvider`: the same object while it says the same, because each other draws all rows */
export function useRowListOf({ look, kind, handlers }: RowList): RowList {
  const { density, hasThumbnails } = look
  const stable = useStableHandlers(handlers)
  return useMemo(
    () => ({ look: { density, hasThumbnails }, kind, handlers: stable }),
    [density, hasThumbnails, kind, stable],
  )
}
