import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { sourceFacts } from '../../papers/source'
import type { DogearDatabase } from '../database'
import { getPapers, namesOf, removePapers } from '../papers/papers'

/** How many lists one transaction removes. Few, so that other writes do not wait long. */
const listsAtOnce = 10

export interface Pruned {
  readonly lists: number
  readonly papers: number
}

/**
 * Removes the oldest lists that were last fetched before a time, and those of their papers that nobody needs: no
 * entry, no joining or separating, no list that stays and no wish to know more has any of their names, and the
 * user has not been shown them since that time. One slice, in one transaction; nothing of the user's is touched.
 *
 * @param before milliseconds since the epoch
 * @param unrankedBefore the same for the lists of sources without a ranking, which hold everything that there is
 * @returns how many went; no lists where nothing is left to remove
 */
export function pruneSlice(
  db: DogearDatabase,
  before: number,
  unrankedBefore = before,
): Promise<Pruned> {
  const tables = [
    db.lists,
    db.listStates,
    db.papers,
    db.abstracts,
    db.entries,
    db.joins,
    db.seen,
    db.completions,
    db.unindexed,
  ]
  return db.transaction('rw', tables, async () => {
    // By age, and not by the day of the list: an old list that was fetched yesterday is wanted.
    const lists = await db.lists
      .where('fetchedAt')
      .below(Math.max(before, unrankedBefore))
      .filter(({ source, fetchedAt }) => fetchedAt < before || !sourceFacts(source).isRanked)
      .limit(listsAtOnce)
      .toArray()
    // A state without a list is of a list that was never had.
    const states = await db.listStates.where('touchedAt').below(before).primaryKeys()
    await db.listStates.bulkDelete([...states, ...lists.map(({ key }) => key)])
    if (lists.length === 0) return { lists: 0, papers: 0 }
    await db.lists.bulkDelete(lists.map(({ key }) => key))
    const ids = [...new Set(lists.flatMap(({ paperIds }) => paperIds))]
    const papers = (await getPapers(db, ids)).flatMap((paper) => paper ?? [])
    const unlisted = await withoutList(db, papers)
    const isKept = await keptNames(db, unlisted, before)
    const removed = unlisted.filter((paper) => !namesOf(paper).some(isKept)).map(({ id }) => id)
    await removePapers(db, removed)
    return { lists: lists.length, papers: removed.length }
  })
}

/** Those of these papers that are in no list. */
export async function withoutList(db: DogearDatabase, papers: readonly Paper[]): Promise<Paper[]> {
  if (papers.length === 0) return []
  const ids = new Set(papers.map(({ id }) => id))
  await db.lists.each(({ paperIds }) => {
    for (const id of paperIds) ids.delete(id)
  })
  return papers.filter(({ id }) => ids.has(id))
}

/** Tells which names of these papers are a reason to keep them. */
async function keptNames(
  db: DogearDatabase,
  papers: readonly Paper[],
  before: number,
): Promise<(name: PaperId) => boolean> {
  const names = papers.flatMap(namesOf)
  const [entries, seen, completions, joins] = await Promise.all([
    db.entries.where('paperId').anyOf(names).primaryKeys(),
    db.seen.bulkGet(names),
    db.completions.where('paperId').anyOf(names).primaryKeys(),
    // All of them: they are few, and a paper can stand in any part of one.
    db.joins.toArray(),
  ])
  const kept = new Set<PaperId>([...entries, ...completions])
  for (const row of seen) if (row !== undefined && row.at >= before) kept.add(row.paperId)
  for (const { name, paperId, separatedFrom = [], papers: joined } of joins) {
    for (const id of [name, paperId, ...separatedFrom, ...joined.flatMap(namesOf)]) kept.add(id)
  }
  return (name) => kept.has(name)
}
