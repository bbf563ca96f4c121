import { getListStates } from '../db/list-states'
import { getSyncState } from '../db/sync-states'
import { FailureError, failureOf } from '../errors/failure'
import { type ListKey, listKey } from '../papers/list'
import { daysToPlan, type PlanSettings, planSync, type Wanted } from './plan-sync'
import { syncCurrent } from './sync-current'
import { type SyncDueInput, syncDue } from './sync-due'
import type { SyncReport } from './sync-list'

/** After so many bad replies in a row the host is left alone until the next run. */
const mostBadReplies = 3

export interface PlannedInput extends Pick<SyncDueInput, 'db' | 'source' | 'fetch' | 'signal'> {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly settings: PlanSettings
  /** Runs the sync of one list while no other list is synced. Others may come between two lists. */
  readonly exclusive: <T>(sync: () => Promise<T>) => Promise<T>
  /** Called after each list, so that what came is shown although more is to come. */
  readonly onSynced: (report: SyncReport) => Promise<void>
}

/**
 * Fetches all daily lists that are due, one after the other: today's, and after an absence what was missed. The
 * plan is made anew after each, out of what is stored: a worker that is stopped leaves nothing half done, and the
 * next run goes on. A list with a bad reply does not keep the others from it.
 *
 * @throws FailureError the first bad reply when all is done that could be; at once when the source can't be asked
 *   or the database can't be written
 */
export async function syncPlanned(input: PlannedInput): Promise<void> {
  const { now, exclusive, onSynced } = input
  const tried = new Set<ListKey>()
  const failures: FailureError[] = []
  let badReplies = 0

  async function run(sync: (now: number) => Promise<SyncReport | undefined>): Promise<void> {
    try {
      const report = await exclusive(() => sync(now()))
      badReplies = 0
      if (report !== undefined) await onSynced(report)
    } catch (error) {
      const failure = failureOf(error)
      const told = new FailureError(failure, { cause: error })
      if (failure.code !== 'bad-reply') throw told
      badReplies += 1
      failures.push(told)
    }
  }

  const next = async (): Promise<Wanted | undefined> =>
    (await readPlan(input)).find(({ key, dueAt }) => dueAt <= now() && !tried.has(key))

  for (let wanted = await next(); wanted !== undefined; wanted = await next()) {
    const { key, day, why } = wanted
    tried.add(key)
    await run((time) =>
      why === 'today'
        ? syncCurrent({ ...input, now: time })
        : syncDue({ ...input, now: time, period: { kind: 'day', day } }),
    )
    if (badReplies >= mostBadReplies) break
  }
  const [first] = failures
  if (first !== undefined) throw first
}

/** The plan as it is now, out of what is stored. */
export async function readPlan(
  input: Pick<PlannedInput, 'db' | 'source' | 'now' | 'settings'>,
): Promise<Wanted[]> {
  const { db, source, settings } = input
  const now = input.now()
  const countFrom = (await getSyncState(db, source.id))?.countFrom
  const keys = daysToPlan(countFrom, now, settings).map((day) =>
    listKey(source.id, { kind: 'day', day }),
  )
  return planSync({ source, lists: await getListStates(db, keys), countFrom }, now, settings)
}
