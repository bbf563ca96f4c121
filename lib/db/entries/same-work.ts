import { addAlias, joinPapers } from '../../papers/join'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import { findPapers, namesOf } from '../papers/papers'
import { areSeparate, readSeparations } from '../papers/separations'

/** What is stored under one or more of the names of a work. */
export interface WorkPart {
  /** The paper's, or the name alone where no paper is known by it. */
  readonly id: PaperId
  readonly names: readonly PaperId[]
  readonly paper: Paper | undefined
}

/**
 * The papers and the mere names that are one work if all these names are of one. The first is the one that is
 * kept: a paper that is in a list, else one that a source told of, else the one that was there first.
 *
 * What the user has separated is left out. So is a second paper that is in a list: a list holds the ids of
 * its papers, so that the row of none of them may go, and one work would stand in the lists twice.
 *
 * @param names the page's own id first
 * @param own what the first name stands for, where that is not stored yet
 */
export async function findParts(
  db: DogearDatabase,
  names: readonly PaperId[],
  own?: Paper,
): Promise<WorkPart[]> {
  const [ownName] = names
  const stored = await findPapers(db, names)
  const paperOf = (name: PaperId) => (name === ownName && own ? own : stored.get(name))
  const papers = [...new Set(names)].flatMap((name) => paperOf(name) ?? [])
  const separations = await readSeparations(db, [...names, ...papers.flatMap(namesOf)])
  const inLists = await idsInLists(db, papers)
  const parts: WorkPart[] = []
  for (const name of names) {
    const paper = paperOf(name)
    const part = paper ? partOf(paper) : { id: name, names: [name], paper }
    const isHeld = parts.some((other) => other.names.includes(name))
    const isSeparate = parts.some((other) => areSeparate(separations, other.names, part.names))
    const isSecondInLists = inLists.has(part.id) && parts.some((other) => inLists.has(other.id))
    if (!isHeld && !isSeparate && !isSecondInLists) parts.push(part)
  }
  const storedIds = new Set([...stored.values()].map(({ id }) => id))
  return keptFirst(parts, ({ id, paper }) => {
    if (inLists.has(id)) return 0
    if (!storedIds.has(id)) return paper === undefined ? 4 : 3
    return paper?.origin === 'source' ? 1 : 2
  })
}

function partOf(paper: Paper): WorkPart {
  return { id: paper.id, names: namesOf(paper), paper }
}

/** Among parts of the same rank the order stays. */
function keptFirst(parts: readonly WorkPart[], rank: (part: WorkPart) => number): WorkPart[] {
  const [kept] = parts.toSorted((one, other) => rank(one) - rank(other))
  return kept === undefined ? [] : [kept, ...parts.filter((part) => part !== kept)]
}

/**
 * Which of these papers are in a list. A week, a month and what trends leave no trace in the paper, so the lists
 * themselves are read, but only where it matters: a single paper of a source is kept whether it is in one or not.
 */
async function idsInLists(
  db: DogearDatabase,
  papers: readonly Paper[],
): Promise<ReadonlySet<PaperId>> {
  const told = new Map(papers.flatMap((one) => (one.origin === 'source' ? [[one.id, one]] : [])))
  const inLists = new Set<PaperId>()
  const open = new Set<PaperId>()
  for (const { id, listed } of told.values()) (listed === undefined ? open : inLists).add(id)
  if (told.size < 2 || open.size === 0) return inLists
  await db.lists.each(({ paperIds }) => {
    for (const id of paperIds) if (open.has(id)) inLists.add(id)
  })
  return inLists
}

/** The kept paper with the names of the other parts, and with what they say that it doesn't. */
export function joinPart(kept: Paper, { id, paper }: WorkPart): Paper {
  return paper === undefined ? addAlias(kept, id) : joinPapers(kept, paper)
}
