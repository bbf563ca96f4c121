import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { markSeen } from '../../../lib/db/entries/seen'
import { addWatch } from '../../../lib/db/entries/watches'
import { storeList } from '../../../lib/db/lists/lists'
import { recordSuccess } from '../../../lib/db/states/sync-states'
import { badgeText, countForBadge, unseenPapers } from '../../../lib/notify/unseen'
import type { Period } from '../../../lib/papers/list'
import { freshDatabase, listed, nth } from '../db/samples'

const now = Date.UTC(2026, 6, 27, 9)

async function store(db: DogearDatabase, day: string, papers: readonly number[], source = 'a') {
  const period: Period = { kind: 'day', day }
  const items = papers.map((n) => listed(nth(n)))
  await storeList(db, { source, period, items, skipped: 0, now })
}

describe('the unseen papers', () => {
  test('are those of the last week, each once, the newest list first', async () => {
    const db = freshDatabase()
    await store(db, '2026-07-19', [8])
    await store(db, '2026-07-20', [1])
    await store(db, '2026-07-24', [2, 3])
    await store(db, '2026-07-27', [4, 2])
    await store(db, '2026-07-28', [9])
    await store(db, '2026-07-27', [5, 4], 'b')
    expect(await unseenPapers(db, now)).toEqual([nth(5), nth(4), nth(2), nth(3), nth(1)])
  })

  test('are fewer once seen or hidden, but saved ones still count', async () => {
    const db = freshDatabase()
    await store(db, '2026-07-27', [1, 2, 3, 4])
    await markSeen(db, [nth(1)], now)
    await editEntry(db, { paperId: nth(2), status: 'hidden' }, now)
    await editEntry(db, { paperId: nth(3), status: 'saved' }, now)
    expect(await unseenPapers(db, now)).toEqual([nth(3), nth(4)])
    await editEntry(db, { paperId: nth(2), status: null }, now)
    expect(await unseenPapers(db, now)).toEqual([nth(2), nth(3), nth(4)])
  })

  test('do not hold lists from before the first sync of their source', async () => {
    const db = freshDatabase()
    await store(db, '2026-07-23', [1])
    await store(db, '2026-07-24', [2])
    await store(db, '2026-07-23', [3], 'b')
    await recordSuccess(db, 'a', '2026-07-24', now)
    await recordSuccess(db, 'b', '2026-07-22', now)
    expect((await unseenPapers(db, now)).sort()).toEqual([nth(2), nth(3)])
  })

  test('do not hold what only a week, a month or a trend lists', async () => {
    const db = freshDatabase()
    const items = [listed(nth(1))]
    const others: Period[] = [
      { kind: 'week', week: '2026-W31' },
      { kind: 'month', month: '2026-07' },
      { kind: 'trending' },
    ]
    for (const period of others) {
      await storeList(db, { source: 'a', period, items, skipped: 0, now })
    }
    expect(await unseenPapers(db, now)).toEqual([])
  })

  test('a paper that was seen does not come back with another day', async () => {
    const db = freshDatabase()
    await store(db, '2026-07-24', [1])
    await markSeen(db, [nth(1)], now)
    await store(db, '2026-07-27', [1, 2])
    expect(await unseenPapers(db, now)).toEqual([nth(2)])
  })

  test('of an empty database are none', async () => {
    expect(await unseenPapers(freshDatabase(), now)).toEqual([])
  })
})

describe('the badge', () => {
  test.each([
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1_000, '999+'],
  ])('%i: %j', (count, text) => {
    expect(badgeText(count)).toBe(text)
  })
})

test('the badge counts what it is asked to count', async () => {
  const db = freshDatabase()
  const items = [1, 2].map((n) => {
    const item = listed(nth(n))
    return { ...item, paper: { ...item.paper, title: n === 1 ? 'Cache' : 'Plain' } }
  })
  const period = { kind: 'day', day: '2026-07-27' } as const
  await storeList(db, { source: 'a', period, items, skipped: 0, now })
  expect(await countForBadge(db, now, 'unseen')).toBe(2)
  expect(await countForBadge(db, now, 'watched')).toBe(0)
  const watch = { id: 'w', question: 'cache', createdAt: 1, isEnabled: true, notifies: true }
  await addWatch(db, watch)
  expect(await countForBadge(db, now, 'watched')).toBe(1)
  expect(await countForBadge(db, now, 'off')).toBe(0)
})
