import { useState } from 'preact/hooks'
import type { FirstFrameSettings } from '../../db/settings/first-frame-settings'
import { send } from '../../messaging/send'
import {
  type Arrangement,
  arrangeRows,
  type ListFilter,
  listFilters,
  nextSort,
  plainArrangement,
  type Sort,
} from '../../papers/arrangement'
import type { ListKey } from '../../papers/list'
import type { DailyRow } from '../../queries/daily-list'

/** How the list on the screen is arranged, and the ways to change that. */
export interface Arranging {
  readonly arrangement: Arrangement
  /** Another arrangement has another name. */
  readonly name: string
  /** @param kept papers that stay in the list, though they may not pass any more */
  arrange(rows: readonly DailyRow[], kept: ReadonlySet<string>): readonly DailyRow[]
  /** Also for the next popup. */
  sortBy(sort: Sort): void
  /** @returns the sort that it is by then */
  sortByNext(): Sort
  /** Also for the next popup. */
  toggle(filter: ListFilter): void
  /** Undefined for any. It belongs to the list: another list is shown without it. */
  chooseKeyword(keyword: string | undefined): void
  chooseOrganization(organization: string | undefined): void
  chooseWatch(name: string | undefined): void
  /** Takes every filter off. */
  showAll(): void
}

type Remembered = Pick<Arrangement, 'sort' | 'filters'>
type OfList = Pick<Arrangement, 'keyword' | 'organization' | 'watch'>

/**
 * Begins with what is remembered. What another window chooses later does not move the rows of this one.
 *
 * @param key of the list
 * @param settings undefined while they are not read
 */
export function useArranging(
  key: ListKey | undefined,
  settings: FirstFrameSettings | undefined,
): Arranging {
  const [own, setOwn] = useState<Remembered>()
  const [ofList, setOfList] = useState<OfList & { key: ListKey | undefined }>({ key })
  const read = settings && { sort: settings.listSort, filters: settings.listFilters }
  if (own === undefined && read !== undefined) setOwn(read)
  const { sort, filters } = own ?? read ?? plainArrangement
  const { keyword, organization, watch } = ofList.key === key ? ofList : ({} as OfList)
  const arrangement = { sort, filters, keyword, organization, watch }

  // A failure is not reported: all that follows is that the next popup opens with another order.
  function sortBy(next: Sort): void {
    setOwn({ sort: next, filters })
    void send('changeSettings', { listSort: next })
  }

  function filterBy(next: readonly ListFilter[]): void {
    setOwn({ sort, filters: next })
    void send('changeSettings', { listFilters: next })
  }

  return {
    arrangement,
    name: [sort, filters.join('+'), keyword, organization, watch].join('/'),
    arrange: (rows, kept) =>
      arrangeRows<DailyRow>(rows, arrangement, ({ paper }) => kept.has(paper.id)),
    sortBy,
    sortByNext() {
      const next = nextSort(sort)
      sortBy(next)
      return next
    },
    toggle: (filter) =>
      filterBy(
        listFilters.filter((one) =>
          one === filter ? !filters.includes(one) : filters.includes(one),
        ),
      ),
    chooseKeyword: (next) => setOfList({ key, organization, watch, keyword: next }),
    chooseOrganization: (next) => setOfList({ key, keyword, watch, organization: next }),
    chooseWatch: (next) => setOfList({ key, keyword, organization, watch: next }),
    showAll() {
      setOfList({ key })
      if (filters.length > 0) filterBy([])
    },
  }
}
