import { useEffect, useRef, useState } from 'preact/hooks'
import { failureOf } from '../../errors/failure'
import type { Failure } from '../../errors/result'
import type { Request } from '../../messaging/protocol'
import { send } from '../../messaging/send'
import { earliestDay } from '../../papers/day'
import type { View, ViewKind } from '../../papers/list'
import type { PaperId } from '../../papers/paper-id'
import { isDated, isDatedKind, periodOf, spanOf, stepDay } from '../../papers/period'
import { hfDailyId, type SourceId, sourceFacts } from '../../papers/source'
import type { Asked, DailyList, DailyRow, OnScreen } from '../../queries/daily-list'
import { readUnseenLists, type UnseenLists } from '../../queries/unseen-lists'
import { initialLook, type Look } from '../../settings/look'
import { useDatabase } from '../use-database'
import { useLiveQuery } from '../use-live-query'
import { type Arranging, useArranging } from './use-arranging'
import { useDailyList } from './use-daily-list'
import { type SteadyOrder, useSteadyOrder } from './use-steady-order'
import { useSync } from './use-sync'

/** A list on the screen, and the way to others. */
export interface Day extends Omit<DailyList, 'settings'> {
  /** Where lists come from, in their order. */
  readonly sources: readonly SourceId[]
  /** The kinds of lists that this source has, and what is new in all. */
  readonly kinds: readonly ViewKind[]
  /** Whether papers are shown that are in the list for a new version only. */
  readonly showsReplacements: boolean
  /** A day of the period that is shown, `YYYY-MM-DD`. */
  readonly day: string
  /** The newest list of its kind is shown: of daily lists the newest that has papers, whichever day's that is. */
  readonly isNewest: boolean
  readonly state: 'loading' | 'ready' | 'failed'
  /** The rows as they stand on the screen. */
  readonly order: SteadyOrder<DailyRow>
  /** In which order they stand, and which of them are shown. */
  readonly arranging: Arranging
  readonly look: Look
  /** With the newest daily list, what the user has not passed yet in all of them. It comes after the first frame. */
  readonly news: UnseenLists | undefined
  /** Whether the hint about the keys was there before; undefined while that is not read. */
  readonly hasSeenKeyHint: boolean | undefined
  readonly isSyncing: boolean
  /** Why nothing can be read from the database; undefined where it can. */
  readonly readFailure: Failure | undefined
  /** Why the list is not as new as it could be. */
  readonly failure: Failure | undefined
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  /** Shows the list so many periods later, or earlier where that is negative. */
  step(count: number): void
  /** Shows the list with this day in it. */
  goTo(day: string): void
  /** Shows the list of another kind for the same day, and the newest one where it is of this kind. It is remembered. */
  choose(kind: ViewKind): void
  /** Shows the newest list of another source. It is remembered. */
  chooseSource(source: SourceId): void
  /** Also for the next popup. */
  toggleReplacements(): void
  refresh(): void
  /** Stops a sync. */
  stop(): void
}

const nothingRead = {
  list: undefined,
  rows: [],
  latest: undefined,
  replacements: 0,
  isTodayEmpty: false,
  sync: undefined,
  watches: [],
} as const

/**
 * Begins with the newest list of the kind that was chosen last, and asks the source for it again.
 *
 * @param first what `readDailyList` found for it before the page was there
 */
export function useDay(today: string, first: DailyList | undefined): Day {
  const db = useDatabase()
  // Source and kind stay when another window chooses another one.
  const [asked, setAsked] = useState<Asked | undefined>(
    first && { source: first.source, kind: first.period.kind },
  )
  const [openedAt, setOpenedAt] = useState(() => Date.now())
  const onScreen = useRef<OnScreen | undefined>(undefined)
  const live = useDailyList(asked, today, openedAt, first, onScreen)
  const read = live.state === 'ready' ? live.value : undefined
  const isNewestDay = read?.period.kind === 'day' && asked?.day === undefined
  const sources = read?.settings.sources ?? [hfDailyId]
  const source = asked?.source ?? read?.source ?? hfDailyId
  const kinds: readonly ViewKind[] = ['new', ...sourceFacts(source).kinds]
  const showsReplacements = read?.settings.showsReplacements ?? false
  const news = useLiveQuery(
    async () => (isNewestDay ? await readUnseenLists(db, openedAt, openedAt, sources) : undefined),
    [db, isNewestDay, openedAt, sources.join()],
  )
  const kind = asked?.kind ?? read?.period.kind ?? 'day'
  const period = read?.period ?? viewOf(kind, asked?.day ?? today)
  const day = asked?.day ?? (period.kind === 'day' ? period.day : today)
  const span = isDated(period) ? spanOf(period) : undefined
  const hasPrevious = span !== undefined && span.first > earliestDay
  const hasNext = span !== undefined && span.last < today

  const key = read?.list?.key
  const arranging = useArranging(key, read?.settings)
  const order = useSteadyOrder(
    key && `${key} ${arranging.name} ${showsReplacements}`,
    read?.rows ?? nothingRead.rows,
    rowId,
    arranging.arrange,
  )
  if (read !== undefined) onScreen.current = { key, rows: order.rows }

  const { start, stop, isSyncing, failure } = useSync()
  useEffect(() => {
    // Today's list is wanted for the badge as well. A side panel may still be open when the next day begins.
    start({ source })
    if (!hasNewest(kind)) start(requestFor(source, { kind }, today))
  }, [start, today])

  function show(next: Asked): void {
    setAsked({ source, ...next })
    start(requestFor(next.source ?? source, next, today))
  }

  return {
    ...nothingRead,
    ...read,
    source,
    sources,
    kinds,
    showsReplacements,
    period,
    day,
    isNewest: asked?.day === undefined,
    state: live.state,
    readFailure: live.state === 'failed' ? failureOf(live.error) : undefined,
    order,
    arranging,
    look: read?.settings ?? initialLook,
    news: news.state === 'ready' ? news.value : undefined,
    hasSeenKeyHint: read?.settings.hasSeenKeyHint,
    isSyncing,
    failure: failure ?? (isSyncing ? undefined : read?.sync?.lastFailure),
    hasPrevious,
    hasNext,
    step(count) {
      if (!isDatedKind(kind) || !(count < 0 ? hasPrevious : hasNext)) return
      show({ kind, day: withinLists(stepDay(day, kind, count), today) })
    },
    goTo: (to) => show({ kind: kind === 'new' ? 'day' : kind, day: withinLists(to, today) }),
    choose(next) {
      const isKept =
        next !== kind && next !== 'new' && asked?.day !== undefined && asked.day < today
      show({ kind: next, ...(isKept && { day: asked.day }) })
      setOpenedAt(Date.now())
      // A failure is not reported: all that follows is that the next popup opens with another list.
      void send('changeSettings', { period: next })
    },
    chooseSource(next) {
      if (next === source) return
      const isKept = kind !== 'new' && sourceFacts(next).kinds.includes(kind)
      show({ source: next, kind: isKept ? kind : sourceFacts(next).kinds[0] })
      setOpenedAt(Date.now())
      void send('changeSettings', { shownSource: next })
    },
    toggleReplacements: () =>
      void send('changeSettings', { showsReplacements: !showsReplacements }),
    refresh: () => start({ ...requestFor(source, { ...asked, kind }, today), force: true }),
    stop,
  }
}

/** Whether the worker itself finds the newest list of this kind. */
function hasNewest(kind: ViewKind): boolean {
  return kind === 'day' || kind === 'new' || kind === 'latest'
}

/** Without a period the worker looks for the newest list that has papers. */
function requestFor(
  source: SourceId,
  { kind = 'day', day }: Asked,
  today: string,
): Request<'syncList'> {
  if (kind === 'new' || (hasNewest(kind) && day === undefined)) return { source }
  return { source, period: periodOf(kind, day ?? today) }
}

function viewOf(kind: ViewKind, day: string): View {
  return kind === 'new' ? { kind, since: undefined } : periodOf(kind, day)
}

function withinLists(day: string, today: string): string {
  if (day < earliestDay) return earliestDay
  return day > today ? today : day
}

export function rowId({ paper }: DailyRow): PaperId {
  return paper.id
}
