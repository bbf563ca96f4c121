import type { DogearDatabase } from '../db/database'
import { getEntries } from '../db/entries/stored-entries'
import { findPapers } from '../db/papers/papers'
import { entriesByPaper, readIndex } from '../db/papers/search-index'
import type { PaperId } from '../papers/paper-id'
import { SegmentBuilder } from './build-segment'
import { documentOf } from './document'
import { indexFormat, waitingChanges } from './index-format'
import type { Query } from './query'
import { Snapshot } from './snapshot'
import { readTypedPaper } from './typed-paper'

/** Looks through everything synced and everything saved. */
export interface Finder {
  /** @param limit how many papers to give at most */
  find(query: Query, limit: number): Promise<Found>
  /** How many of the known papers can be found by now, from 0 to 1. */
  readonly indexed: number
}

export interface Found {
  /** The best first. An entry can be found before anything is known of its paper but the name. */
  readonly paperIds: readonly PaperId[]
  /** How many there are without the limit. */
  readonly total: number
}

/**
 * Reads the search index, the changes that it does not have yet, and all entries. What changes afterwards is
 * found by another finder.
 */
export async function openFinder(db: DogearDatabase): Promise<Finder> {
  const { segments, changed, entries, papers } = await readIndex(db, indexFormat, waitingChanges)
  const builder = new SegmentBuilder()
  for (const paper of changed) builder.add(documentOf(paper))
  const snapshot = new Snapshot([...segments, builder.finish()])
  const indexed = papers === undefined ? 1 : Math.min(snapshot.size / Math.max(papers, 1), 1)
  snapshot.addEntries(await entriesByPaper(db, entries, (id) => snapshot.has(id)))
  return {
    indexed,
    async find(query, limit) {
      const named = await findNamed(db, query.typed ?? '')
      return named ?? snapshot.find(query, limit)
    },
  }
}

/** What an id or an address names, where anything is known of it; undefined for words. */
async function findNamed(db: DogearDatabase, typed: string): Promise<Found | undefined> {
  const id = await readTypedPaper(typed, async (address) =>
    (await import('../sites')).identify(address),
  )
  if (id === undefined) return undefined
  const paper = (await findPapers(db, [id])).get(id)
  const known = paper?.id ?? (await getEntries(db, [id])).get(id)?.paperId
  return known === undefined ? undefined : { paperIds: [known], total: 1 }
}
