import { changeHistory, getHistory, type History, putHistory } from '../db/states/histories'
import { getListState } from '../db/states/list-states'
import { failureOf } from '../errors/failure'
import { addDays, currentDay, earliestDay, isWeekend } from '../papers/day'
import { dayLength } from '../papers/durations'
import { listKey } from '../papers/list'
import { isFinal } from './plan-sync'
import { type SyncDueInput, syncDue } from './sync-due'
import type { SyncReport } from './sync-list'
import type { PlannedInput } from './sync-planned'

/**
 * Between two lists, in milliseconds. With it the job makes a tenth of the requests that Hugging Face lets
 * anybody make (500 in 5 minutes).
 */
export const historyPause = 6_000

/** After so many bad replies a day is left out. */
const mostTries = 3

/**
 * Notes that every list is wanted that the source ever had, from yesterday's to the first. A paused job goes on
 * where it is. `fetchHistory` then fetches them.
 *
 * @param now milliseconds since the epoch
 */
export async function startHistory(
  { db, source }: Pick<SyncDueInput, 'db' | 'source'>,
  now: number,
): Promise<void> {
  const history = await getHistory(db, source.id)
  if (history?.status === 'running') return
  const resumed: History = { ...(history ?? newHistory(source.id, now)), status: 'running' }
  await putHistory(db, history?.status === 'done' ? newHistory(source.id, now) : resumed)
}

function newHistory(source: string, now: number): History {
  const nextDay = addDays(currentDay(now), -1)
  const of = Math.max((Date.parse(nextDay) - Date.parse(earliestDay)) / dayLength + 1, 0)
  return { source, status: 'running', nextDay, done: 0, of, missing: 0 }
}

export interface HistoryInput
  extends Pick<PlannedInput, 'db' | 'fetch' | 'signal' | 'now' | 'exclusive'>,
    Pick<SyncDueInput, 'source'> {
  /** Resolves after so many milliseconds. */
  readonly wait: (duration: number) => Promise<void>
  /** Called after each list. */
  readonly onSynced: (report: SyncReport) => Promise<void>
}

/**
 * Goes on with the job, if there is one and it is not paused, until it is done, paused or given up, or the source
 * can't be asked: the next call goes on then. Each step is noted, so that a worker that is stopped loses none. It
 * asks for no list that is at hand and final, nor for weekends, on which there are none. Never to be called twice
 * at once.
 *
 * @throws FailureError when the database can't be written
 */
export async function fetchHistory(input: HistoryInput): Promise<void> {
  const { db, source, signal, wait, onSynced } = input
  let history = await getHistory(db, source.id)
  while (history?.status === 'running' && !signal.aborted) {
    const day = history.nextDay
    if (day < earliestDay) {
      await changeHistory(db, source.id, { status: 'done' })
      return
    }
    const step = await fetchDay(day, input)
    if (step === 'later') return
    // Read from the database again: the user may have given it up or started over in the meantime.
    history = await getHistory(db, source.id)
    if (history?.nextDay !== day) continue
    await changeHistory(db, source.id, {
      nextDay: addDays(day, -1),
      done: history.done + 1,
      missing: history.missing + (step === 'missing' ? 1 : 0),
    })
    if (typeof step === 'object') await onSynced(step)
    if (step !== 'at hand') await wait(historyPause)
    history = await getHistory(db, source.id)
  }
}

/** @returns the report; `missing` where it can't be had; `later` where nothing can be had now */
async function fetchDay(
  day: string,
  input: HistoryInput,
): Promise<SyncReport | 'at hand' | 'missing' | 'later'> {
  const { db, source, now, exclusive } = input
  const period = { kind: 'day', day } as const
  const key = listKey(source.id, period)
  if (isWeekend(day) || isFinal(source, day, await getListState(db, key), now())) return 'at hand'
  try {
    return (await exclusive(() => syncDue({ ...input, now: now(), period }))) ?? 'at hand'
  } catch (error) {
    const { code } = failureOf(error)
    if (code === 'storage') throw error
    const isHopeless = ((await getListState(db, key))?.failures ?? 0) >= mostTries
    return code === 'bad-reply' && isHopeless ? 'missing' : 'later'
  }
}
