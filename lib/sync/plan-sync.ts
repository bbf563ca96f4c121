import type { ListState } from '../db/states/list-states'
import { addDays, currentDay } from '../papers/day'
import { dayLength, hourLength, minuteLength } from '../papers/durations'
import { type ListKey, listKey, type Period } from '../papers/list'
import type { Settings } from '../settings/settings'
import type { Source } from '../sources/source'
import { longestWait } from './back-off'

/** For so long after its closing a list is still taken to be open: nobody promises the hour. */
const settling = 6 * hourLength
/** For so many days votes are asked for again. */
const votesDays = 30
const votesInterval = 7 * dayLength
/** How many times longer the intervals are where data is costly. */
const meteredFactor = 4
/**
 * An alarm comes as often as a list is wanted, and the last reply came a moment after the last alarm: without
 * this, every other alarm would be too early.
 */
const slack = 2 * minuteLength

/** The properties of a source that say when its lists are wanted. */
export type PlannedSource = Pick<
  Source,
  'id' | 'kinds' | 'isRanked' | 'hasPast' | 'closesAt' | 'newestDay' | 'hasListOn' | 'leastInterval'
>

/** Everything that a plan is made from. */
export interface PlanState {
  readonly source: PlannedSource
  /** Of the periods that `periodsToPlan` names. */
  readonly lists: ReadonlyMap<ListKey, ListState>
  /** The day of the first list that was ever had. What is older is fetched when it is looked at. */
  readonly countFrom: string | undefined
}

export type PlanSettings = Pick<Settings, 'syncInterval' | 'catchUpDays'> & {
  /** Whether data is costly. */
  readonly isMetered: boolean
}

/** A period whose list is planned. */
type PlannedPeriod = Extract<Period, { kind: 'day' }> | { readonly kind: 'latest' }

/** A list that is to be asked for. */
export interface Wanted {
  readonly period: PlannedPeriod
  readonly key: ListKey
  /**
   * `today`: the newest, or the only one. `open`: an older one that still grows. `missed`: never had, or not since it was closed.
   * `votes`: it holds no more papers than before, but its papers more votes.
   */
  readonly why: 'today' | 'open' | 'missed' | 'votes'
  /** Milliseconds since the epoch; what is due now or was before comes with `now` or less. */
  readonly dueAt: number
}

/** The day whose list is the newest that a source can have. */
export function newestDayOf({ newestDay }: Pick<Source, 'newestDay'>, now: number): string {
  return newestDay?.(now) ?? currentDay(now)
}

/** The period of the newest list: today, but for a source that has one list of no date. */
export function newestPeriodOf(
  source: Pick<Source, 'kinds' | 'newestDay'>,
  now: number,
): PlannedPeriod {
  return source.kinds.includes('day')
    ? { kind: 'day', day: newestDayOf(source, now) }
    : { kind: 'latest' }
}

/** The periods at which a plan looks, the newest first. */
export function periodsToPlan(
  source: PlannedSource,
  countFrom: string | undefined,
  now: number,
  { catchUpDays }: Pick<PlanSettings, 'catchUpDays'>,
): PlannedPeriod[] {
  const newest = newestPeriodOf(source, now)
  const today = newestDayOf(source, now)
  if (!source.hasPast) return source.hasListOn?.(today) === false ? [] : [newest]
  const periods = [newest]
  for (let back = 1; back <= Math.max(catchUpDays, votesDays); back += 1) {
    const before = addDays(today, -back)
    if (countFrom === undefined || before < countFrom) break
    periods.push({ kind: 'day', day: before })
  }
  return periods
}

/**
 * Which lists of a source are wanted, and when: today's first, then what is missing, the newest first since
 * that is what is read first, then the votes that were not asked for the longest. Pure; it does not know whether
 * the source can be asked.
 *
 * @param now milliseconds since the epoch
 */
export function planSync(state: PlanState, now: number, settings: PlanSettings): Wanted[] {
  const { source, lists, countFrom } = state
  const factor = settings.isMetered ? meteredFactor : 1
  const interval =
    Math.max(settings.syncInterval * minuteLength, source.leastInterval ?? 0) * factor
  const periods = periodsToPlan(source, countFrom, now, settings)
  const planned = periods.flatMap((period, back): Wanted[] => {
    const key = listKey(source.id, period)
    const list = lists.get(key)
    const had = lastHad(list, now)
    const want = (why: Wanted['why'], dueAt: number): Wanted[] => [
      { period, key, why, dueAt: Math.max(dueAt, notBefore(list, now)) },
    ]
    // An undated list is never final.
    const endsAt = period.kind === 'day' ? finalAt(source, period.day) : Number.POSITIVE_INFINITY
    if ((had ?? Number.NEGATIVE_INFINITY) < endsAt && back <= settings.catchUpDays) {
      const isOpen = now < endsAt
      const why = back === 0 ? 'today' : isOpen && had !== undefined ? 'open' : 'missed'
      return want(why, why === 'missed' || had === undefined ? now : had + interval - slack)
    }
    if (had === undefined || back > votesDays || !source.isRanked) return []
    return want('votes', had + votesInterval * factor - slack)
  })
  const [votes, papers] = [
    planned.filter(({ why }) => why === 'votes'),
    planned.filter(({ why }) => why !== 'votes'),
  ]
  return [...papers, ...votes.sort((one, other) => one.dueAt - other.dueAt)]
}

/**
 * Whether nothing is to come any more for a day's list, since it was had after it had closed.
 *
 * @param now milliseconds since the epoch
 */
export function isFinal(
  source: Pick<Source, 'closesAt'>,
  date: string,
  list: ListState | undefined,
  now: number,
): boolean {
  const had = lastHad(list, now)
  return had !== undefined && had >= finalAt(source, date)
}

function finalAt(source: Pick<Source, 'closesAt'>, date: string): number {
  return (source.closesAt?.(date) ?? Date.parse(date) + dayLength) + settling
}

/** Where it was had in the future the clock was wrong, and nobody knows when that was. */
function lastHad(list: ListState | undefined, now: number): number | undefined {
  const had = list?.lastSuccessAt
  return had !== undefined && had <= now ? had : undefined
}

function notBefore(list: ListState | undefined, now: number): number {
  const time = list?.notBefore ?? 0
  return time - now > longestWait ? 0 : time
}
