import type { Entry } from './entry'
import { makeFields } from './entry-fields'
import type { PaperId } from './paper-id'

/**
 * One entry out of those that were made under several names of a paper, before it was known to be one. Nothing
 * that the user wrote is lost: tags are united, notes stand one after the other, and the newest status counts.
 *
 * @param entries at least one; the one of the paper's own name first
 */
export function mergeEntries(paperId: PaperId, entries: readonly [Entry, ...Entry[]]): Entry {
  return {
    paperId,
    ...makeFields(({ join }) => join(entries)),
    ...timesOf(entries),
  }
}

/**
 * One entry out of two copies of it, as a backup and the database, or two computers, have them. Nothing that the
 * user wrote is lost: of each field the later edit counts, tags are united, and what is empty replaces nothing.
 * Two that did not begin at the same time have nothing in common, so both notes stay.
 *
 * Merging the same copy again changes nothing.
 *
 * @param stored counts where both are of the same time
 * @param given of the same paper id
 */
export function mergeEntryCopies(stored: Entry, given: Entry): Entry {
  if (stored.createdAt !== given.createdAt) return mergeEntries(stored.paperId, [stored, given])
  return {
    paperId: stored.paperId,
    ...makeFields(({ mergeCopies }) => mergeCopies(stored, given)),
    ...timesOf([stored, given]),
  }
}

function timesOf(entries: readonly Entry[]): Pick<Entry, 'createdAt' | 'updatedAt'> {
  return {
    createdAt: Math.min(...entries.map(({ createdAt }) => createdAt)),
    updatedAt: Math.max(...entries.map(({ updatedAt }) => updatedAt)),
  }
}
