import type { DogearDatabase } from '../db/database'
import { storeList } from '../db/lists'
import { recordFailure, recordSuccess } from '../db/sync-states'
import { FailureError, failureOf } from '../errors/failure'
import { type ListKey, listKey, type Period } from '../papers/list'
import { type ListedPaper, ReplyError, type Source } from '../sources/source'
import { nextTry } from './back-off'
import { fetchJson } from './fetch-json'

const pageLimit = 10

export interface SyncInput {
  readonly db: DogearDatabase
  readonly source: Source
  readonly period: Period
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly signal: AbortSignal
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** In pages of a list; how many there are is known with the last one. */
export interface Progress {
  readonly done: number
  readonly of?: number
}

export interface SyncReport {
  readonly key: ListKey
  /** How many papers the list now has. */
  readonly total: number
  /** How many of them are new in it. */
  readonly added: number
  /** How many items of the reply could not be read. */
  readonly skipped: number
}

/**
 * Fetches the list of a period, all pages of it, and then stores it in one transaction.
 *
 * @throws FailureError when that did not work; the list is then as it was before, and the failure is
 *   noted in the source's sync state
 */
export async function syncList(input: SyncInput): Promise<SyncReport> {
  const { db, source, period, now, signal } = input
  try {
    const { items, skipped } = await fetchPages(input)
    signal.throwIfAborted()
    const { added, total } = await storeList(db, { source: source.id, period, items, skipped, now })
    const filledDay = period.kind === 'day' && total > 0 ? period.day : undefined
    await recordSuccess(db, source.id, filledDay, now)
    return { key: listKey(source.id, period), total, added: added.length, skipped }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code !== 'cancelled') {
      const notBefore = (failures: number) => nextTry(failure, failures, now)
      // A database that can't be written can't take this note either; the failure itself is told anyway.
      await recordFailure(db, source.id, failure, notBefore, now).catch(() => {})
    }
    throw new FailureError(failure, { cause: error })
  }
}

async function fetchPages(input: SyncInput): Promise<{ items: ListedPaper[]; skipped: number }> {
  const { source, period, fetch, now, signal, onProgress } = input
  const items: ListedPaper[] = []
  let skipped = 0
  let address: URL | undefined = source.request(period)
  for (let done = 1; address !== undefined && done <= pageLimit; done += 1) {
    const { value, headers } = await fetchJson({ address, fetch, now, signal })
    const page = source.read(value, period)
    items.push(...page.items)
    skipped += page.skipped.length
    address = source.nextRequest(headers)
    const isLast = address === undefined || done === pageLimit
    onProgress?.({ done, ...(isLast && { of: done }) })
  }
  // Such a list would look like an empty day.
  if (items.length === 0 && skipped > 0)
    throw new ReplyError(`None of ${skipped} items can be read`)
  return { items, skipped }
}
