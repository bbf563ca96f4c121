import { expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { markSeen } from '../../../lib/db/entries/seen'
import { storeList } from '../../../lib/db/lists/lists'
import { readUnseenLists } from '../../../lib/queries/unseen-lists'
import { freshDatabase, listed, nth } from '../db/samples'

const now = Date.UTC(2026, 6, 27, 9)
const friday = Date.UTC(2026, 6, 24, 18)

async function store(db: DogearDatabase, day: string, papers: readonly number[]): Promise<void> {
  const items = papers.map((number) => listed(nth(number)))
  const period = { kind: 'day', day } as const
  await storeList(db, { source: 'a', period, items, skipped: 0, now: 5 })
}

async function ids(db: DogearDatabase, openedAt?: number): Promise<string[]> {
  const { lists } = await readUnseenLists(db, now, openedAt)
  return lists.flatMap(({ papers }) => papers.map(({ id }) => id))
}

test('what is new keeps its place in its own list, and says since when it is new', async () => {
  const db = freshDatabase()
  await store(db, '2026-07-24', [1, 2, 3])
  await store(db, '2026-07-27', [4, 2])
  await markSeen(db, [nth(1)], friday)
  await markSeen(db, [nth(4)], now)
  expect(await readUnseenLists(db, now)).toEqual({
    since: '2026-07-24',
    lists: [
      { source: 'a', day: '2026-07-27', fetchedAt: 5, papers: [{ id: nth(2), rank: 2 }] },
      { source: 'a', day: '2026-07-24', fetchedAt: 5, papers: [{ id: nth(3), rank: 3 }] },
    ],
  })
})

test('after a long absence everything since then is new, but no more than a month', async () => {
  const db = freshDatabase()
  await store(db, '2026-06-26', [1])
  await store(db, '2026-06-30', [2])
  await store(db, '2026-07-10', [3])
  expect(await ids(db)).toEqual([])
  await markSeen(db, [nth(9)], Date.UTC(2026, 6, 1))
  expect(await ids(db)).toEqual([nth(3)])
  await db.seen.clear()
  await markSeen(db, [nth(9)], Date.UTC(2026, 1, 1))
  expect(await ids(db)).toEqual([nth(3), nth(2)])
})

test('a second look on the same day does not make the first one the last', async () => {
  const db = freshDatabase()
  await store(db, '2026-07-10', [1])
  await markSeen(db, [nth(8)], Date.UTC(2026, 6, 9))
  await markSeen(db, [nth(9)], now - 1_000)
  expect(await ids(db)).toEqual([nth(1)])
})

test('what is seen or hidden while the list is read stays in it', async () => {
  const db = freshDatabase()
  await store(db, '2026-07-27', [1, 2, 3, 4])
  await markSeen(db, [nth(1)], now - 1)
  await editEntry(db, { paperId: nth(2), status: 'hidden' }, now - 1)
  await markSeen(db, [nth(3)], now)
  await editEntry(db, { paperId: nth(4), status: 'hidden' }, now + 1)
  expect(await ids(db, now)).toEqual([nth(3), nth(4)])
  expect(await ids(db)).toEqual([])
})

test('a paper in the lists of several sources is new once, and a new version of an old one never', async () => {
  const db = freshDatabase()
  await store(db, '2026-07-27', [1, 2])
  const period = { kind: 'day', day: '2026-07-27' } as const
  const items = [
    listed(nth(2)),
    { ...listed(nth(3)), announced: 'cross-list' as const },
    { ...listed(nth(4)), announced: 'replacement' as const },
  ]
  await storeList(db, { source: 'arxiv:cs.CL', period, items, skipped: 0, now: 5 })
  expect((await ids(db)).sort()).toEqual([nth(1), nth(2), nth(3)])
  const { lists } = await readUnseenLists(db, now, undefined, ['arxiv:cs.CL'])
  expect(lists.map(({ papers }) => papers)).toEqual([
    [
      { id: nth(2), rank: 1 },
      { id: nth(3), rank: 2 },
    ],
  ])
})

test('what was announced as a new version counts once another reply says that it is new', async () => {
  const db = freshDatabase()
  const period = { kind: 'day', day: '2026-07-27' } as const
  const reply = { source: 'arxiv:cs.CL', period, skipped: 0, now: 5 }
  const replaced = { ...listed(nth(1)), announced: 'replacement' as const }
  await storeList(db, { ...reply, items: [replaced, { ...replaced, ...listed(nth(2)) }] })
  expect(await ids(db)).toEqual([])
  await storeList(db, { ...reply, items: [listed(nth(1))] })
  expect(await ids(db)).toEqual([nth(1)])
})
