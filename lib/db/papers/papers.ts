import { mergePaper } from '../../papers/merge'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import type { Readable } from '../readable'
import { storeAbstracts } from './abstracts'
import { areSeparate, readSeparations, type Separation } from './separations'
import { isFoundOtherwise, noteUnindexed } from './unindexed'

/** @returns the papers in the order of the ids, which must not be aliases; undefined for an unknown one */
export function getPapers(db: Readable, ids: readonly PaperId[]): Promise<(Paper | undefined)[]> {
  return db.papers.bulkGet([...ids])
}

/**
 * The known papers among these, in two calls however many there are.
 *
 * @param ids of papers, or aliases
 * @returns by the id that was asked for, which is the paper's own or one of its aliases
 */
export async function findPapers(
  db: Readable,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Paper>> {
  const asked = new Set(ids)
  const found = new Map<PaperId, Paper>()
  for (const paper of await getPapers(db, [...asked])) {
    if (paper !== undefined) found.set(paper.id, paper)
  }
  const missing = [...asked].filter((id) => !found.has(id))
  if (missing.length === 0) return found
  for (const paper of await db.papers.where('aliases').anyOf(missing).toArray()) {
    for (const alias of paper.aliases) {
      if (asked.has(alias) && !found.has(alias)) found.set(alias, paper)
    }
  }
  return found
}

/** A paper before and after something was read about it. */
export interface PaperChange {
  readonly before: Paper | undefined
  readonly after: Paper
}

/**
 * Merges papers from outside into the known ones, without writing anything yet.
 *
 * A paper is recognised by its id and by its aliases. A name that already stands for another paper is not
 * taken as an alias: making two known papers one is not for a sync to decide. Nor is a name that the user has
 * separated from the paper.
 *
 * @returns the id under which each of the given papers is known, in their order, and the changes by that id
 */
export async function mergeIntoStored(
  db: DogearDatabase,
  papers: readonly Paper[],
): Promise<{ ids: PaperId[]; changes: Map<PaperId, PaperChange> }> {
  const byName = await findPapers(db, papers.flatMap(namesOf))
  const named = papers.filter(({ aliases }) => aliases.length > 0)
  const separations =
    named.length === 0
      ? []
      : await readSeparations(db, [...named, ...byName.values()].flatMap(namesOf))
  const changes = new Map<PaperId, PaperChange>()
  const ids = papers.map((paper) => {
    const { known, aliases } = recognise(paper, byName, separations)
    const after = mergePaper(known, { ...paper, aliases })
    for (const name of namesOf(after)) byName.set(name, after)
    const before = changes.has(after.id) ? changes.get(after.id)?.before : known
    changes.set(after.id, { before, after })
    return after.id
  })
  return { ids, changes }
}

/** The paper as which this one is known, and those of its aliases that are names of the same. */
function recognise(
  paper: Paper,
  byName: ReadonlyMap<PaperId, Paper>,
  separations: readonly Separation[],
): { known: Paper | undefined; aliases: PaperId[] } {
  let known = byName.get(paper.id)
  const aliases: PaperId[] = []
  for (const name of paper.aliases) {
    const other = byName.get(name)
    const isOfAnother = known !== undefined && other !== undefined && other.id !== known.id
    const names = [paper.id, ...aliases, ...(known ? namesOf(known) : [])]
    const isSeparate = areSeparate(separations, names, other ? namesOf(other) : [name])
    if (isOfAnother || isSeparate) continue
    known ??= other
    aliases.push(name)
  }
  return { known, aliases }
}

/** Writes the papers that are new or have changed, and returns those. To be called in a transaction. */
export async function putPapers(
  db: DogearDatabase,
  changes: Iterable<PaperChange>,
): Promise<PaperChange[]> {
  const changed = [...changes].filter(
    ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
  )
  if (changed.length === 0) return []
  await db.papers.bulkPut(changed.map(({ after }) => after))
  const otherwise = changed.filter(({ before, after }) => isFoundOtherwise(before, after))
  await noteUnindexed(
    db,
    otherwise.map(({ after }) => after.id),
  )
  return changed
}

/** Every name of the paper, its own first. */
export function namesOf(paper: Paper): PaperId[] {
  return [paper.id, ...paper.aliases]
}

/** Stores what a source says about one paper, merged with what is known. */
export async function storePaper(
  db: DogearDatabase,
  { paper, abstract }: { readonly paper: Paper; readonly abstract: string },
): Promise<void> {
  await db.transaction('rw', db.papers, db.abstracts, db.joins, db.unindexed, async () => {
    const { ids, changes } = await mergeIntoStored(db, [paper])
    await putPapers(db, changes.values())
    await storeAbstracts(
      db,
      ids.map((id) => ({ id, text: abstract })),
    )
  })
}

/**
 * Removes papers with all that was fetched about them. To be called in a transaction over these tables, once it
 * is sure that nobody keeps the papers.
 */
export async function removePapers(db: DogearDatabase, ids: readonly PaperId[]): Promise<void> {
  await db.papers.bulkDelete([...ids])
  await db.abstracts.bulkDelete([...ids])
  await noteUnindexed(db, ids)
}
