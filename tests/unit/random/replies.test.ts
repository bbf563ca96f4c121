import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { dailyListsBetween, getList } from '../../../lib/db/lists/lists'
import { getSyncState } from '../../../lib/db/states/sync-states'
import { failureOf } from '../../../lib/errors/failure'
import { unseenPapers } from '../../../lib/notify/unseen'
import { tomorrow } from '../../../lib/papers/day'
import { sourceById } from '../../../lib/sources'
import { arxivPaper } from '../../../lib/sources/arxiv-paper'
import { crossrefPaper } from '../../../lib/sources/crossref-paper'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { hfLinked } from '../../../lib/sources/hf-linked'
import { hfPaper } from '../../../lib/sources/hf-paper'
import type { PaperSource } from '../../../lib/sources/paper-source'
import type { Source } from '../../../lib/sources/source'
import { askSource } from '../../../lib/sync/ask-source'
import { searchPapers } from '../../../lib/sync/search-papers'
import { syncPlanned } from '../../../lib/sync/sync-planned'
import { dump, freshDatabase, id, nth } from '../db/samples'
import { feed } from '../sync/arxiv-feed'
import { FakeHost, item, json } from '../sync/fake-host'
import { like, longest, runsOf, seeds, textLike } from './runs'

/*
 * Whatever a source answers, the failure is that source's and has a name, and once it answers well again all is as if it
 * had never been otherwise.
 */

const start = Date.UTC(2026, 6, 22, 12)
const hour = 60 * 60 * 1_000
const arxiv = sourceById('arxiv:cs.CL') as Source
const submitter = sourceById('hf-submitter:ada') as Source
const all = [arxiv, submitter, hfDaily]
const { signal } = new AbortController()
/** What a failure of a source may be called. */
const named = ['bad-reply', 'rate-limited', 'timeout', 'offline']

const daily = [1, 2, 3].map((n) =>
  item(n, {
    submittedOnDailyAt: '2026-07-22T00:00:00.000Z',
    publishedAt: '2026-07-20T00:00:00.000Z',
    submittedOnDailyBy: { name: 'ada' },
    organization: { name: 'lakeside', fullname: 'Lakeside Lab' },
    ai_summary: 'It is about caches.',
    ai_keywords: ['caches', 'heads'],
    githubRepo: 'https://github.com/example/one',
    githubStars: 3,
    projectPage: 'https://example.org',
  }),
)
const feedText = await feed('Wed, 22 Jul 2026', ['One', 'Two', 'Three']).text()

/** What a host can say besides what it is asked for. */
const wrapping = fc.record({
  status: fc.oneof(
    { weight: 8, arbitrary: fc.constant(200) },
    { weight: 2, arbitrary: fc.constantFrom(203, 400, 403, 404, 418, 429, 500, 503) },
  ),
  type: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('text/html', 'text/plain', '', 'application/pdf') },
  ),
  link: fc.option(
    fc.constantFrom(
      '<https://huggingface.co/api/daily_papers?p=1>; rel="next"',
      '<https://example.org/>; rel="next"',
      '<<<<; rel=next',
      '<javascript:1>; rel="next"',
    ),
    { nil: undefined, freq: 4 },
  ),
  wait: fc.option(
    fc.constantFrom(
      ['retry-after', '99999999999999999999'],
      ['retry-after', 'Thu, 31 Dec 2999 00:00:00 GMT'],
      ['retry-after', '-5'],
      ['ratelimit', '"api";r=0;t=999999999'],
      ['ratelimit', ';r=;t='],
    ),
    { nil: undefined, freq: 6 },
  ),
  cut: fc.option(fc.nat(2_000), { nil: undefined, freq: 8 }),
})

/** A body, and what the host says with it. */
function replyLike(bodies: fc.Arbitrary<string>, type: string): fc.Arbitrary<() => Response> {
  return fc
    .tuple(bodies, wrapping)
    .map(([body, { status, type: other, link, wait, cut }]) => () => {
      const headers = new Headers({ 'content-type': other ?? type })
      if (link !== undefined) headers.set('link', link)
      if (wait !== undefined) headers.set(wait[0] ?? '', wait[1] ?? '')
      return new Response(body.slice(0, cut ?? body.length), { status, headers })
    })
}

const written = (value: unknown) => {
  try {
    return (
      JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? Number(part) : part)) ?? ''
    )
  } catch {
    return '{'
  }
}
const asJson = (values: fc.Arbitrary<unknown>) => replyLike(values.map(written), 'application/json')
const asFeed = (texts: fc.Arbitrary<string>) => replyLike(texts, 'text/xml')

const dailyReply = asJson(like(daily))
const feedReply = asFeed(textLike(feedText))

/** All that was fetched, without the notes on how that went. */
async function fetched(db: DogearDatabase): Promise<unknown> {
  const { syncStates: _a, listStates: _b, hostStates: _c, ...rest } = Object(await dump(db))
  return rest
}

interface Answers {
  readonly daily: () => Response
  readonly feed: () => Response
  readonly latest: () => Response
}

/** @returns the name of the failure, where there is one */
function sync(db: DogearDatabase, answers: Answers, now: number): Promise<string | undefined> {
  const { fetch } = new FakeHost(({ host, searchParams }) => {
    if (host === 'rss.arxiv.org') return answers.feed()
    return searchParams.has('submitter') ? answers.latest() : answers.daily()
  })
  return syncPlanned({
    db,
    sources: all,
    fetch,
    now: () => now,
    signal,
    settings: { syncInterval: 30, catchUpDays: 0, isMetered: false },
    exclusive: (job) => job(),
    onSynced: async () => {},
  }).then(
    () => undefined,
    (error: unknown) => failureOf(error).code,
  )
}

const good: Answers = {
  daily: () => json(daily),
  latest: () => json(daily),
  feed: () => feed('Wed, 22 Jul 2026', ['One', 'Two', 'Three']),
}
const keys = [
  'hf-daily/day/2026-07-22',
  'arxiv:cs.CL/day/2026-07-22',
  'hf-submitter:ada/latest',
] as const
const first = [nth(1), nth(2), nth(3)]

async function expectWell(db: DogearDatabase, now: number): Promise<void> {
  for (const key of keys) {
    const list = await getList(db, key)
    expect(list?.paperIds.slice(0, 3), key).toEqual(first)
    expect(list?.fetchedAt, key).toBe(now)
  }
  for (const { id: source } of all) {
    const state = await getSyncState(db, source)
    expect(state, source).toMatchObject({ failures: 0 })
    expect(state?.countFrom && state.countFrom <= '2026-07-23', source).toBe(true)
  }
  expect(await unseenPapers(db, now)).toEqual(expect.arrayContaining(first))
  const later = await dailyListsBetween(db, '2026-07-24', '9999-12-31')
  expect(later.map(({ key }) => key)).toEqual([])
}

describe.each(seeds)('replies made up at random, by %s', (_name, seed) => {
  const perRun = 15

  test(`lists (seed ${seed})`, { timeout: longest }, async () => {
    const replies = fc.array(
      fc.record({ daily: dailyReply, latest: dailyReply, feed: feedReply }),
      {
        minLength: perRun / 3,
        maxLength: perRun / 3,
      },
    )
    await fc.assert(
      fc.asyncProperty(replies, fc.boolean(), async (bad, isFirst) => {
        const db = freshDatabase()
        // Bad ones may come before any good one, or after.
        if (!isFirst) await sync(db, good, start)
        for (const [index, answers] of bad.entries()) {
          await passTime(db)
          await expectNamed(await sync(db, answers, start + (index + 1) * hour), db)
          for (const { id: source } of all) {
            const { countFrom = '' } = (await getSyncState(db, source)) ?? {}
            expect(countFrom <= tomorrow(start)).toBe(true)
          }
        }
        await passTime(db)
        const end = start + 8 * hour
        expect(await sync(db, good, end)).toBeUndefined()
        await expectWell(db, end)
        await db.delete()
      }),
      runsOf(seed, perRun),
    )
  })

  test(`one bad list after a good one leaves what was fetched as it was (seed ${seed})`, {
    timeout: longest,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(dailyReply, feedReply), async (reply) => {
        const db = freshDatabase()
        await sync(db, good, start)
        const before = await fetched(db)
        const later = start + 3 * hour
        await passTime(db)
        // What is no list to one source is none to any: each gets the reply that is not for it.
        await expectNamed(await sync(db, { daily: reply, latest: reply, feed: reply }, later), db)
        // What is left of a reply can be a good list, also of tomorrow.
        const isAnswered = (await db.lists.toArray()).some(({ fetchedAt }) => fetchedAt === later)
        if (!isAnswered) expect(await fetched(db)).toEqual(before)
        await db.delete()
      }),
      runsOf(seed, 1),
    )
  })

  test(`papers by their names, and the search (seed ${seed})`, { timeout: longest }, async () => {
    const paper = daily[0]?.paper
    const work = {
      message: {
        DOI: '10.1000/one',
        type: 'journal-article',
        title: ['One'],
        author: [{ given: 'Ada', family: 'Example' }, { name: 'The Lake' }],
        abstract: '<jats:p>It is about caches.</jats:p>',
        published: { 'date-parts': [[2026, 7, 20]] },
        'container-title': ['Journal of Examples'],
        relation: { 'has-preprint': [{ 'id-type': 'arxiv', id: '2601.00001' }] },
      },
    }
    const linked = { ...paper, linkedModels: [{ id: 'a/b', likes: 3 }], numTotalModels: 5 }
    const atom = `<feed><entry><id>http://arxiv.org/abs/2601.00001v1</id><title>One</title><published>2026-07-20T00:00:00Z</published><author><name>Ada</name></author><summary>Caches.</summary><arxiv:doi>10.1000/one</arxiv:doi></entry></feed>`
    const one = (
      source: PaperSource<unknown>,
      name: string,
      replies: fc.Arbitrary<() => Response>,
    ) =>
      replies.map((reply) => async (db: DogearDatabase, now: number) => {
        const { fetch } = new FakeHost(reply)
        const asking = { db, fetch, now: () => now, wait: async () => {}, signal, force: true }
        await askSource(source, [id(name)], asking)
      })
    const search = asJson(like(daily)).map((reply) => async (db: DogearDatabase, now: number) => {
      await searchPapers('caches', { db, fetch: new FakeHost(reply).fetch, now, signal })
    })
    const asks = fc.oneof(
      one(hfPaper, 'arxiv:2601.00001', asJson(like(paper))),
      one(hfLinked, 'arxiv:2601.00001', asJson(like(linked))),
      one(crossrefPaper, 'doi:10.1000/one', asJson(like(work))),
      one(arxivPaper, 'arxiv:2601.00001', replyLike(textLike(atom), 'application/atom+xml')),
      search,
    )
    const db = freshDatabase()
    let now = start
    await fc.assert(
      fc.asyncProperty(asks, async (ask) => {
        now += 25 * hour
        const code = await ask(db, now).then(
          () => undefined,
          (error: unknown) => failureOf(error).code,
        )
        if (code !== undefined) expect(named).toContain(code)
      }),
      runsOf(seed, 1),
    )
    now += 25 * hour
    const { fetch } = new FakeHost(() => json(paper))
    const asking = { db, fetch, now: () => now, wait: async () => {}, signal }
    expect(await askSource(hfPaper, [nth(1)], asking)).toMatchObject({
      paper: { title: 'Paper 1' },
    })
  })
})

/** That a failure is that of a source, for all of them. */
async function expectNamed(code: string | undefined, db: DogearDatabase): Promise<void> {
  const states = await Promise.all(all.map(({ id: source }) => getSyncState(db, source)))
  for (const told of [code, ...states.map((state) => state?.lastFailure?.code)]) {
    if (told !== undefined) expect(named).toContain(told)
  }
}

/** As if it were long ago that anything was asked for: no wait is left, and every list is due. */
async function passTime(db: DogearDatabase): Promise<void> {
  await db.transaction('rw', db.listStates, db.syncStates, async () => {
    await db.listStates.toCollection().modify((row) => {
      for (const name of ['notBefore', 'lastSuccessAt']) Reflect.deleteProperty(row, name)
    })
    await db.syncStates
      .toCollection()
      .modify((row) => void Reflect.deleteProperty(row, 'notBefore'))
  })
}
