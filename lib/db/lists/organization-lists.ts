import type { List } from '../../papers/list'
import { listKey } from '../../papers/list'
import type { Paper } from '../../papers/paper'
import { hfDailyId, readSourceId, type SourceId } from '../../papers/source'
import type { DogearDatabase } from '../database'
import { recordSuccess } from '../states/sync-states'
import { filledDayOf, latestDailyList, mostLatest } from './lists'

const period = { kind: 'latest' } as const

/**
 * Makes the lists of organisations again: the newest papers of each, out of the daily lists of Hugging Face that are at
 * hand, so that nobody has to be asked. All of them or none; where no daily list is at hand yet, none. One that says
 * what it said before is not written but for its time, which is that of the newest daily list.
 *
 * @param sources ids; those that are no organisation are passed over
 */
export async function makeOrganizationLists(
  db: DogearDatabase,
  sources: readonly SourceId[],
): Promise<void> {
  const organizations = sources.flatMap((source) => {
    const { kind, rest: name = '' } = readSourceId(source) ?? {}
    return kind === 'hf-org' ? { source, name } : []
  })
  if (organizations.length === 0) return
  await db.transaction('rw', db.lists, db.papers, db.syncStates, async () => {
    const newest = await latestDailyList(db, hfDailyId, '9999-12-31')
    if (newest === undefined) return
    for (const { source, name } of organizations) {
      const papers = await newestPapersOf(db, name)
      const list: List = {
        key: listKey(source, period),
        source,
        period,
        paperIds: papers.map(({ id }) => id),
        days: Object.fromEntries(papers.map(({ id, listed }) => [id, listed?.day ?? ''])),
        skipped: 0,
        fetchedAt: newest.fetchedAt,
      }
      await store(db, list)
      await recordSuccess(db, source, filledDayOf(list), newest.fetchedAt)
    }
  })
}

async function store(db: DogearDatabase, list: List): Promise<void> {
  const before = await db.lists.get(list.key)
  if (JSON.stringify(before?.days) === JSON.stringify(list.days)) {
    await db.lists.update(list.key, { fetchedAt: list.fetchedAt })
    return
  }
  const filledDay = filledDayOf(list)
  await db.lists.put({ ...list, ...(filledDay !== undefined && { filledDay }) })
}

/** The papers of an organisation that were in a daily list, the newest day first. */
async function newestPapersOf(db: DogearDatabase, name: string): Promise<Paper[]> {
  const papers = await db.papers.where('organizationHandle').equalsIgnoreCase(name).toArray()
  return papers
    .filter(({ listed }) => listed?.source === hfDailyId)
    .sort(
      (one, other) =>
        (other.listed?.day ?? '').localeCompare(one.listed?.day ?? '') ||
        (one.listed?.rank ?? 0) - (other.listed?.rank ?? 0),
    )
    .slice(0, mostLatest)
}
