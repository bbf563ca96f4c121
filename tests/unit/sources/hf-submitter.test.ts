import { describe, expect, test } from 'vitest'
import { askedSource, isSourceId, readSourceId, sourceFacts } from '../../../lib/papers/source'
import { sourceById } from '../../../lib/sources'
import { ReplyError, type Source } from '../../../lib/sources/source'
import { item } from '../sync/fake-host'

const source = sourceById('hf-submitter:ada-e') as Source
const latest = { kind: 'latest' } as const

describe('what a member of Hugging Face submitted', () => {
  test('is asked for by their name, the newest hundred', () => {
    expect(source.request(latest).href).toBe(
      'https://huggingface.co/api/daily_papers?submitter=ada-e&limit=100&sort=publishedAt',
    )
    const link = '<https://huggingface.co/api/daily_papers?submitter=ada-e&p=1>; rel="next"'
    expect(source.nextRequest(new Headers({ link }))).toBeUndefined()
  })

  test('is read like a daily list, by the day on which it came', () => {
    const on = (number: number, day: string) =>
      item(number, { submittedOnDailyAt: `${day}T00:00:00.000Z` })
    const { items, skipped } = source.read(
      [item(1), on(2, '2026-07-20'), { paper: {} }, on(3, '2026-07-22'), on(4, '2026-07-22')],
      latest,
    )
    expect(items.map(({ paper, listedOn }) => [paper.title, listedOn])).toEqual([
      ['Paper 3', '2026-07-22'],
      ['Paper 4', '2026-07-22'],
      ['Paper 2', '2026-07-20'],
      ['Paper 1', undefined],
    ])
    expect(skipped).toHaveLength(1)
  })

  test('another envelope is refused', () => {
    expect(() => source.read({ error: 'no such member' }, latest)).toThrow(ReplyError)
  })
})

describe('the id of a source', () => {
  test.each([
    ['hf-submitter:ada', { kind: 'hf-submitter', rest: 'ada' }],
    ['hf-submitter:Ada_E.2-x', { kind: 'hf-submitter', rest: 'Ada_E.2-x' }],
    ['hf-org:deepseek-ai', { kind: 'hf-org', rest: 'deepseek-ai' }],
  ])('%s is of an account, with one list and no ranking', (id, account) => {
    expect(isSourceId(id)).toBe(true)
    expect(readSourceId(id)).toEqual(account)
    expect(sourceFacts(id)).toEqual({ kinds: ['latest'], isRanked: false, hasPast: false })
  })

  test.each([
    'hf-submitter:',
    'hf-submitter:a b',
    'hf-submitter:-a',
    'hf-submitter:a&limit=1',
    'hf-org:a/b',
    `hf-org:${'a'.repeat(97)}`,
    'hf-user:ada',
  ])('%s is none', (id) => {
    expect(isSourceId(id)).toBe(false)
    expect(sourceById(id)).toBeUndefined()
  })

  test('an organisation is no source that is asked: its papers come with the daily lists', () => {
    expect(sourceById('hf-org:deepseek-ai')).toBeUndefined()
    expect(askedSource('hf-org:deepseek-ai')).toBe('hf-daily')
    expect(askedSource('hf-submitter:ada')).toBe('hf-submitter:ada')
    expect(askedSource('arxiv:cs.CL')).toBe('arxiv:cs.CL')
  })
})
