import { describe, expect, test } from 'vitest'
import {
  type Arrangeable,
  type Arrangement,
  arrangeRows,
  facetsOf,
  isFiltering,
  nextSort,
  plainArrangement,
  sorts,
} from '../../../lib/papers/arrangement'
import type { Status } from '../../../lib/papers/entry'
import type { Paper } from '../../../lib/papers/paper'
import type { PaperId } from '../../../lib/papers/paper-id'

interface Row extends Arrangeable {
  readonly name: string
}

function row(name: string, fields: Partial<Paper> = {}, rest: Partial<Arrangeable> = {}): Row {
  const id = `arxiv:2601.0000${name.charCodeAt(0) % 10}` as PaperId
  const paper: Paper = {
    id,
    aliases: [],
    title: name,
    authors: [],
    keywords: [],
    origin: 'source',
    ...fields,
  }
  return { name, paper, entry: undefined, isSeen: false, ...rest }
}

function withStatus(name: string, status: Status): Row {
  const paperId = 'arxiv:2601.00001' as PaperId
  const entry = { paperId, status, tags: [], note: '', createdAt: 1, updatedAt: 1 }
  return row(name, {}, { entry })
}

const listedOn = (day: string) => ({ listed: { source: 'a', day, rank: 1 } })
const code = (stars?: number) => ({
  code: { url: 'https://github.com/a/b', ...(stars !== undefined && { stars }) },
})
const arrange = (rows: readonly Row[], fields: Partial<Arrangement>) =>
  arrangeRows(rows, { ...plainArrangement, ...fields })
    .map(({ name }) => name)
    .join('')

function watched(name: string, ...questions: readonly string[]): Row {
  const about = { createdAt: 1, isEnabled: true, notifies: true }
  const watches = questions.map((question) => ({ ...about, id: question, question }))
  return row(name, {}, { watches })
}

describe('rows that match watches', () => {
  const rows = [row('a'), watched('b', 'cache'), watched('c', 'cache', 'org:"Lakeside Lab"')]

  test('are those that pass the filter for it', () => {
    expect(arrange(rows, { filters: ['watched'] })).toBe('bc')
  })

  test('are found by the name of one', () => {
    expect(arrange(rows, { watch: 'lakeside lab' })).toBe('c')
    expect(isFiltering({ ...plainArrangement, watch: 'cache' })).toBe(true)
  })

  test('are counted by the names', () => {
    expect(facetsOf(rows).watches).toEqual([
      { name: 'cache', count: 2 },
      { name: 'Lakeside Lab', count: 1 },
    ])
  })
})

describe('rows are sorted', () => {
  test.each<[Arrangement['sort'], readonly Row[], string]>([
    ['rank', [row('b'), row('a', { votes: 9 })], 'ba'],
    ['votes', [row('a', { votes: 2 }), row('b'), row('c', { votes: 9 }), row('d')], 'cabd'],
    ['votes', [row('a'), row('b', { votes: 0 })], 'ba'],
    [
      'newest',
      [
        row('a', { publishedOn: '2026-07-01' }),
        row('b', { publishedOn: '2026-07-20' }),
        row('c', listedOn('2026-07-10')),
        row('d'),
      ],
      'bcad',
    ],
    ['newest', [row('a', { publishedOn: '2026' }), row('b', { publishedOn: '2026-01-02' })], 'ba'],
    [
      'newest',
      [
        row('a', { publishedOn: '2026-07-01', ...listedOn('2026-07-02') }),
        row('b', { publishedOn: '2026-07-01', ...listedOn('2026-07-03') }),
      ],
      'ba',
    ],
    [
      'rising',
      [row('a'), row('b', {}, { gained: -2 }), row('c', {}, { gained: 5 }), row('d')],
      'cbad',
    ],
    ['stars', [row('a'), row('b', code()), row('c', code(3)), row('d', code(40))], 'dcab'],
  ])('by %s', (sort, rows, expected) => {
    expect(arrange(rows, { sort })).toBe(expected)
  })

  test('and the next sort after the last one is the first', () => {
    expect(sorts.map(nextSort)).toEqual([...sorts.slice(1), sorts[0]])
  })
})

describe('rows are left out', () => {
  const rows = [
    row('a', { keywords: ['KV cache', 'agents'], organization: 'Lakeside Lab' }),
    row('b', { ...code(), keywords: ['agents'] }, { isSeen: true }),
    withStatus('c', 'saved'),
    withStatus('d', 'read'),
    withStatus('e', 'reading'),
    withStatus('f', 'hidden'),
  ]
  test.each<[string, Partial<Arrangement>, string]>([
    ['none', {}, 'abcdef'],
    ['those that were seen', { filters: ['unseen'] }, 'acdef'],
    ['those that are not kept', { filters: ['saved'] }, 'cde'],
    ['those without code', { filters: ['withCode'] }, 'b'],
    ['those that do not pass both', { filters: ['unseen', 'withCode'] }, ''],
    ['those without a keyword', { keyword: 'kv cache' }, 'a'],
    ['those with a part of it only', { keyword: 'agent' }, ''],
    ['those of others', { organization: 'lakeside lab' }, 'a'],
    ['those of others or seen', { organization: 'Lakeside Lab', filters: ['withCode'] }, ''],
  ])('%s', (_what, fields, expected) => {
    expect(arrange(rows, fields)).toBe(expected)
    expect(isFiltering({ ...plainArrangement, ...fields })).toBe(Object.keys(fields).length > 0)
  })

  test('but not one that is kept', () => {
    const kept = arrangeRows(
      rows,
      { sort: 'rank', filters: ['withCode'] },
      ({ name }) => name < 'b',
    )
    expect(kept.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  test('and the rows themselves stay as they are', () => {
    const before = [...rows]
    arrange(rows, { sort: 'votes' })
    expect(rows).toEqual(before)
  })
})

test('what papers have in common is counted, the most frequent first', () => {
  const facets = facetsOf([
    row('a', { keywords: ['agents', 'Agents', 'kv cache', ''], organization: 'Lakeside Lab' }),
    row('b', { keywords: ['AGENTS', 'benchmarks'], organization: 'lakeside lab' }),
    row('c'),
  ])
  expect(facets.organizations).toEqual([{ name: 'Lakeside Lab', count: 2 }])
  expect(facets.keywords.map(({ name, count }) => [name.toLowerCase(), count])).toEqual([
    ['agents', 2],
    ['benchmarks', 1],
    ['kv cache', 1],
  ])
})
