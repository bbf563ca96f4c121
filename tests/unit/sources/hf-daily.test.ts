import { describe, expect, test } from 'vitest'
import { limits } from '../../../lib/papers/limits'
import { sourceById } from '../../../lib/sources'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { ReplyError } from '../../../lib/sources/source'
import { nth } from '../db/samples'

const day = { kind: 'day', day: '2026-07-22' } as const

/** An item as Hugging Face sends it, cut down to what is needed. */
function item(paper: Record<string, unknown> = {}, outer: Record<string, unknown> = {}) {
  return {
    paper: { id: '2601.00001', title: 'A Title', summary: 'An abstract.', authors: [], ...paper },
    title: 'A Title',
    publishedAt: '2026-07-21T20:00:00.000Z',
    ...outer,
  }
}

function readOne(paper: Record<string, unknown> = {}, outer: Record<string, unknown> = {}) {
  const { items, skipped } = hfDaily.read([item(paper, outer)], day)
  expect(skipped).toEqual([])
  const [first] = items
  if (first === undefined) throw new Error('Nothing was read')
  return first
}

describe('the sources', () => {
  test('are found by their id', () => {
    expect(sourceById('hf-daily')).toBe(hfDaily)
    expect(sourceById('elsewhere')).toBeUndefined()
    expect(sourceById('arxiv:cs.CL')?.id).toBe('arxiv:cs.CL')
    expect(sourceById('arxiv:../etc')).toBeUndefined()
  })
})

describe('asking Hugging Face', () => {
  test.each([
    [day, 'date=2026-07-22&limit=100'],
    [{ kind: 'week', week: '2026-W30' }, 'week=2026-W30&limit=100'],
    [{ kind: 'month', month: '2026-07' }, 'month=2026-07&limit=100'],
    [{ kind: 'trending' }, 'sort=trending&limit=100'],
  ] as const)('%o', (period, question) => {
    expect(hfDaily.request(period).href).toBe(`https://huggingface.co/api/daily_papers?${question}`)
  })

  test.each([
    ['<https://huggingface.co/api/daily_papers?date=2026-07-22&p=1>; rel="next"', true],
    ['</api/daily_papers?date=2026-07-22&p=1>; rel="next"', true],
    [
      '<https://huggingface.co/api/daily_papers?p=0>; rel="prev", <https://huggingface.co/api/daily_papers?date=2026-07-22&p=1>; rel="next"',
      true,
    ],
    ['<https://huggingface.co/api/daily_papers?date=2026-07-22&p=1>; rel="last"', false],
    ['<https://huggingface.co/api/daily_papers?date=2026-07-22&p=1>', false],
    ['<http://huggingface.co/api/daily_papers?p=1>; rel="next"', false],
    ['<https://huggingface.co.evil.example/api/daily_papers?p=1>; rel="next"', false],
    ['<https://evil.example/api/daily_papers?p=1>; rel="next"', false],
    ['<https://huggingface.co@evil.example/api/daily_papers?p=1>; rel="next"', false],
    ['<https://me:pass@huggingface.co/api/daily_papers?p=1>; rel="next"', false],
    ['<https://huggingface.co:8443/api/daily_papers?p=1>; rel="next"', false],
    ['<https://huggingface.co/api/whoami>; rel="next"', false],
    ['<https://huggingface.co/api/daily_papers/../settings>; rel="next"', false],
    ['<javascript:alert(1)>; rel="next"', false],
    ['<>; rel="next"', false],
    ['rel="next"', false],
  ])('the next page of %s', (link, isAccepted) => {
    const next = hfDaily.nextRequest(new Headers({ link }))
    expect(next?.href).toBe(
      isAccepted ? 'https://huggingface.co/api/daily_papers?date=2026-07-22&p=1' : undefined,
    )
  })

  test('without the header there is no next page', () => {
    expect(hfDaily.nextRequest(new Headers())).toBeUndefined()
  })
})

describe('reading what Hugging Face answers', () => {
  test('a whole item', () => {
    const read = readOne(
      {
        id: '2601.00001',
        title: 'Small \n  Caches',
        summary: 'We make\ncaches  small.',
        authors: [
          { name: 'Ada  Example', hidden: false },
          { name: 'Mallory Hidden', hidden: true },
          { name: 'OpenExample' },
        ],
        publishedAt: '2026-07-18T00:00:00.000Z',
        submittedOnDailyAt: '2026-07-22T00:00:00.000Z',
        submittedOnDailyBy: { name: 'ada', fullname: 'Ada Example' },
        upvotes: 53,
        organization: { name: 'example', fullname: 'Example Institute' },
        ai_summary: 'Smaller\ncaches.',
        ai_keywords: ['KV cache', '', ' KV  cache ', '$O(n)$', null],
        githubRepo: 'https://github.com/example/caches',
        githubStars: 120,
        projectPage: ' https://caches.example/demo ',
      },
      { numComments: 4, organization: { fullname: 'Another One' } },
    )
    expect(read).toStrictEqual({
      paper: {
        id: nth(1),
        aliases: [],
        title: 'Small Caches',
        authors: ['Ada Example', 'OpenExample'],
        organization: 'Example Institute',
        organizationHandle: 'example',
        submitterHandle: 'ada',
        publishedOn: '2026-07-18',
        aiSummary: 'Smaller caches.',
        keywords: ['KV cache', '$O(n)$'],
        votes: 53,
        comments: 4,
        code: { url: 'https://github.com/example/caches', stars: 120 },
        projectUrl: 'https://caches.example/demo',
        origin: 'source',
      },
      abstract: 'We make caches small.',
      listedOn: '2026-07-22',
    })
  })

  test('what is missing, or null, is absent', () => {
    const bare = {
      paper: {
        id: nth(1),
        aliases: [],
        title: 'A Title',
        authors: [],
        keywords: [],
        origin: 'source',
      },
      abstract: '',
    }
    const nothing = {
      summary: null,
      authors: null,
      publishedAt: null,
      submittedOnDailyAt: null,
      upvotes: null,
      organization: null,
      ai_summary: null,
      ai_keywords: null,
      githubRepo: null,
      githubStars: null,
      projectPage: null,
    }
    expect(readOne(nothing, { numComments: null, organization: null })).toStrictEqual(bare)
    const { items } = hfDaily.read([{ paper: { id: '2601.00001', title: 'A Title' } }], day)
    expect(items).toStrictEqual([bare])
  })

  test('no votes are not the same as unknown votes', () => {
    expect(readOne({ upvotes: 0 }).paper.votes).toBe(0)
  })

  test('the organisation of the item stands in for that of the paper', () => {
    expect(readOne({}, { organization: { fullname: 'Example' } }).paper.organization).toBe(
      'Example',
    )
  })

  test('text is text: tags and formulas stay as they are', () => {
    expect(readOne({ title: 'When <think> costs $2^n$ tokens' }).paper.title).toBe(
      'When <think> costs $2^n$ tokens',
    )
  })

  test.each([
    ['https://github.com/example/caches', 'https://github.com/example/caches'],
    ['https://github.com/example/caches///', 'https://github.com/example/caches'],
    ['https://github.com/example/caches/tree/main/part', 'https://github.com/example/caches'],
    ['https://github.com/example/caches?tab=readme-ov-file', 'https://github.com/example/caches'],
    ['https://github.com/example/caches.git', 'https://github.com/example/caches'],
    ['https://github.com/example/\ncaches', 'https://github.com/example/caches'],
    ['http://www.github.com/example/caches', 'https://github.com/example/caches'],
    ['https://github.com/example', undefined],
    ['https://github.com/orgs/example', undefined],
    ['https://github.com/example/..', undefined],
    ['https://github.com.evil.example/example/caches', undefined],
    ['javascript:alert(1)//github.com/example/caches', undefined],
    ['caches', undefined],
    ['', undefined],
  ])('the repository %j is %s', (githubRepo, url) => {
    expect(readOne({ githubRepo, githubStars: 5 }).paper.code).toEqual(url && { url, stars: 5 })
  })

  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,hello'],
    ['ftp://caches.example/'],
    ['not an address'],
    [' '],
    [`https://caches.example/${'x'.repeat(2_000)}`],
  ])('the project page %j is left out', (projectPage) => {
    expect(readOne({ projectPage }).paper).not.toHaveProperty('projectUrl')
  })

  test('times that are none are left out', () => {
    const read = readOne({ publishedAt: 'yesterday', submittedOnDailyAt: '' })
    expect(read.paper).not.toHaveProperty('publishedOn')
    expect(read).not.toHaveProperty('listedOn')
  })

  test('long texts are cut, but not through a character', () => {
    const read = readOne({
      title: `${'t'.repeat(limits.title - 1)}😀`,
      summary: 's'.repeat(limits.abstract + 1),
      ai_summary: 'a'.repeat(limits.summary + 1),
      ai_keywords: ['k'.repeat(limits.keyword + 1)],
      authors: Array.from({ length: limits.authors + 1 }, (_, n) => ({
        name: `${n} ${'n'.repeat(limits.author)}`,
      })),
    })
    expect(read.paper.title).toBe('t'.repeat(limits.title - 1))
    expect(read.abstract).toHaveLength(limits.abstract)
    expect(read.paper.aiSummary).toHaveLength(limits.summary)
    expect(read.paper.keywords[0]).toHaveLength(limits.keyword)
    expect(read.paper.authors).toHaveLength(limits.authors)
    expect(read.paper.authors[0]).toHaveLength(limits.author)
  })

  test('has no more keywords than anybody reads', () => {
    const ai_keywords = Array.from({ length: 100_000 }, (_, index) => `keyword ${index}`)
    expect(readOne({ ai_keywords }).paper.keywords).toHaveLength(limits.keywords)
  })

  test('an item that does not fit is skipped with its reason, and its neighbours are kept', () => {
    const { items, skipped } = hfDaily.read(
      [
        item({ id: '2601.00001' }),
        item({ id: 7 }),
        'not even an object',
        null,
        item({ id: 'hello' }),
        item({ title: ' \n ' }),
        item({ upvotes: 'many' }),
        item({ id: '2601.00002' }),
      ],
      day,
    )
    expect(items.map(({ paper }) => paper.id)).toEqual([nth(1), nth(2)])
    expect(skipped).toEqual([
      { index: 1, reason: 'paper.id: not of type string' },
      { index: 2, reason: 'item: not of type object' },
      { index: 3, reason: 'item: not of type object' },
      { index: 4, reason: 'paper.id: not an arXiv id' },
      { index: 5, reason: 'paper.title: empty' },
      { index: 6, reason: 'paper.upvotes: not of type number' },
    ])
  })

  test('of a paper that comes twice the first counts', () => {
    const { items, skipped } = hfDaily.read([item({ upvotes: 1 }), item({ upvotes: 2 })], day)
    expect(items.map(({ paper }) => paper.votes)).toEqual([1])
    expect(skipped).toEqual([])
  })

  test.each([[{}], [{ error: 'Sorry' }], ['[]'], [null], [undefined], [7]])(
    'a reply that is no list is refused: %j',
    (reply) => {
      expect(() => hfDaily.read(reply, day)).toThrow(ReplyError)
    },
  )

  test('an empty list is a list', () => {
    expect(hfDaily.read([], day)).toEqual({ items: [], skipped: [] })
  })
})
