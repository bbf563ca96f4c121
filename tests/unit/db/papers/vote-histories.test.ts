import { describe, expect, test, vi } from 'vitest'
import type { DogearDatabase } from '../../../../lib/db/database'
import { storeList } from '../../../../lib/db/lists/lists'
import { getVoteHistories } from '../../../../lib/db/papers/vote-histories'
import { freshDatabase, id, listed, nth } from '../samples'

const hour = 60 * 60 * 1_000
const day = 24 * hour

function store(
  db: DogearDatabase,
  votes: number | undefined,
  now: number,
  { paperId = nth(1), wednesday = '2026-07-22' } = {},
) {
  return storeList(db, {
    source: 'a',
    period: { kind: 'day', day: wednesday },
    items: [listed(paperId, votes === undefined ? {} : { votes })],
    skipped: 0,
    now,
  })
}

describe('votes of a stored list', () => {
  test('are kept as a history', async () => {
    const db = freshDatabase()
    await store(db, 35, 1 * hour)
    await store(db, 53, 3 * hour)
    expect(await getVoteHistories(db, [nth(2), nth(1)])).toEqual(
      new Map([
        [
          nth(1),
          [
            { at: 1 * hour, votes: 35 },
            { at: 3 * hour, votes: 53 },
          ],
        ],
      ]),
    )
  })

  test('write nothing where the number is the same, and remember how long it was', async () => {
    const db = freshDatabase()
    await store(db, 35, 1 * hour)
    const put = vi.spyOn(db.voteHistories, 'bulkPut')
    await store(db, 35, 5 * hour)
    expect(put).not.toHaveBeenCalled()
    await store(db, 36, 6 * hour)
    const histories = await getVoteHistories(db, [nth(1)])
    expect(histories.get(nth(1))?.map(({ at }) => at / hour)).toEqual([1, 5, 6])
  })

  test('that are not told leave no history', async () => {
    const db = freshDatabase()
    await store(db, undefined, hour)
    expect((await getVoteHistories(db, [nth(1)])).size).toBe(0)
  })

  test('belong to the paper under whatever name it came', async () => {
    const db = freshDatabase()
    const doi = id('doi:10.1000/one')
    const period = { kind: 'trending' } as const
    const items = [listed(nth(1), { aliases: [doi], votes: 1 })]
    await storeList(db, { source: 'a', period, items, skipped: 0, now: 0 })
    await store(db, 2, hour, { paperId: doi })
    expect((await getVoteHistories(db, [nth(1)])).get(nth(1))?.length).toBe(2)
  })

  test('are forgotten a month after they last moved', async () => {
    const db = freshDatabase()
    await store(db, 1, 0)
    await store(db, 1, 30 * day, { paperId: nth(2), wednesday: '2026-07-23' })
    expect((await getVoteHistories(db, [nth(1)])).size).toBe(1)
    await store(db, 1, 31 * day, { paperId: nth(2), wednesday: '2026-07-23' })
    expect([...(await getVoteHistories(db, [nth(1), nth(2)])).keys()]).toEqual([nth(2)])
  })

  test('are read in one call', async () => {
    const db = freshDatabase()
    const get = vi.spyOn(db.voteHistories, 'bulkGet')
    await getVoteHistories(db, [nth(1), nth(2), nth(3)])
    expect(get).toHaveBeenCalledOnce()
  })
})
