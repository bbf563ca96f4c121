import type { Day } from '../../../lib/hooks/list/use-day'
import type { Entry } from '../../../lib/papers/entry'
import { hfDailyId } from '../../../lib/papers/source'
import type { DailyRow } from '../../../lib/queries/daily-list'
import { initialLook } from '../../../lib/settings/look'
import { nth, paper } from '../db/samples'

/** A Wednesday, `YYYY-MM-DD`. */
export const today = '2026-07-22'

/** The row of the nth made-up paper. */
export function row(n: number, fields: Partial<DailyRow> = {}): DailyRow {
  return { paper: paper(nth(n)), entry: undefined, rank: n, isSeen: true, ...fields }
}

export function entry(fields: Partial<Entry> = {}): Entry {
  return { paperId: nth(1), tags: [], note: '', createdAt: 1, updatedAt: 1, ...fields }
}

/** Today's list, with these rows and nothing to say about it. */
export function day(rows: readonly DailyRow[], fields: Partial<Day> = {}): Day {
  const nothing = () => {}
  return {
    source: hfDailyId,
    sources: [hfDailyId],
    kinds: ['new', 'day', 'week', 'month', 'trending'],
    period: { kind: 'day', day: today },
    day: today,
    list: undefined,
    latest: undefined,
    rows,
    replacements: 0,
    showsReplacements: false,
    isTodayEmpty: false,
    isNewest: true,
    sync: undefined,
    watches: [],
    state: 'ready',
    order: { rows, waiting: 0, reveal: nothing },
    arranging: {
      arrangement: {
        sort: 'rank',
        filters: [],
        keyword: undefined,
        organization: undefined,
        watch: undefined,
      },
      name: '',
      arrange: () => rows,
      sortBy: nothing,
      sortByNext: () => 'rank',
      toggle: nothing,
      chooseKeyword: nothing,
      chooseOrganization: nothing,
      chooseWatch: nothing,
      showAll: nothing,
    },
    look: initialLook,
    news: undefined,
    hasSeenKeyHint: true,
    isSyncing: false,
    readFailure: undefined,
    failure: undefined,
    hasPrevious: true,
    hasNext: false,
    step: nothing,
    goTo: nothing,
    choose: nothing,
    chooseSource: nothing,
    toggleReplacements: nothing,
    refresh: nothing,
    stop: nothing,
    ...fields,
  }
}
