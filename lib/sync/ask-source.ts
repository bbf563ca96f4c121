import type { DogearDatabase } from '../db/database'
import { getSyncState, recordFailure, recordSuccess } from '../db/states/sync-states'
import { failureOf } from '../errors/failure'
import type { PaperId } from '../papers/paper-id'
import type { PaperSource } from '../sources/paper-source'
import { nextTry } from './back-off'
import { fetchJson } from './fetch-json'
import { fetchText, NotFoundError } from './fetch-text'
import type { HostFetch } from './host-turns'
import { readReply } from './read-reply'
import { refuseEarly } from './sync-due'

export interface AskInput {
  readonly db: DogearDatabase
  readonly fetch: HostFetch
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Resolves after so many milliseconds. */
  readonly wait: (duration: number) => Promise<void>
  readonly signal: AbortSignal
  /** The user asks: our own back-off does not count, but a wait that the host asked for. */
  readonly force?: boolean | undefined
}

/**
 * Asks a source about a paper, with one request. Never to be called twice at once: the source is left alone for
 * as long as it wants between two requests, and after a failure as long as `nextTry` says, by the sync state of
 * the source.
 *
 * @param names of the paper; the first one counts that the source can know
 * @returns undefined where the source knows none of them
 * @throws FailureError when the source can't be asked now, or its reply is none
 */
export async function askSource<T>(
  source: PaperSource<T>,
  names: readonly PaperId[],
  input: AskInput,
): Promise<T | undefined> {
  const name = names.find((candidate) => source.request(candidate) !== undefined)
  const address = name && source.request(name)
  if (name === undefined || address === undefined) return undefined
  const { db, now, signal } = input
  await waitForTurn(source, input)
  signal.throwIfAborted()
  try {
    const reply = await fetchReply(source, address, input)
    const told = readReply(() => source.read(reply, name))
    await recordSuccess(db, source.id, undefined, now())
    return told
  } catch (error) {
    if (error instanceof NotFoundError) {
      await recordSuccess(db, source.id, undefined, now())
      return undefined
    }
    const failure = failureOf(error)
    if (failure.code !== 'cancelled') {
      const notBefore = (failures: number) => nextTry(failure, failures, now())
      await recordFailure(db, source.id, failure, notBefore, now())
    }
    throw error
  }
}

async function waitForTurn(
  { id, pause }: PaperSource<unknown>,
  { db, now, wait, force = false }: AskInput,
): Promise<void> {
  const state = await getSyncState(db, id)
  refuseEarly(state, now(), force)
  const elapsed = now() - (state?.lastAttemptAt ?? Number.NEGATIVE_INFINITY)
  // After the clock was put back, less than nothing has elapsed.
  const left = pause - Math.max(elapsed, 0)
  if (left > 0) await wait(left)
}

const atom = {
  accept: 'application/atom+xml',
  expected: /^(?:text\/xml|application\/(?:[\w.-]+\+)?xml)\b/i,
} as const

async function fetchReply(
  { format }: PaperSource<unknown>,
  address: URL,
  { fetch, now, signal }: AskInput,
): Promise<unknown> {
  const request = { address, fetch, now: now(), signal }
  return format === 'json'
    ? (await fetchJson(request)).value
    : (await fetchText({ ...request, ...atom })).text
}
