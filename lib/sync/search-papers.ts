import type { DogearDatabase } from '../db/database'
import { getSyncStates, recordFailure, recordSuccess } from '../db/states/sync-states'
import { FailureError, failureOf } from '../errors/failure'
import { hfDailyId } from '../papers/source'
import { typedPaperId } from '../papers/typed-id'
import { hfPaper } from '../sources/hf-paper'
import { hfSearch } from '../sources/hf-search'
import type { ListedPaper } from '../sources/source'
import { nextTry } from './back-off'
import { fetchJson } from './fetch-json'
import { NotFoundError } from './fetch-text'
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
 * asked for counts, whether its reply to a search or to a list said so.
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
    const items = await ask(words, { fetch, now, signal })
    await recordSuccess(db, hfSearch.id, undefined, now)
    return items
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code !== 'cancelled') {
      const notBefore = (failures: number) => nextTry(failure, failures, now)
      // A database that can't be written can't take this note either; the failure itself reaches the caller
      // anyway.
      await recordFailure(db, hfSearch.id, failure, notBefore, now).catch(() => {})
    }
    throw new FailureError(failure, { cause: error })
  }
}

/** Its search looks for words: a paper that is named is asked for by its name. */
async function ask(
  words: string,
  request: Pick<SearchInput, 'fetch' | 'now' | 'signal'>,
): Promise<readonly ListedPaper[]> {
  const id = typedPaperId(words)
  const address = id && hfPaper.request(id)
  if (id === undefined || address === undefined) {
    const { value } = await fetchJson({ address: hfSearch.request(words), ...request })
    return readReply(() => hfSearch.read(value)).items
  }
  try {
    const { value } = await fetchJson({ address, ...request })
    return [readReply(() => hfPaper.read(value, id))].filter((paper) => paper !== undefined)
  } catch (error) {
    if (error instanceof NotFoundError) return []
    throw error
  }
}
