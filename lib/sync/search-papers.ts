import type { DogearDatabase } from '../db/database'
import { getSyncStates, recordFailure, recordSuccess } from '../db/states/sync-states'
import { FailureError, failureOf } from '../errors/failure'
import { hfDailyId } from '../papers/source'
import { hfSearch } from '../sources/hf-search'
import type { ListedPaper } from '../sources/source'
import { nextTry } from './back-off'
import { fetchJson } from './fetch-json'
import { readReply } from './read-reply'
import { refuseEarly } from './sync-due'

export interface SearchInput {
  readonly db: DogearDatabase
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly signal: AbortSignal
}

/**
 * Asks Hugging Face which papers fit these words, with one request. The user asks, so only a wait that the host
 * asked for counts, whether it told the search or the lists.
 *
 * Nothing of what is found is stored: what somebody looked for is no trace to leave, and a paper is kept when
 * the user does something with it.
 *
 * @throws FailureError when it could not be asked, or its reply is none
 */
export async function searchPapers(
  words: string,
  { db, fetch, now, signal }: SearchInput,
): Promise<readonly ListedPaper[]> {
  const states = await getSyncStates(db, [hfSearch.id, hfDailyId])
  for (const state of states.values()) refuseEarly(state, now, true)
  try {
    const { value } = await fetchJson({ address: hfSearch.request(words), fetch, now, signal })
    const { items } = readReply(() => hfSearch.read(value))
    await recordSuccess(db, hfSearch.id, undefined, now)
    return items
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code !== 'cancelled') {
      const notBefore = (failures: number) => nextTry(failure, failures, now)
      // A database that can't be written can't take this note either; the failure itself is told anyway.
      await recordFailure(db, hfSearch.id, failure, notBefore, now).catch(() => {})
    }
    throw new FailureError(failure, { cause: error })
  }
}
