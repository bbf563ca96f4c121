import type { DogearDatabase } from '../db/database'
import { forgetLaterDays, storeList } from '../db/lists/lists'
import { getListState, recordListAnswer, recordListFailure } from '../db/states/list-states'
import { recordFailure, recordSuccess } from '../db/states/sync-states'
import { FailureError, failureOf } from '../errors/failure'
import type { Failure } from '../errors/result'
import { tomorrow } from '../papers/day'
import { type ListKey, listKey, type Period } from '../papers/list'
import { type ListedPaper, ReplyError, type Source } from '../sources/source'
import { nextTry } from './back-off'
import { fetchJson } from './fetch-json'
import { fetchText } from './fetch-text'
import type { HostFetch } from './host-turns'
import { readReply } from './read-reply'

const pageLimit = 10

export interface SyncInput {
  readonly db: DogearDatabase
  readonly source: Source
  readonly period: Period
  readonly fetch: HostFetch
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly signal: AbortSignal
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
 * Fetches the list of a period, all pages of it, and then stores it in one transaction: as that of another day where
 * the source says that it is. An item of a day before the source's first, or later than tomorrow, is skipped; a list of
 * such a day is a bad reply.
 *
 * @throws FailureError when that did not work; the list is then as it was before, and the failure is
 *   noted: that a reply was bad for the list alone, that the host did not answer or asks to wait for its
 *   source as a whole. That there is no connection says nothing about either.
 */
export async function syncList(input: SyncInput): Promise<SyncReport> {
  const { db, source, now, signal } = input
  try {
    const { items, skipped, day } = await fetchPages(input)
    signal.throwIfAborted()
    const period = day === undefined ? input.period : ({ kind: 'day', day } as const)
    const key = listKey(source.id, period)
    const hash = await hashOf(JSON.stringify([items, skipped]))
    const reply = { source: source.id, period, items, skipped, hash, now }
    await forgetLaterDays(db, source.id, now)
    const { added, total, filledDay } = await storeList(db, reply)
    await recordSuccess(db, source.id, filledDay, now)
    const asked = listKey(source.id, input.period)
    if (asked !== key) await recordListAnswer(db, asked, now)
    return { key, total, added: added.length, skipped }
  } catch (error) {
    const failure = failureOfReply(error)
    // A database that can't be written can't take this note either; the failure itself reaches the caller
    // anyway.
    await noteFailure(input, failure).catch(() => {})
    throw new FailureError(failure, { cause: error })
  }
}

/** Where neither host nor database failed, it was the reply that could not be dealt with. */
function failureOfReply(error: unknown): Failure {
  const failure = failureOf(error)
  return failure.code === 'unexpected' ? { ...failure, code: 'bad-reply' } : failure
}

async function noteFailure(
  { db, source, period, now }: SyncInput,
  failure: Failure,
): Promise<void> {
  if (failure.code === 'cancelled' || failure.code === 'offline') return
  const after = (failures: number) => nextTry(failure, failures, now)
  const never = () => undefined
  // A bad day must not stop the other days from being fetched.
  const isOfList = failure.code === 'bad-reply'
  await recordListFailure(db, listKey(source.id, period), failure, isOfList ? after : never, now)
  await recordFailure(db, source.id, failure, isOfList ? never : after, now)
}

/** SHA-256, as hexadecimal digits. */
async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

interface ReadList {
  readonly items: ListedPaper[]
  readonly skipped: number
  readonly day: string | undefined
}

async function fetchPages(input: SyncInput): Promise<ReadList> {
  const { db, source, period, now } = input
  const canBe = (day: string) => day >= source.firstDay && day <= tomorrow(now)
  const state = await getListState(db, listKey(source.id, period))
  // A reply that was no list must not come out of the browser's cache again.
  const cache = state?.lastFailure === undefined ? 'no-cache' : 'reload'
  const items: ListedPaper[] = []
  let skipped = 0
  let day: string | undefined
  let address: URL | undefined = source.request(period)
  for (let number = 1; address !== undefined && number <= pageLimit; number += 1) {
    const { value, headers } = await fetchReply(address, input, cache)
    const page = readReply(() => source.read(value, period))
    day = page.day
    if (day !== undefined && !canBe(day)) throw new ReplyError(`No list can be of ${day}`)
    const listed = page.items.filter(({ listedOn }) => listedOn === undefined || canBe(listedOn))
    for (const item of listed) items.push(item)
    skipped += page.skipped.length + page.items.length - listed.length
    address = source.nextRequest(headers)
  }
  // Without this, such a list would look like an empty day.
  if (items.length === 0 && skipped > 0)
    throw new ReplyError(`None of ${skipped} items can be read`)
  return { items, skipped, day }
}

const feed = {
  accept: 'application/rss+xml',
  expected: /^(?:text\/xml|application\/(?:[\w.-]+\+)?xml)\b/i,
} as const

async function fetchReply(
  address: URL,
  { source, fetch, now, signal }: SyncInput,
  cache: 'no-cache' | 'reload',
) {
  const request = { address, fetch, now, signal, cache }
  if (source.format === 'json') return fetchJson(request)
  const { text, headers } = await fetchText({ ...request, ...feed })
  return { value: text, headers }
}
