import { useEffect, useState } from 'preact/hooks'
import type { DogearDatabase } from '../db/database'
import type { Failure } from '../errors/result'
import type { PaperId } from '../papers/paper-id'
import { type DailyList, type Row, useDailyList } from './use-daily-list'
import { type SteadyOrder, useSteadyOrder } from './use-steady-order'
import { useSync } from './use-sync'

/** A day's list on the screen, and the way to other days. */
export interface Day extends DailyList {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** The newest list that has papers is shown, whichever day's that is. */
  readonly isNewest: boolean
  readonly state: 'loading' | 'ready' | 'failed'
  /** The rows as they stand on the screen. */
  readonly order: SteadyOrder<Row>
  readonly isSyncing: boolean
  /** Why the list is not as new as it could be. */
  readonly failure: Failure | undefined
  goTo(day: string): void
  refresh(): void
  /** Stops a sync. */
  stop(): void
}

const nothingRead: DailyList = {
  list: undefined,
  rows: [],
  latest: undefined,
  isTodayEmpty: false,
  sync: undefined,
}

/**
 * The newest list to begin with, which is also asked for anew.
 *
 * @param first what `readDailyList` found for it before the page was there
 */
export function useDay(
  db: DogearDatabase,
  source: string,
  today: string,
  first: DailyList | undefined,
): Day {
  const [chosenDay, setChosenDay] = useState<string>()
  const live = useDailyList(db, source, chosenDay, today, first)
  const read = live.state === 'ready' ? live.value : nothingRead
  const { period, key } = read.list ?? {}
  const day = chosenDay ?? (period?.kind === 'day' ? period.day : today)
  const { start, stop, isSyncing, failure } = useSync()
  useEffect(() => start({}), [start])
  return {
    ...read,
    day,
    isNewest: chosenDay === undefined,
    state: live.state,
    order: useSteadyOrder(key, read.rows, rowId),
    isSyncing,
    failure: failure ?? (isSyncing ? undefined : read.sync?.lastFailure),
    goTo(to) {
      setChosenDay(to)
      start({ period: { kind: 'day', day: to } })
    },
    refresh() {
      const wanted = chosenDay === undefined ? {} : { period: { kind: 'day', day } as const }
      start({ ...wanted, force: true })
    },
    stop,
  }
}

export function rowId({ paper }: Row): PaperId {
  return paper.id
}
