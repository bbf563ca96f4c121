import { latestDailyList } from '../db/lists/lists'
import { addDays } from '../papers/day'
import { newestDayOf, newestPeriodOf } from './plan-sync'
import { type SyncDueInput, syncDue } from './sync-due'
import type { SyncReport } from './sync-list'

/** How far a first run looks back for a list with papers, in days: over any holiday. */
const longestGap = 7

/**
 * Fetches the newest list if that is due. Where it is empty and no other of the last days is at hand, it goes
 * back day by day until one with papers is found, so that a first run on a Sunday shows Friday's; a source without
 * a past has nothing to go back to.
 *
 * @returns the report on the list that was fetched last; undefined where nothing was due
 * @throws FailureError as `syncDue` does
 */
export async function syncCurrent(
  input: Omit<SyncDueInput, 'period'>,
): Promise<SyncReport | undefined> {
  const { db, source, now } = input
  const today = newestDayOf(source, now)
  let report = await syncDue({ ...input, period: newestPeriodOf(source, now) })
  for (let back = 1; source.hasPast && back <= longestGap; back += 1) {
    const latest = await latestDailyList(db, source.id, today)
    if (latest?.period.kind === 'day' && latest.period.day >= addDays(today, -longestGap)) break
    const period = { kind: 'day', day: addDays(today, -back) } as const
    report = (await syncDue({ ...input, period, force: false })) ?? report
  }
  return report
}
