import { describe, expect, test } from 'vitest'
import { getList, latestDailyList } from '../../../lib/db/lists/lists'
import type { ListState } from '../../../lib/db/states/list-states'
import { failureOf } from '../../../lib/errors/failure'
import { type ListKey, listKey } from '../../../lib/papers/list'
import { sourceById } from '../../../lib/sources'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { domainPauses } from '../../../lib/sources/hosts'
import type { Source } from '../../../lib/sources/source'
import { politeFetch } from '../../../lib/sync/host-turns'
import { planSync } from '../../../lib/sync/plan-sync'
import { syncDue } from '../../../lib/sync/sync-due'
import { syncPlanned } from '../../../lib/sync/sync-planned'
import { freshDatabase } from '../db/samples'
import { FakeHost, item, json } from './fake-host'

const source = sourceById('arxiv:cs.CL') as Source
const other = sourceById('arxiv:stat.ML') as Source
const settings = { syncInterval: 30, catchUpDays: 30, isMetered: false }

/** What is due at a time, where these lists were last had. */
function due(now: string, had: Record<string, string> = {}): string[] {
  const lists = new Map<ListKey, ListState>(
    Object.entries(had).map(([day, time]) => {
      const key = listKey(source.id, { kind: 'day', day })
      return [key, { key, touchedAt: 0, failures: 0, lastSuccessAt: Date.parse(time) }]
    }),
  )
  // First had long ago: what was missed since then is not to be had.
  const state = { source, lists, countFrom: '2026-01-01' }
  return planSync(state, Date.parse(now), settings)
    .filter(({ dueAt }) => dueAt <= Date.parse(now))
    .map(({ period, why }) => `${'day' in period ? period.day : period.kind} ${why}`)
}

describe('the list of a category is due', () => {
  test.each<[string, string, Record<string, string>, string[]]>([
    ['on a Wednesday at noon', '2026-07-22T16:00Z', {}, ['2026-07-22 today']],
    [
      'before midnight in New York still yesterday’s',
      '2026-07-22T03:59Z',
      {},
      ['2026-07-21 today'],
    ],
    ['from midnight in New York on today’s', '2026-07-22T04:00Z', {}, ['2026-07-22 today']],
    ['in winter an hour later in UTC: before', '2026-01-21T04:59Z', {}, ['2026-01-20 today']],
    ['in winter an hour later in UTC: after', '2026-01-21T05:00Z', {}, ['2026-01-21 today']],
    ['the Monday after clocks went forward', '2026-03-09T04:00Z', {}, ['2026-03-09 today']],
    ['the Monday after clocks went back: before', '2026-11-02T04:59Z', {}, []],
    ['the Monday after clocks went back: after', '2026-11-02T05:00Z', {}, ['2026-11-02 today']],
    ['not on a Saturday', '2026-07-25T16:00Z', {}, []],
    ['not on a Sunday', '2026-07-26T16:00Z', {}, []],
    ['not while Monday in UTC is Sunday in New York', '2026-07-27T03:00Z', {}, []],
    [
      'on Friday evening, when it is Saturday in UTC',
      '2026-07-25T02:00Z',
      {},
      ['2026-07-24 today'],
    ],
    ['not after half an hour', '2026-07-22T06:00Z', { '2026-07-22': '2026-07-22T05:30Z' }, []],
    [
      'after two hours of the morning',
      '2026-07-22T06:00Z',
      { '2026-07-22': '2026-07-22T04:01Z' },
      ['2026-07-22 today'],
    ],
    [
      'once more when six hours are over, and then no more',
      '2026-07-22T10:30Z',
      { '2026-07-22': '2026-07-22T08:20Z' },
      ['2026-07-22 today'],
    ],
    [
      'not when it was had after that',
      '2026-07-23T02:00Z',
      { '2026-07-22': '2026-07-22T10:30Z' },
      [],
    ],
    [
      'alone, whatever was missed before',
      '2026-07-22T16:00Z',
      { '2026-07-15': '2026-07-15T16:00Z' },
      ['2026-07-22 today'],
    ],
  ])('%s', (_when, now, had, expected) => expect(due(now, had)).toEqual(expected))
})

const abs = (n: number) => `2601.${String(n).padStart(5, '0')}`

function feed(pubDate: string, papers: readonly number[]): Response {
  const items = papers.map(
    (n) => `<item><title>Paper ${n}</title><link>https://arxiv.org/abs/${abs(n)}</link></item>`,
  )
  return new Response(
    `<rss version="2.0"><channel><pubDate>${pubDate}</pubDate>${items.join('')}</channel></rss>`,
    { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } },
  )
}

const wednesday = 'Wed, 22 Jul 2026 00:00:00 -0400'

/** A worker with a clock that goes on only when somebody waits. */
function worker(answer: FakeHost['answer'], start = Date.UTC(2026, 6, 22, 12)) {
  const db = freshDatabase()
  const clock = { now: start }
  const sent: { address: string; at: number }[] = []
  const host = new FakeHost((address, init) => {
    sent.push({ address: address.href, at: clock.now - start })
    return answer(address, init)
  })
  const now = () => clock.now
  const wait = async (duration: number) => {
    clock.now += duration
  }
  const { signal } = new AbortController()
  const fetch = politeFetch({ db, fetch: host.fetch, now, wait })
  const run = (sources: readonly Source[]) =>
    syncPlanned({
      db,
      sources,
      fetch,
      now,
      signal,
      settings,
      exclusive: (job) => job(),
      onSynced: async () => {},
    })
  return { db, clock, sent, fetch, signal, run }
}

describe('fetching', () => {
  test('is one request every three seconds, whichever category it is of', async () => {
    const { run, sent } = worker(() => feed(wednesday, [1]))
    await run([source, other])
    expect(sent).toEqual([
      { address: 'https://rss.arxiv.org/rss/cs.CL', at: 0 },
      { address: 'https://rss.arxiv.org/rss/stat.ML', at: domainPauses['arxiv.org'] },
    ])
    await run([source, other])
    expect(sent).toHaveLength(2)
  })

  test('stores the list as that of its own day, and does not ask for the other at once', async () => {
    const { db, run, sent, clock } = worker(() => feed('Tue, 21 Jul 2026 00:00:00 -0400', [1, 2]))
    await run([source])
    expect((await getList(db, 'arxiv:cs.CL/day/2026-07-21'))?.paperIds).toHaveLength(2)
    expect(await getList(db, 'arxiv:cs.CL/day/2026-07-22')).toBeUndefined()
    clock.now += 30 * 60_000
    await run([source])
    expect(sent).toHaveLength(1)
  })

  test('is of the newest list, and of no other', async () => {
    const { db, sent, fetch, signal, clock } = worker(() => feed(wednesday, [1]))
    const asked = (day: string) =>
      syncDue({
        db,
        source,
        fetch,
        signal,
        now: clock.now,
        period: { kind: 'day', day },
        force: true,
      })
    expect(await asked('2026-07-21')).toBeUndefined()
    expect(sent).toEqual([])
    expect((await asked('2026-07-22'))?.total).toBe(1)
  })

  test('an empty feed of a weekend takes nothing away', async () => {
    let papers = [1, 2]
    const { db, run, clock } = worker(() => feed(wednesday, papers))
    await run([source])
    papers = []
    clock.now += 3 * 60 * 60_000
    await run([source])
    expect((await latestDailyList(db, source.id, '2026-07-22'))?.paperIds).toHaveLength(2)
  })

  test('goes on with other sources where one can’t be asked', async () => {
    const { db, run } = worker(({ host }) => {
      if (host === 'huggingface.co') throw new TypeError('Failed to fetch')
      return feed(wednesday, [1])
    })
    const code = await run([hfDaily, source]).catch((error: unknown) => failureOf(error).code)
    expect(code).toBe('offline')
    expect(await getList(db, 'arxiv:cs.CL/day/2026-07-22')).toBeDefined()
  })

  test('joins what several lists say of a paper, and keeps its place among the voted ones', async () => {
    const { db, run } = worker(({ host }) =>
      host === 'huggingface.co' ? json([item(1), item(2)]) : feed(wednesday, [2, 3]),
    )
    await run([hfDaily, source])
    const papers = await db.papers.toArray()
    expect(papers.map(({ id }) => id)).toEqual([1, 2, 3].map((n) => `arxiv:${abs(n)}`))
    expect(papers[1]).toMatchObject({ votes: 2, listed: { source: 'hf-daily', rank: 2 } })
    expect(papers[2]?.listed).toBeUndefined()
    expect((await db.voteHistories.toArray()).map(({ paperId }) => paperId)).toEqual(
      [1, 2].map((n) => `arxiv:${abs(n)}`),
    )
  })
})
