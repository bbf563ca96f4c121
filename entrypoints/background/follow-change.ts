import { savePaper } from '../../lib/db/entries/save-paper'
import type { PaperId } from '../../lib/papers/paper-id'
import { inBackground } from './in-background'
import type { Jobs } from './jobs'

/** A change of entries that is stored. */
export interface StoredChange {
  /** The papers, under any of their names. */
  readonly paperIds: readonly PaperId[]
  /** The papers whose entries the user has just edited: where only a name is known, the rest is fetched. */
  readonly edited?: readonly PaperId[]
  /** The papers themselves changed as well, so that the search has to learn of it. */
  readonly hasNewPapers?: boolean
}

/**
 * Does all that follows from a change of entries, from wherever it came: the badge is counted, open pages ask
 * again, titles are fetched, the search index is brought up to date. Nobody waits for it, and what fails does
 * not undo the change.
 */
export function followChange(jobs: Jobs, change: StoredChange): void {
  const { paperIds, edited = [], hasNewPapers = false } = change
  inBackground(jobs.badge.update())
  inBackground(jobs.broadcastChange([...new Set(paperIds)]))
  for (const paperId of new Set(edited)) inBackground(jobs.completePaper(paperId))
  if (hasNewPapers) inBackground(jobs.updateIndex())
}

/**
 * Saves a paper from where its status can't be seen: a menu, a key, a notification. One that is being read or was read
 * stays as it is.
 */
export async function saveFromOutside(jobs: Jobs, paperId: PaperId): Promise<void> {
  const entry = await savePaper(jobs.db, paperId, Date.now())
  followChange(jobs, { paperIds: [paperId, entry.paperId], edited: [entry.paperId] })
}
