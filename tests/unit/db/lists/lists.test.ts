import { describe, expect, test, vi } from 'vitest'
import type { DogearDatabase } from '../../../../lib/db/database'
import { editEntry } from '../../../../lib/db/entries/entries'
import { getEntries } from '../../../../lib/db/entries/stored-entries'
import {
  dailyListsBetween,
  getList,
  latestDailyList,
  storeList,
} from '../../../../lib/db/lists/lists'
import { getAbstract, getAbstracts } from '../../../../lib/db/papers/abstracts'
import { findPapers, getPapers } from '../../../../lib/db/papers/papers'
import { listKey, type Period } from '../../../../lib/papers/list'
import type { ListedPaper } from '../../../../lib/sources/source'
import { dump, freshDatabase, id, listed, nth, paper } from '../samples'

const wednesday = { kind: 'day', day: '2026-07-22' } as const
const key = listKey('a', wednesday)

function store(
  db: DogearDatabase,
  items: readonly ListedPaper[],
  { source = 'a', period = wednesday as Period, skipped = 0, now = 1 } = {},
) {
  return storeList(db, { source, period, items, skipped, now })
}

describe('storing a list', () => {
  test('stores the list, its papers with their ranks, and their abstracts', async () => {
    const db = freshDatabase()
    const stored = await store(db, [listed(nth(2)), listed(nth(1))], { skipped: 3, now: 7 })
    expect(stored).toEqual({ added: [nth(2), nth(1)], total: 2, filledDay: wednesday.day })
    expect(await getList(db, key)).toStrictEqual({
      key,
      source: 'a',
      period: wednesday,
      paperIds: [nth(2), nth(1)],
      skipped: 3,
      fetchedAt: 7,
    })
    const [first, second] = await getPapers(db, [nth(1), nth(2)])
    expect(first?.listed).toEqual({ source: 'a', day: '2026-07-22', rank: 2 })
    expect(second?.listed).toEqual({ source: 'a', day: '2026-07-22', rank: 1 })
    expect(await getAbstract(db, nth(1))).toBe(`We study ${nth(1)}.`)
  })

  test('the same reply again changes nothing but the time, and writes neither papers nor abstracts', async () => {
    const db = freshDatabase()
    const items = [listed(nth(1), { votes: 3 }), listed(nth(2))]
    await store(db, items)
    const before = await dump(db)
    const putPapers = vi.spyOn(db.papers, 'bulkPut')
    const putAbstracts = vi.spyOn(db.abstracts, 'bulkPut')
    expect(await store(db, items, { now: 9 })).toEqual({
      added: [],
      total: 2,
      filledDay: wednesday.day,
    })
    expect(await dump(db)).toEqual(before)
    expect((await getList(db, key))?.fetchedAt).toBe(9)
    expect(putPapers).not.toHaveBeenCalled()
    expect(putAbstracts).not.toHaveBeenCalled()
  })

  test('a list that grows tells which papers are new', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1))])
    expect(await store(db, [listed(nth(2)), listed(nth(1))])).toEqual({
      added: [nth(2)],
      total: 2,
      filledDay: wednesday.day,
    })
  })

  test('a shorter reply takes nothing away, and moves what it leaves out to the end', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1)), listed(nth(2)), listed(nth(3))])
    expect(await store(db, [listed(nth(3))])).toEqual({
      added: [],
      total: 3,
      filledDay: wednesday.day,
    })
    expect((await getList(db, key))?.paperIds).toEqual([nth(3), nth(1), nth(2)])
    const ranks = (await getPapers(db, [nth(1), nth(2), nth(3)])).map(
      (known) => known?.listed?.rank,
    )
    expect(ranks).toEqual([2, 3, 1])
  })

  test('an empty reply takes nothing away', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1))])
    const before = await dump(db)
    expect(await store(db, [])).toEqual({ added: [], total: 1, filledDay: wednesday.day })
    expect(await dump(db)).toEqual(before)
  })

  test('an empty day is stored as such', async () => {
    const db = freshDatabase()
    expect(await store(db, [])).toEqual({ added: [], total: 0, filledDay: undefined })
    expect((await getList(db, key))?.paperIds).toEqual([])
  })

  test('an empty abstract does not replace one', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1))])
    await store(db, [{ ...listed(nth(1)), abstract: '' }])
    expect(await getAbstract(db, nth(1))).toBe(`We study ${nth(1)}.`)
    await store(db, [{ ...listed(nth(2)), abstract: '' }])
    expect(await getAbstracts(db, [nth(1), nth(2)])).toEqual(
      new Map([[nth(1), `We study ${nth(1)}.`]]),
    )
  })

  test('a paper that comes twice in a reply is listed once', async () => {
    const db = freshDatabase()
    expect(await store(db, [listed(nth(1)), listed(nth(2)), listed(nth(1))])).toEqual({
      added: [nth(1), nth(2)],
      total: 2,
      filledDay: wednesday.day,
    })
  })

  test('a paper that recurs keeps its newest day, in whatever order the days come', async () => {
    const db = freshDatabase()
    const thursday = { kind: 'day', day: '2026-07-23' } as const
    await store(db, [listed(nth(2)), listed(nth(1))], { period: thursday })
    await store(db, [listed(nth(1))])
    const [known] = await getPapers(db, [nth(1)])
    expect(known?.listed).toEqual({ source: 'a', day: '2026-07-23', rank: 2 })
  })

  test('weeks and months place no paper in a day', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1))], { period: { kind: 'week', week: '2026-W30' } })
    expect((await getPapers(db, [nth(1)]))[0]).not.toHaveProperty('listed')
    expect(await latestDailyList(db, 'a', '2026-12-31')).toBeUndefined()
  })

  test('what no longer trends leaves that list, but an empty reply empties nothing', async () => {
    const db = freshDatabase()
    const period = { kind: 'trending' } as const
    await store(db, [listed(nth(1)), listed(nth(2))], { period })
    await store(db, [listed(nth(3)), listed(nth(2))], { period })
    expect((await getList(db, 'a/trending'))?.paperIds).toEqual([nth(3), nth(2)])
    await store(db, [], { period })
    expect((await getList(db, 'a/trending'))?.paperIds).toEqual([nth(3), nth(2)])
    expect((await getPapers(db, [nth(1)]))[0]?.id).toBe(nth(1))
  })

  test('touches no entry', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status: 'hidden' }, 5)
    const before = await getEntries(db, [nth(1)])
    await store(db, [listed(nth(1)), listed(nth(2))])
    expect(await getEntries(db, [nth(1), nth(2)])).toEqual(before)
  })

  test('is stored whole or not at all', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1))])
    const before = await dump(db)
    vi.spyOn(db.lists, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    })
    await expect(store(db, [listed(nth(2))])).rejects.toThrow('The disk is full')
    expect(await dump(db)).toEqual(before)
  })
})

describe('a paper with several names', () => {
  const doi = id('doi:10.1000/example')
  const forum = id('openreview:ExampleForum')

  test('is recognised by an alias that is known', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1), { aliases: [doi], votes: 3 })])
    const later = { source: 'b', period: { kind: 'day', day: '2026-07-23' } as const }
    expect(await store(db, [listed(doi, { title: 'Published' })], later)).toEqual({
      added: [nth(1)],
      total: 1,
      filledDay: '2026-07-23',
    })
    expect((await getPapers(db, [nth(1), doi])).map((known) => known?.title)).toEqual([
      'Published',
      undefined,
    ])
    expect((await getList(db, 'b/day/2026-07-23'))?.paperIds).toEqual([nth(1)])
    expect(await getAbstract(db, nth(1))).toBe(`We study ${doi}.`)
  })

  test('is recognised by an alias that the reply brings', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1))])
    await store(db, [listed(forum, { aliases: [nth(1), doi] })], { source: 'b' })
    const found = await findPapers(db, [forum, doi, nth(1), nth(2)])
    expect([...found.keys()].sort()).toEqual([nth(1), doi, forum].sort())
    expect(new Set([...found.values()].map((known) => known.id))).toEqual(new Set([nth(1)]))
  })

  test('does not swallow another paper that is known', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1)), listed(nth(2))])
    await store(db, [listed(nth(1), { aliases: [nth(2), doi] })])
    const papers = await getPapers(db, [nth(1), nth(2)])
    expect(papers.map((known) => known?.aliases)).toEqual([[doi], []])
  })

  test('is one paper when both names come in one reply', async () => {
    const db = freshDatabase()
    await store(db, [listed(nth(1), { aliases: [doi] }), listed(doi), listed(nth(2))])
    expect((await getList(db, key))?.paperIds).toEqual([nth(1), nth(2)])
    expect((await getPapers(db, [nth(2)]))[0]?.listed?.rank).toBe(2)
  })
})

describe('finding papers', () => {
  test('takes the same two calls for one id and for a thousand', async () => {
    const db = freshDatabase()
    await db.papers.bulkPut([paper(nth(1), { aliases: [id('doi:10.1000/one')] }), paper(nth(2))])
    const get = vi.spyOn(db.papers, 'bulkGet')
    const where = vi.spyOn(db.papers, 'where')
    const ids = Array.from({ length: 1_000 }, (_, n) => nth(n + 1))
    const found = await findPapers(db, [...ids, id('doi:10.1000/one')])
    expect([...found.keys()].sort()).toEqual([nth(1), nth(2), id('doi:10.1000/one')].sort())
    expect(get).toHaveBeenCalledOnce()
    expect(where).toHaveBeenCalledOnce()
  })

  test('of nothing finds nothing', async () => {
    expect((await findPapers(freshDatabase(), [])).size).toBe(0)
  })
})

describe('the latest daily list', () => {
  test('is the newest with papers in it, of that source, on or before the day', async () => {
    const db = freshDatabase()
    const on = (day: string, source = 'a') => ({ source, period: { kind: 'day', day } as const })
    await store(db, [listed(nth(1))], on('2026-07-22'))
    await store(db, [listed(nth(2))], on('2026-07-24'))
    await store(db, [], on('2026-07-25'))
    await store(db, [listed(nth(3))], on('2026-07-25', 'b'))
    await store(db, [listed(nth(4))], on('2026-07-25', 'A'))
    await store(db, [listed(nth(5))], { source: 'a', period: { kind: 'trending' } })
    const latest = async (day: string, source = 'a') =>
      (await latestDailyList(db, source, day))?.key
    expect(await latest('2026-07-26')).toBe('a/day/2026-07-24')
    expect(await latest('2026-07-24')).toBe('a/day/2026-07-24')
    expect(await latest('2026-07-23')).toBe('a/day/2026-07-22')
    expect(await latest('2026-07-21')).toBeUndefined()
    expect(await latest('2026-07-26', 'b')).toBe('b/day/2026-07-25')
    expect(await latest('2026-07-26', 'c')).toBeUndefined()
    expect(
      (await dailyListsBetween(db, '2026-07-23', '2026-07-25')).map((list) => list.key),
    ).toEqual(['b/day/2026-07-25', 'A/day/2026-07-25', 'a/day/2026-07-24'])
  })
})

describe('a list of the latest', () => {
  const latest = { kind: 'latest' } as const
  const source = 'hf-submitter:ada'
  const on = (number: number, listedOn?: string): ListedPaper => ({
    ...listed(nth(number)),
    ...(listedOn !== undefined && { listedOn }),
  })

  test('tells on which day each paper came, and is found as of the newest', async () => {
    const db = freshDatabase()
    const items = [on(3, '2026-07-22'), on(2, '2026-07-20'), on(1)]
    const stored = await store(db, items, { source, period: latest })
    expect(stored).toEqual({
      added: [nth(3), nth(2), nth(1)],
      total: 3,
      filledDay: '2026-07-22',
    })
    expect(await latestDailyList(db, source, '2026-07-22')).toMatchObject({
      key: 'hf-submitter:ada/latest',
      paperIds: [nth(3), nth(2), nth(1)],
      days: { [nth(3)]: '2026-07-22', [nth(2)]: '2026-07-20' },
    })
    const [first] = await getPapers(db, [nth(3)])
    expect(first?.listed, 'a place in no ranking').toBeUndefined()
  })

  test('keeps what a shorter reply leaves out, and the newest hundred', async () => {
    const db = freshDatabase()
    const numbers = Array.from({ length: 100 }, (_, index) => 100 - index)
    await store(
      db,
      numbers.map((number) => on(number, '2026-07-20')),
      { source, period: latest },
    )
    await store(db, [on(101, '2026-07-22')], { source, period: latest })
    const list = await getList(db, listKey(source, latest))
    expect(list?.paperIds).toEqual([101, ...numbers.slice(0, 99)].map(nth))
    expect(Object.keys(list?.days ?? {})).toHaveLength(100)
    await store(db, [], { source, period: latest })
    expect(await getList(db, listKey(source, latest))).toMatchObject({ paperIds: list?.paperIds })
  })
})
