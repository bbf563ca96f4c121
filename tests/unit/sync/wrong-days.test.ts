import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { dailyListsBetween, getList, storeList } from '../../../lib/db/lists/lists'
import { getSyncState, recordSuccess } from '../../../lib/db/states/sync-states'
import { failureOf } from '../../../lib/errors/failure'
import { unseenPapers } from '../../../lib/notify/unseen'
import type { Period } from '../../../lib/papers/list'
import { sourceById } from '../../../lib/sources'
import { hfDaily } from '../../../lib/sources/hf-daily'
import type { Source } from '../../../lib/sources/source'
import { syncDue } from '../../../lib/sync/sync-due'
import { dump, freshDatabase, listed, nth } from '../db/samples'
import { feed } from './arxiv-feed'
import { FakeHost, item, json } from './fake-host'

const now = Date.UTC(2026, 6, 22, 12)
const hour = 60 * 60 * 1_000
const arxiv = sourceById('arxiv:cs.CL') as Source
const submitter = sourceById('hf-submitter:ada') as Source
const wednesday = { kind: 'day', day: '2026-07-22' } as const
const latest = { kind: 'latest' } as const

async function sync(
  db: DogearDatabase,
  source: Source,
  period: Period,
  answer: () => Response,
  time = now,
): Promise<string | undefined> {
  const { fetch } = new FakeHost(answer)
  const { signal } = new AbortController()
  const input = { db, source, period, fetch, signal, now: time, force: true }
  return syncDue(input).then(
    () => undefined,
    (error: unknown) => failureOf(error).code,
  )
}

const submittedOn = (number: number, day: string) =>
  item(number, { submittedOnDailyAt: `${day}T00:00:00.000Z` })

/** All lists that are found by a day, and what their source counts from. */
async function found(db: DogearDatabase, source: Source) {
  const lists = await dailyListsBetween(db, '0000-01-01', '9999-12-31')
  const countFrom = (await getSyncState(db, source.id))?.countFrom
  return { keys: lists.map(({ key }) => key), countFrom }
}

describe('a feed of a day that can be none', () => {
  test.each([
    ['far ahead', 'Thu, 31 Dec 2999'],
    ['the day after tomorrow', 'Fri, 24 Jul 2026'],
    ['from before arXiv', 'Mon, 1 Jan 1900'],
  ])('%s: is a bad reply, and the next good one counts', async (_what, day) => {
    const db = freshDatabase()
    expect(await sync(db, arxiv, wednesday, () => feed(day))).toBe('bad-reply')
    expect(await found(db, arxiv)).toEqual({ keys: [], countFrom: undefined })
    expect(await sync(db, arxiv, wednesday, () => feed('Wed, 22 Jul 2026'))).toBeUndefined()
    expect(await found(db, arxiv)).toEqual({
      keys: ['arxiv:cs.CL/day/2026-07-22'],
      countFrom: '2026-07-22',
    })
    expect(await unseenPapers(db, now)).toEqual([nth(1)])
  })

  test('after a good list it takes nothing from it', async () => {
    const db = freshDatabase()
    await sync(db, arxiv, wednesday, () => feed('Wed, 22 Jul 2026'))
    const before = await found(db, arxiv)
    expect(await sync(db, arxiv, wednesday, () => feed('Thu, 31 Dec 2999'))).toBe('bad-reply')
    expect(await found(db, arxiv)).toEqual(before)
  })
})

describe('an item of a day that can be none', () => {
  test.each(['9999-12-31', '2026-07-24', '2023-05-03', '0001-01-01'])(
    '%s: is skipped and counted',
    async (day) => {
      const db = freshDatabase()
      const answer = () => json([submittedOn(1, '2026-07-20'), submittedOn(2, day)])
      expect(await sync(db, submitter, latest, answer)).toBeUndefined()
      expect(await getList(db, 'hf-submitter:ada/latest')).toMatchObject({
        paperIds: [nth(1)],
        days: { [nth(1)]: '2026-07-20' },
        skipped: 1,
      })
      expect((await found(db, submitter)).countFrom).toBe('2026-07-20')
    },
  )

  test('where all are, it is a bad reply', async () => {
    const db = freshDatabase()
    const answer = () => json([submittedOn(1, '9999-12-31')])
    expect(await sync(db, submitter, latest, answer)).toBe('bad-reply')
    expect(await found(db, submitter)).toEqual({ keys: [], countFrom: undefined })
  })

  test('tomorrow can be: clocks are not all alike, and the others count meanwhile', async () => {
    const db = freshDatabase()
    const first = () => json([submittedOn(1, '2026-07-20')])
    await sync(db, submitter, latest, first, now - hour)
    const answer = () => json([submittedOn(3, '2026-07-23'), submittedOn(2, '2026-07-22')])
    expect(await sync(db, submitter, latest, answer)).toBeUndefined()
    expect((await unseenPapers(db, now)).sort()).toEqual([nth(1), nth(2)])
    expect((await unseenPapers(db, now + 24 * hour)).sort()).toEqual([nth(1), nth(2), nth(3)])
  })
})

test.each(['2999-12-31', '2026-07-24', '2023-05-03', '2026-99-99'])(
  'the list of %s is never asked for',
  async (day) => {
    const db = freshDatabase()
    const host = new FakeHost(() => json([item(1)]))
    const { signal } = new AbortController()
    const input = { db, source: hfDaily, fetch: host.fetch, signal, now, force: true }
    expect(await syncDue({ ...input, period: { kind: 'day', day } })).toBeUndefined()
    expect(host.asked).toEqual([])
  },
)

describe('what was stored wrong before', () => {
  const farAhead = { kind: 'day', day: '2999-12-31' } as const

  /** As a version stored it that believed every day. */
  async function storedWrong(source: Source, period: Period, listedOn?: string) {
    const db = freshDatabase()
    const items = [{ ...listed(nth(7)), ...(listedOn !== undefined && { listedOn }) }]
    const time = now - 48 * hour
    await storeList(db, { source: source.id, period, items, skipped: 0, hash: 'a', now: time })
    await db.syncStates.put({ source: source.id, countFrom: '2999-12-31', failures: 0 })
    return db
  }

  test('a list of the far future is found no more after the next good reply, and the source counts again', async () => {
    const db = await storedWrong(arxiv, farAhead)
    expect((await found(db, arxiv)).keys).toEqual(['arxiv:cs.CL/day/2999-12-31'])
    await sync(db, arxiv, wednesday, () => feed('Wed, 22 Jul 2026'))
    expect(await found(db, arxiv)).toEqual({
      keys: ['arxiv:cs.CL/day/2026-07-22'],
      countFrom: '2026-07-22',
    })
    expect(await unseenPapers(db, now)).toEqual([nth(1)])
  })

  test('so is one of the latest, which keeps its papers', async () => {
    const db = await storedWrong(submitter, latest, '9999-12-31')
    await sync(db, submitter, latest, () => json([submittedOn(1, '2026-07-21')]))
    expect(await found(db, submitter)).toEqual({
      keys: ['hf-submitter:ada/latest'],
      countFrom: '2026-07-21',
    })
    expect(await getList(db, 'hf-submitter:ada/latest')).toMatchObject({
      paperIds: [nth(1), nth(7)],
      days: { [nth(1)]: '2026-07-21' },
    })
    expect(await unseenPapers(db, now)).toEqual([nth(1)])
  })

  test('a clock that is a year behind takes no day away', async () => {
    const db = freshDatabase()
    const day = (text: string) => ({ kind: 'day', day: text }) as const
    for (const text of ['2026-07-20', '2026-07-21']) {
      const time = Date.parse(`${text}T12:00Z`)
      await sync(db, hfDaily, day(text), () => json([item(1)]), time)
    }
    const before = await found(db, hfDaily)
    await sync(db, hfDaily, day('2025-07-22'), () => json([]), Date.UTC(2025, 6, 22, 12))
    expect((await found(db, hfDaily)).keys).toEqual(before.keys)
  })
})

test('a day later than tomorrow is nothing to count from', async () => {
  const db = freshDatabase()
  await recordSuccess(db, 'a', '2026-07-24', now)
  expect(await getSyncState(db, 'a')).not.toHaveProperty('countFrom')
  await recordSuccess(db, 'a', '2026-07-23', now)
  await recordSuccess(db, 'a', '2026-07-22', now)
  expect((await getSyncState(db, 'a'))?.countFrom).toBe('2026-07-23')
})

test('what does not change is not written', async () => {
  const db = freshDatabase()
  await sync(db, arxiv, wednesday, () => feed('Wed, 22 Jul 2026'))
  const before = await dump(db)
  await sync(db, arxiv, wednesday, () => feed('Wed, 22 Jul 2026'))
  expect(await dump(db)).toEqual(before)
})
