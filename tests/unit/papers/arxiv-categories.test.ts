import { expect, test } from 'vitest'
import { arxivCategories, readTypedCategory } from '../../../lib/papers/arxiv-categories'
import { isSourceId, listGap, readSourceId, sourceIdOf } from '../../../lib/papers/source'

test('every category can be a source, and is there once', () => {
  const codes = arxivCategories.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toHaveLength(155)
  for (const code of codes) {
    expect(readSourceId(sourceIdOf('arxiv', code))).toEqual({ kind: 'arxiv', rest: code })
  }
})

test.each([
  ['cs.CL', 'cs.CL'],
  ['  CS.cl ', 'cs.CL'],
  ['arXiv:stat.ML', 'stat.ML'],
  ['computation and language', 'cs.CL'],
  ['https://arxiv.org/list/cond-mat.str-el/recent', 'cond-mat.str-el'],
  ['rss.arxiv.org/rss/hep-th', 'hep-th'],
])('%j is %s', (text, code) => expect(readTypedCategory(text).category?.code).toBe(code))

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['cs.NLP', 'unknown'],
  ['cs', 'unknown'],
  ['2401.12345', 'unknown'],
])('%j is none: %s', (text, problem) => expect(readTypedCategory(text).problem).toBe(problem))

test.each([
  undefined,
  7,
  '',
  'hf',
  'hf-daily:',
  'hf-daily:x',
  'toString',
  'arxiv:',
  'arxiv:cs.CL:x',
  'arxiv:a/b',
  `arxiv:${'a'.repeat(40)}`,
])('%j is no source', (value) => expect(isSourceId(value)).toBe(false))

test('why there is no list', () => {
  const now = Date.UTC(2026, 6, 22, 12)
  expect(listGap('2026-07-21', now)).toBe('missed')
  expect(listGap('2026-07-22', now)).toBe('to come')
  expect(listGap('2026-07-19', now)).toBe('weekend')
})
