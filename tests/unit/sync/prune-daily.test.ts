import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { separate } from '../../../lib/db/entries/joins'
import { markSeen } from '../../../lib/db/entries/seen'
import { storeList } from '../../../lib/db/lists/lists'
import { getAbstract } from '../../../lib/db/papers/abstracts'
import { startCompletion } from '../../../lib/db/states/completions'
import { addDays, currentDay } from '../../../lib/papers/day'
import { pruneDaily } from '../../../lib/sync/prune-daily'
import { dump, freshDatabase, id, listed, nth } from '../db/samples'

const day = 86_400_000
const now = Date.UTC(2026, 6, 22, 12)
const never = new AbortController().signal

/** A day's list that was last had so many days ago. */
function store(db: DogearDatabase, age: number, ...numbers: number[]) {
  return storeOf('hf-daily', db, age, ...numbers)
}

function storeOf(source: string, db: DogearDatabase, age: number, ...numbers: number[]) {
  const at = now - age * day
  return storeList(db, {
    source,
    period: { kind: 'day', day: currentDay(at) },
    items: numbers.map((n) => listed(nth(n), n === 9 ? { aliases: [id('doi:10.1000/nine')] } : {})),
    skipped: 0,
    hash: String(age),
    now: at,
  })
}

function prune(db: DogearDatabase, fields: Partial<Parameters<typeof pruneDaily>[0]> = {}) {
  return pruneDaily({ db, now, keepDays: 365, signal: never, ...fields })
}

async function papers(db: DogearDatabase): Promise<string[]> {
  return (await db.papers.toCollection().primaryKeys()).sort()
}

describe('removing what is old', () => {
  test('takes lists and papers that nobody keeps, with all that was fetched about them', async () => {
    const db = freshDatabase()
    await store(db, 0, 3)
    await store(db, 366, 1, 2)
    expect(await prune(db)).toEqual({ lists: 1, papers: 2 })
    expect(await papers(db)).toEqual([nth(3)])
    expect(await getAbstract(db, nth(1))).toBeUndefined()
    expect(await db.lists.count()).toBe(1)
    expect(await db.listStates.count()).toBe(1)
  })

  test('takes the lists of a category of arXiv sooner, but nothing that another list has', async () => {
    const db = freshDatabase()
    await storeOf('arxiv:cs.CL', db, 91, 1, 2, 3)
    await storeOf('arxiv:cs.CL', db, 89, 4)
    await store(db, 91, 2, 5)
    await editEntry(db, { paperId: nth(3), status: 'saved' }, now)
    await storeOf('arxiv:cs.CL', db, 0)
    expect(await prune(db)).toEqual({ lists: 1, papers: 1 })
    expect(await papers(db)).toEqual([2, 3, 4, 5].map(nth))
  })

  test('keeps what the user has, has joined, separated or seen since, and what a newer list has', async () => {
    const db = freshDatabase()
    await store(db, 400, 1, 2, 3, 4, 5, 6, 7, 8, 9)
    await store(db, 0, 2)
    await editEntry(db, { paperId: nth(1), addTags: ['kept'] }, now)
    await markSeen(db, [nth(3)], now - 10 * day)
    await markSeen(db, [nth(4)], now - 390 * day)
    await separate(db, nth(5), nth(6), now)
    await startCompletion(db, nth(7), now)
    // An entry under another name of the paper.
    await editEntry(db, { paperId: id('doi:10.1000/nine'), note: 'Nine' }, now)
    const { entries, joins, settings } = Object(await dump(db))
    expect(await prune(db)).toEqual({ lists: 1, papers: 2 })
    expect(await papers(db)).toEqual([1, 2, 3, 5, 6, 7, 9].map(nth))
    const after = Object(await dump(db))
    expect({ ...after, entries, joins, settings }).toEqual(after)
    expect(
      await db.seen.toCollection().primaryKeys(),
      'that a paper was seen goes with it',
    ).toEqual([nth(3)])
  })

  test('comes at most once a day, also where the clock was set back', async () => {
    const db = freshDatabase()
    await store(db, 0, 1)
    expect(await prune(db)).toEqual({ lists: 0, papers: 0 })
    expect(await prune(db, { now: now + 23 * 3_600_000 })).toBeUndefined()
    expect(await prune(db, { now: now + day })).toBeDefined()
    expect(await prune(db, { now })).toBeDefined()
  })

  test('never where the user wants all', async () => {
    const db = freshDatabase()
    await store(db, 4_000, 1)
    await store(db, 0, 2)
    await markSeen(db, [nth(8)], now - 4_000 * day)
    expect(await prune(db, { keepDays: 0 })).toEqual({ lists: 0, papers: 0 })
    expect(await db.lists.count()).toBe(2)
    expect(await db.seen.count()).toBe(1)
  })

  test('an old list that was fetched yesterday stays', async () => {
    const db = freshDatabase()
    await storeList(db, {
      source: 'hf-daily',
      period: { kind: 'day', day: '2023-05-04' },
      items: [listed(nth(1))],
      skipped: 0,
      now: now - day,
    })
    expect(await prune(db)).toEqual({ lists: 0, papers: 0 })
  })

  test('after years away nothing goes before the source was heard of', async () => {
    const db = freshDatabase()
    await store(db, 0, 1)
    expect(await prune(db, { now: now + 2_000 * day })).toEqual({ lists: 0, papers: 0 })
  })

  test('goes in slices, and to the end', async () => {
    const db = freshDatabase()
    for (let n = 1; n <= 35; n += 1) await store(db, 400 + n, n)
    await store(db, 0, 99)
    expect(await prune(db)).toEqual({ lists: 35, papers: 35 })
    expect(await papers(db)).toEqual([nth(99)])
  })

  test('a state of a list that was never had goes as well', async () => {
    const db = freshDatabase()
    await store(db, 0, 1)
    const key = `hf-daily/day/${addDays('2026-07-22', -400)}` as const
    await db.listStates.put({ key, touchedAt: now - 400 * day, failures: 3 })
    await prune(db)
    expect(await db.listStates.count()).toBe(1)
  })
})
