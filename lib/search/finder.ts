import type { DogearDatabase } from '../db/database'
import { entriesByPaper, readIndex } from '../db/papers/search-index'
import type { PaperId } from '../papers/paper-id'
import { SegmentBuilder } from './build-segment'
import { documentOf } from './document'
import { indexFormat, waitingChanges } from './index-format'
import type { Query } from './query'
import { Snapshot } from './snapshot'

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
  return { indexed, find: async (query, limit) => snapshot.find(query, limit) }
}
