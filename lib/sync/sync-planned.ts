import { getListStates } from '../db/states/list-states'
import { getSyncState } from '../db/states/sync-states'
import { FailureError, failureOf } from '../errors/failure'
import { type ListKey, listKey } from '../papers/list'
import type { SourceId } from '../papers/source'
import type { Source } from '../sources/source'
import { type PlanSettings, periodsToPlan, planSync, type Wanted } from './plan-sync'
import { syncCurrent } from './sync-current'
import { type SyncDueInput, syncDue } from './sync-due'
import type { SyncReport } from './sync-list'

/** After so many bad replies in a row a source is left alone until the next run. */
const mostBadReplies = 3

export interface PlannedInput extends Pick<SyncDueInput, 'db' | 'fetch' | 'signal'> {
  readonly sources: readonly Source[]
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly settings: PlanSettings
  /** Runs the sync of one list while no other list is synced. Others may come between two lists. */
  readonly exclusive: <T>(sync: () => Promise<T>) => Promise<T>
  /** Called after each list, so that what came is shown although more is to come. */
  readonly onSynced: (report: SyncReport) => Promise<void>
}

/**
 * Fetches all lists that are due, of all sources, one after the other: today's, and after an absence what was
 * missed. A new plan is made after each from what is stored: a worker that is stopped leaves nothing half done,
 * and the next run goes on. A list with a bad reply does not keep the others from it, nor does a source that
 * can't be asked.
 *
 * @throws FailureError the first failure when all is done that could be; at once when the database can't be
 *   written or the signal ends it
 */
export async function syncPlanned(input: PlannedInput): Promise<void> {
  const { now, exclusive, onSynced, signal } = input
  const tried = new Set<ListKey>()
  const failures: FailureError[] = []
  /** In a row, by source. One that can't be asked has more than any. */
  const badReplies = new Map<SourceId, number>()

  async function run(
    { id }: Source,
    sync: (now: number) => Promise<SyncReport | undefined>,
  ): Promise<void> {
    try {
      const report = await exclusive(() => sync(now()))
      badReplies.delete(id)
      if (report !== undefined) await onSynced(report)
    } catch (error) {
      const failure = failureOf(error)
      const told = new FailureError(failure, { cause: error })
      // Without a database no other can be stored either.
      if (signal.aborted || ['storage', 'newer-data'].includes(failure.code)) throw told
      const count = (badReplies.get(id) ?? 0) + 1
      badReplies.set(id, failure.code === 'bad-reply' ? count : Number.POSITIVE_INFINITY)
      failures.push(told)
    }
  }

  const next = async (): Promise<WantedOf | undefined> =>
    (await readPlan(input)).find(
      ({ source, key, dueAt }) =>
        dueAt <= now() && !tried.has(key) && (badReplies.get(source.id) ?? 0) < mostBadReplies,
    )

  for (let wanted = await next(); wanted !== undefined; wanted = await next()) {
    const { source, key, period, why } = wanted
    tried.add(key)
    await run(source, (time) =>
      why === 'today'
        ? syncCurrent({ ...input, source, now: time })
        : syncDue({ ...input, source, now: time, period }),
    )
  }
  const [first] = failures
  if (first !== undefined) throw first
}

/** A list that is wanted, and its source. */
export interface WantedOf extends Wanted {
  readonly source: Source
}

const order: readonly Wanted['why'][] = ['today', 'open', 'missed', 'votes']
const rankOf = ({ why }: Wanted) => (why === 'missed' ? order.indexOf('open') : order.indexOf(why))

/** The plan of all sources as it is now, out of what is stored: of each source today's list before any older one. */
export async function readPlan(
  input: Pick<PlannedInput, 'db' | 'sources' | 'now' | 'settings'>,
): Promise<WantedOf[]> {
  const plans = await Promise.all(input.sources.map((source) => readPlanOf(source, input)))
  return plans.flat().sort((one, other) => rankOf(one) - rankOf(other))
}

async function readPlanOf(
  source: Source,
  input: Pick<PlannedInput, 'db' | 'now' | 'settings'>,
): Promise<WantedOf[]> {
  const { db, settings } = input
  const now = input.now()
  const countFrom = (await getSyncState(db, source.id))?.countFrom
  const keys = periodsToPlan(source, countFrom, now, settings).map((period) =>
    listKey(source.id, period),
  )
  const state = { source, lists: await getListStates(db, keys), countFrom }
  return planSync(state, now, settings).map((wanted) => ({ ...wanted, source }))
}
