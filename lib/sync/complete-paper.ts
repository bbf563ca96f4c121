import type { DogearDatabase } from '../db/database'
import { findPapers, storePaper } from '../db/papers'
import type { PaperId } from '../papers/paper-id'
import { paperRequest, readPaper } from '../sources/hf-paper'
import { fetchJson } from './fetch-json'

export interface CompletePaperInput {
  readonly db: DogearDatabase
  readonly paperId: PaperId
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly signal: AbortSignal
}

/**
 * Fetches what there is to know about a paper of which only the name is known. The entry that the user made
 * is there already, and stays whatever comes of this.
 *
 * @returns whether something was learned
 * @throws FailureError when the source can't be reached or does not know the paper
 */
export async function completePaper(input: CompletePaperInput): Promise<boolean> {
  const { db, paperId, fetch, now, signal } = input
  if ((await findPapers(db, [paperId])).has(paperId)) return false
  const address = paperRequest(paperId)
  if (address === undefined) return false
  const { value } = await fetchJson({ address, fetch, now, signal })
  const read = readPaper(value, paperId)
  if (read === undefined) return false
  await storePaper(db, read)
  return true
}
