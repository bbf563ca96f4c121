import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { markSeen } from '../../../lib/db/entries/seen'
import { addWatch } from '../../../lib/db/entries/watches'
import { storeList } from '../../../lib/db/lists/lists'
import { type NoticeSettings, passMatches, takeNotices } from '../../../lib/notify/notices'
import type { Watch } from '../../../lib/papers/watch'
import { freshDatabase, listed, nth } from '../db/samples'

/** Of the user's clock on 27 July. */
const hour = (at: number, day = 27) => new Date(2026, 6, day, at).getTime()
const settings: NoticeSettings = {
  notifiesMatches: true,
  notifiesDigest: false,
  digestHour: 9,
  quietFrom: 22,
  quietUntil: 8,
  sources: [{ id: 'hf-daily', isCounted: false }],
}
const digests = { ...settings, notifiesMatches: false, notifiesDigest: true }
const cache: Watch = {
  id: 'w',
  question: 'cache',
  createdAt: 1,
  isEnabled: true,
  notifies: true,
}

async function store(db: DogearDatabase, day: string, papers: readonly number[], title = 'Cache') {
  const items = papers.map((n) => {
    const item = listed(nth(n))
    return { ...item, paper: { ...item.paper, title: `${title} ${n}`, votes: n } }
  })
  const now = hour(7)
  const source = 'hf-daily'
  await storeList(db, { source, period: { kind: 'day', day }, items, skipped: 0, now })
}

async function setUp() {
  const db = freshDatabase()
  await addWatch(db, cache)
  await store(db, '2026-07-27', [1, 2])
  return db
}

/** What is announced, as `matches 1 2` and `digest 2026-07-27`. */
async function taken(db: DogearDatabase, now: number, given = settings): Promise<string[]> {
  const notices = await takeNotices(db, now, given)
  return notices.map((notice) =>
    notice.kind === 'digest'
      ? `digest ${notice.digest.day}`
      : `matches ${notice.papers.map(({ paper }) => Number(paper.id.slice(-5))).join(' ')}`,
  )
}

describe('a paper that matches a watch', () => {
  test('is announced once, together with the others', async () => {
    const db = await setUp()
    expect(await taken(db, hour(10))).toEqual(['matches 1 2'])
    expect(await taken(db, hour(11))).toEqual([])
    await store(db, '2026-07-27', [1, 2, 3])
    expect(await taken(db, hour(12))).toEqual(['matches 3'])
  })

  test('is announced once by two workers at the same time', async () => {
    const db = await setUp()
    const both = await Promise.all([taken(db, hour(10)), taken(db, hour(10))])
    expect(both.flat()).toEqual(['matches 1 2'])
  })

  test('is not announced a second time on another day, nor after its worker was stopped', async () => {
    const db = await setUp()
    await takeNotices(db, hour(10), settings)
    await store(db, '2026-07-28', [1])
    expect(await taken(db, hour(10, 28))).toEqual([])
  })

  test('waits for the end of the quiet hours', async () => {
    const db = await setUp()
    expect(await taken(db, hour(7))).toEqual([])
    expect(await taken(db, hour(23))).toEqual([])
    expect(await taken(db, hour(8))).toEqual(['matches 1 2'])
  })

  test('is no news where it was seen or hidden, or its watch keeps quiet or is off', async () => {
    const db = await setUp()
    await markSeen(db, [nth(1)], hour(9))
    await editEntry(db, { paperId: nth(2), status: 'hidden' }, hour(9))
    expect(await taken(db, hour(10))).toEqual([])
    for (const change of [{ notifies: false }, { isEnabled: false }]) {
      const other = freshDatabase()
      await addWatch(other, { ...cache, ...change })
      await store(other, '2026-07-27', [1])
      expect(await taken(other, hour(10))).toEqual([])
    }
  })

  test('is no news where it was there before the watch', async () => {
    const db = await setUp()
    await passMatches(db, [cache], hour(9))
    await store(db, '2026-07-27', [1, 2, 3])
    expect(await taken(db, hour(10))).toEqual(['matches 3'])
  })

  test('is announced when it gets the words later', async () => {
    const db = await setUp()
    await store(db, '2026-07-27', [5], 'Plain')
    expect(await taken(db, hour(10))).toEqual(['matches 1 2'])
    await store(db, '2026-07-27', [5], 'Cache')
    expect(await taken(db, hour(11))).toEqual(['matches 5'])
  })

  test('is no news of a source that is no longer chosen', async () => {
    const db = await setUp()
    const other = { ...settings, sources: [{ id: 'arxiv:cs.CL', isCounted: true }] }
    expect(await taken(db, hour(10), other)).toEqual([])
  })

  test('is not announced where that is not wanted', async () => {
    const db = await setUp()
    expect(await taken(db, hour(10), { ...settings, notifiesMatches: false })).toEqual([])
  })
})

describe('the digest', () => {
  test('comes once a day, from its hour on', async () => {
    const db = await setUp()
    expect(await taken(db, hour(8), digests)).toEqual([])
    expect(await taken(db, hour(9), digests)).toEqual(['digest 2026-07-27'])
    expect(await taken(db, hour(15), digests)).toEqual([])
  })

  test('comes after waking on the same day, and not on the next one before its hour', async () => {
    const late = await setUp()
    expect(await taken(late, hour(21), digests)).toEqual(['digest 2026-07-27'])
    const tooLate = await setUp()
    expect(await taken(tooLate, hour(8, 28), digests)).toEqual([])
  })

  test('is not given twice of the same lists, and not of two days on one day', async () => {
    const db = await setUp()
    await taken(db, hour(9), digests)
    expect(await taken(db, hour(9, 28), digests)).toEqual([])
    await store(db, '2026-07-28', [7])
    expect(await taken(db, hour(10, 28), digests)).toEqual(['digest 2026-07-28'])
    await store(db, '2026-07-29', [8])
    expect(await taken(db, hour(12, 28), digests)).toEqual([])
  })

  test('keeps the quiet hours, and says nothing where there is nothing', async () => {
    const db = await setUp()
    expect(await taken(db, hour(9), { ...digests, quietFrom: 8, quietUntil: 12 })).toEqual([])
    expect(await taken(db, hour(12), { ...digests, quietFrom: 8, quietUntil: 12 })).toEqual([
      'digest 2026-07-27',
    ])
    expect(await taken(freshDatabase(), hour(9), digests)).toEqual([])
  })
})
