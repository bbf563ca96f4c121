import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParsedQuery, parseQuery } from '../../../lib/search/parse-query'
import { wordsIn } from '../../../lib/search/words'

/** A query in a form that fits on a line: `title:[kv cache]*` for a phrase in titles that may go on. */
function shown({ terms, filters, problems }: ParsedQuery): string {
  return [
    ...terms.map(
      ({ words, field, isPrefix, isExcluded }) =>
        `${isExcluded ? '-' : ''}${field ? `${field}:` : ''}[${words.join(' ')}]${isPrefix ? '*' : ''}`,
    ),
    ...filters.map(({ isExcluded, kind, ...rest }) => {
      const [value] = Object.values(rest)
      return `${isExcluded ? '-' : ''}${kind}=${value}`
    }),
    ...problems.map(({ filter, value }) => `${filter}?${value}`),
  ].join(' ')
}

describe('what is typed', () => {
  test.each([
    ['', ''],
    ['   ', ''],
    ['tok', '[tok]*'],
    ['tok ', '[tok]'],
    ['Sparse Attention', '[sparse] [attention]*'],
    ['Rényi', '[renyi]*'],
    ['kv-cache ', '[kv cache]'],
    ['kv-cac', '[kv cac]*'],
    ['"early exit"', '[early exit]'],
    ['"early exi', '[early exi]*'],
    ['"early ', '[early]'],
    ['“early exit” now ', '[early exit] [now]'],
    ['a "b"c', '[a] [b] [c]*'],
    ['""', ''],
    ['"', ''],
    ['-', ''],
    ['--- +', ''],
    ['键值缓存', '[键值缓存]*'],
    ['agent* ', '[agent]*'],
    ['"language model*" ', '[language model]*'],
    ['-survey* ', '-[survey]*'],
    ['A* ', '[a]'],
    ['* ', ''],
  ])('%j is words: %s', (typed, expected) => {
    expect(shown(parseQuery(typed))).toBe(expected)
  })

  test.each([
    ['-survey', '-[survey]'],
    ['agents -survey ', '[agents] -[survey]'],
    ['-"early exit"', '-[early exit]'],
    ['-tag:old', '-tag=old'],
    ['-author:lane', '-author:[lane]'],
    ['−survey', '-[survey]'],
    ['-after:2026 ', '-after=2026-01-01'],
  ])('%j leaves something out: %s', (typed, expected) => {
    expect(shown(parseQuery(typed))).toBe(expected)
  })

  test.each([
    ['tag:kv-cache', 'tag=kv-cache'],
    ['tag:"kv cache"', 'tag=kv cache'],
    ['tag:#kv', 'tag=kv'],
    ['tag:', ''],
    ['tag:""', ''],
    ['TAG:x', 'tag=x'],
    ['tag：x', 'tag=x'],
    ['status:reading', 'status=reading'],
    ['status:READ', 'status=read'],
    ['has:code has:note has:notes has:tags', 'has=code has=note has=note has=tags'],
    ['author:"P. Lane"', 'author:[p lane]'],
    ['author:lan', 'author:[lan]*'],
    ['author:lan ', 'author:[lan]'],
    ['author:', ''],
    [
      'org:lakeside keyword:caching title:"early exit" ',
      'org:[lakeside] keyword:[caching] title:[early exit]',
    ],
    ['after:2026', 'after=2026-01-01'],
    ['after:2026-05', 'after=2026-05-01'],
    ['after:2026-05-07', 'after=2026-05-07'],
    ['before:2026', 'before=2026-12-31'],
    ['before:2026-02', 'before=2026-02-28'],
    ['before:2024-02', 'before=2024-02-29'],
    ['before:2026-04', 'before=2026-04-30'],
    ['before:2026-05-07', 'before=2026-05-07'],
    ['after:"2026-05"', 'after=2026-05-01'],
    ['caches tag:x after:2026 lane', '[caches] [lane]* tag=x after=2026-01-01'],
  ])('%j has filters: %s', (typed, expected) => {
    expect(shown(parseQuery(typed))).toBe(expected)
  })

  test.each([
    ['after:2026-', 'after=2026-01-01'],
    ['after:2026-0', 'after=2026-01-01'],
    ['before:2026-02-', 'before=2026-02-28'],
    ['before:2026-02-1', 'before=2026-02-28'],
    ['after:2026-0 ', 'after?2026-0'],
  ])('a date on the way counts as far as it is there: %j is %s', (typed, expected) => {
    expect(shown(parseQuery(typed))).toBe(expected)
  })

  test.each([
    ['after:soon', 'after?soon'],
    ['after:', 'after?'],
    ['before:2026-13', 'before?2026-13'],
    ['after:2026-02-30', 'after?2026-02-30'],
    ['after:26-05', 'after?26-05'],
    ['status:gone', 'status?gone'],
    ['status:', 'status?'],
    ['has:wings', 'has?wings'],
    ['has:constructor', 'has?constructor'],
    ['status:toString x', '[x]* status?toString'],
  ])('%j has a value that can not be read, and is left out: %s', (typed, expected) => {
    expect(shown(parseQuery(typed))).toBe(expected)
  })

  test.each([
    ['foo:bar', '[foo bar]*'],
    ['https://example.org/x ', '[https example org x]'],
    ['10.1234/abc.5', '[10 1234 abc 5]*'],
    ['foo:"a b"', '[foo a b]'],
    [':x', '[x]*'],
    ['constructor:x', '[constructor x]*'],
  ])('%j is no filter, and is looked for as words: %s', (typed, expected) => {
    expect(shown(parseQuery(typed))).toBe(expected)
  })

  test('a status has the name that the user knows as well', () => {
    const names = { saved: '已收藏', read: 'Gelesen', hidden: '' }
    expect(shown(parseQuery('status:已收藏', names))).toBe('status=saved')
    expect(shown(parseQuery('status:gelesen', names))).toBe('status=read')
    expect(shown(parseQuery('status:reading', names))).toBe('status=reading')
    expect(shown(parseQuery('status:', names))).toBe('status?')
  })
})

describe('what another search is asked for', () => {
  test.each([
    ['sparse attention', 'sparse attention'],
    ['  sparse   tag:x attention ', 'sparse attention'],
    ['"early exit" -survey status:read', 'early exit'],
    ['author:lane', ''],
    ['Mixture-of-Experts', 'Mixture-of-Experts'],
    ['foo:bar', 'foo:bar'],
    ['foo:"bar ', 'foo:"bar'],
    ['after:soon caches', 'caches'],
    ['???', ''],
  ])('of %j it is %j', (typed, expected) => {
    expect(parseQuery(typed).plain).toBe(expected)
  })
})

test('filters are told as they were typed, but those that can not be read', () => {
  const { typedFilters } = parseQuery(
    'words -tag:"kv cache" status:read after:soon has:code author:x',
  )
  expect(typedFilters).toEqual(['-tag:"kv cache"', 'status:read', 'has:code'])
})

describe('whatever is typed', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '“',
      '-',
      ':',
      '：',
      ' ',
      '\t',
      'tag:',
      'after:',
      'status:',
      'x',
      '2026-0',
      '键',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

  test('it can be read, and its words are words', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { terms, filters, plain } = parseQuery(typed)
        for (const { words } of terms) {
          expect(words.length).toBeGreaterThan(0)
          expect(words.flatMap(wordsIn)).toEqual(words)
        }
        for (const filter of filters) {
          if (filter.kind === 'after' || filter.kind === 'before') {
            expect(filter.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          }
        }
        expect(plain).toBe(plain.trim())
      }),
      { numRuns: 2_000 },
    )
  })

  test('only the last word is a prefix, and none after a space', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { terms } = parseQuery(typed)
        expect(terms.slice(0, -1).some(({ isPrefix }) => isPrefix)).toBe(false)
        expect(parseQuery(`${typed} `).terms.some(({ isPrefix }) => isPrefix)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('words alone are found as they are', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(parseQuery(`${words.join(' ')} `).terms.map((term) => term.words)).toEqual(
          words.map((one) => [one]),
        )
      }),
    )
  })
})
