import { describe, expect, test } from 'vitest'
import { storeList } from '../../../lib/db/lists/lists'
import { changeSettings } from '../../../lib/db/settings/settings'
import { recordListFailure } from '../../../lib/db/states/list-states'
import { recordFailure } from '../../../lib/db/states/sync-states'
import type { Period } from '../../../lib/papers/list'
import { readDailyList } from '../../../lib/queries/daily-list'
import { freshDatabase, listed, nth } from '../db/samples'

const today = '2026-07-22'
const now = Date.parse(today) + 10
const week = { kind: 'week', week: '2026-W30' } as const

async function setUp(...lists: readonly { period: Period; papers: readonly number[] }[]) {
  const db = freshDatabase()
  for (const { period, papers } of lists) {
    const items = papers.map((number) => listed(nth(number)))
    await storeList(db, { source: 'hf-daily', period, items, skipped: 0, now: 1 })
  }
  return db
}

describe('what the popup opens with', () => {
  test('is the newest daily list that has papers', async () => {
    const db = await setUp(
      { period: { kind: 'day', day: '2026-07-21' }, papers: [1, 2] },
      { period: { kind: 'day', day: today }, papers: [] },
      { period: week, papers: [3] },
    )
    const read = await readDailyList(db, undefined, today, now)
    expect(read.period).toEqual({ kind: 'day', day: '2026-07-21' })
    expect(read.rows.map(({ paper, rank }) => [paper.id, rank])).toEqual([
      [nth(1), 1],
      [nth(2), 2],
    ])
    expect(read.isTodayEmpty).toBe(true)
  })

  test('is the list of the kind that was chosen last', async () => {
    const db = await setUp(
      { period: { kind: 'day', day: today }, papers: [1] },
      { period: week, papers: [2, 1] },
    )
    await changeSettings(db, { period: 'week' })
    const read = await readDailyList(db, undefined, today, now)
    expect(read.period).toEqual(week)
    expect(read.list?.paperIds).toEqual([nth(2), nth(1)])
    expect(read.isTodayEmpty).toBe(false)
  })

  test('is a daily list where something else is stored than what can be chosen', async () => {
    const db = await setUp({ period: { kind: 'day', day: today }, papers: [1] })
    await db.settings.put({ name: 'period', value: 'century' })
    expect((await readDailyList(db, undefined, today, now)).period.kind).toBe('day')
  })

  test('comes with the sort and the filters that are remembered, as far as they can be chosen', async () => {
    const db = await setUp()
    const settingsOf = async () => (await readDailyList(db, undefined, today, now)).settings
    expect(await settingsOf()).toEqual({
      sources: ['hf-daily'],
      shownSource: 'hf-daily',
      showsReplacements: false,
      period: 'day',
      listSort: 'rank',
      listFilters: [],
      density: 'comfortable',
      hasThumbnails: false,
      hasSeenKeyHint: false,
    })
    await changeSettings(db, { period: 'week', listSort: 'stars', listFilters: ['withCode'] })
    await changeSettings(db, { hasSeenKeyHint: true })
    expect(await settingsOf()).toMatchObject({
      hasSeenKeyHint: true,
      period: 'week',
      listSort: 'stars',
      listFilters: ['withCode'],
    })
    await db.settings.bulkPut([
      { name: 'listSort', value: 'weight' },
      { name: 'listFilters', value: ['heavy', 'unseen'] },
    ])
    expect(await settingsOf()).toMatchObject({ listSort: 'rank', listFilters: ['unseen'] })
  })

  test('is today where there is nothing yet', async () => {
    const read = await readDailyList(await setUp(), undefined, today, now)
    expect(read).toMatchObject({ period: { kind: 'day', day: today }, list: undefined, rows: [] })
  })
})

describe('a bad reply', () => {
  const failure = { code: 'bad-reply', message: 'Status 500' } as const

  test.each([
    ['of today’s list is told', today, failure],
    ['of another list is not', '2026-07-02', undefined],
  ])('%s', async (_what, day, expected) => {
    const db = await setUp({ period: { kind: 'day', day: today }, papers: [1] })
    const key = `hf-daily/day/${day}` as const
    await recordFailure(db, 'hf-daily', failure, () => undefined, 2)
    await recordListFailure(db, key, failure, () => undefined, 2)
    expect((await readDailyList(db, undefined, today, now)).sync?.lastFailure).toEqual(expected)
  })
})

describe('a list that is asked for', () => {
  test('is that of the period with the day in it, whatever was chosen before', async () => {
    const db = await setUp(
      { period: { kind: 'month', month: '2026-06' }, papers: [4] },
      { period: { kind: 'day', day: '2026-06-10' }, papers: [5] },
    )
    await changeSettings(db, { period: 'trending' })
    const read = await readDailyList(db, { kind: 'month', day: '2026-06-10' }, today, now)
    expect(read.period).toEqual({ kind: 'month', month: '2026-06' })
    expect(read.list?.paperIds).toEqual([nth(4)])
    expect(read.latest?.paperIds).toEqual([nth(5)])
  })

  test('is undefined where it has not been fetched, with the last one that has papers', async () => {
    const db = await setUp({ period: { kind: 'day', day: '2026-07-20' }, papers: [1] })
    const read = await readDailyList(db, { kind: 'day', day: today }, today, now)
    expect(read.list).toBeUndefined()
    expect(read.latest?.paperIds).toEqual([nth(1)])
    expect(read.period).toEqual({ kind: 'day', day: today })
  })

  test('keeps the rows on the screen of which the list no longer has the papers', async () => {
    const db = await setUp({ period: { kind: 'trending' }, papers: [1, 2, 3] })
    const asked = { kind: 'trending' } as const
    const { list, rows } = await readDailyList(db, asked, today, now)
    const items = [3, 4].map((number) => listed(nth(number)))
    const period = { kind: 'trending' } as const
    await storeList(db, { source: 'hf-daily', period, items, skipped: 0, now: 2 })
    const again = await readDailyList(db, asked, today, now, { key: list?.key, rows })
    expect(again.rows.map(({ paper, rank }) => [paper.id, rank])).toEqual([
      [nth(3), 1],
      [nth(4), 2],
      [nth(1), 1],
      [nth(2), 2],
    ])
    const other = await readDailyList(db, asked, today, now, {
      key: 'hf-daily/day/2026-07-21',
      rows,
    })
    expect(other.rows.map(({ paper }) => paper.id)).toEqual([nth(3), nth(4)])
  })

  test('keeps the day on which the paper of such a row came', async () => {
    const db = freshDatabase()
    const list = { source: 'hf-submitter:alder', period: { kind: 'latest' }, skipped: 0 } as const
    const item = (number: number) => ({ ...listed(nth(number)), listedOn: '2026-07-20' })
    await storeList(db, { ...list, items: [item(1)], now: 1 })
    const asked = { source: list.source, kind: 'latest' } as const
    const first = await readDailyList(db, asked, today, now)
    // So many newer ones that it is no longer among the latest.
    const newer = Array.from({ length: 200 }, (_, index) => item(index + 2))
    await storeList(db, { ...list, items: newer, now: 2 })
    const onScreen = { key: first.list?.key, rows: first.rows }
    const { rows } = await readDailyList(db, asked, today, now, onScreen)
    const { paper, day } = rows.at(-1) ?? {}
    expect([paper?.id, day]).toEqual([nth(1), '2026-07-20'])
  })

  test('of what is trending has no date', async () => {
    const db = await setUp({ period: { kind: 'trending' }, papers: [2, 3] })
    const read = await readDailyList(db, { kind: 'trending', day: '2026-06-10' }, today, now)
    expect(read.period).toEqual({ kind: 'trending' })
    expect(read.list?.paperIds).toEqual([nth(2), nth(3)])
  })
})

describe('what is new', () => {
  test('is out of several lists, the newest first, each paper with its day', async () => {
    const db = await setUp(
      { period: { kind: 'day', day: '2026-07-21' }, papers: [1, 2] },
      { period: { kind: 'day', day: today }, papers: [2, 3] },
    )
    const read = await readDailyList(db, { kind: 'new' }, today, now)
    expect(read.period).toEqual({ kind: 'new', since: undefined })
    expect(read.rows.map(({ paper, rank, day }) => [paper.id, rank, day])).toEqual([
      [nth(2), 1, today],
      [nth(3), 2, today],
      [nth(1), 1, '2026-07-21'],
    ])
  })

  test('is nothing where nothing has been fetched', async () => {
    const read = await readDailyList(await setUp(), { kind: 'new' }, today, now)
    expect(read).toMatchObject({ list: undefined, rows: [] })
  })
})
