import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf, type MarkedPart, markWords, termsFor } from '../../../lib/search/mark-words'
import { parseQuery } from '../../../lib/search/parse-query'

const termsOf = (typed: string) => termsFor(parseQuery(typed).terms)
const shown = (parts: readonly MarkedPart[]) =>
  parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')

describe('the words of a search in a text', () => {
  test.each([
    ['caches ', 'Kilobyte Caches: what', 'Kilobyte [Caches]: what'],
    ['cach', 'Caches and caching', '[Cach]es and [cach]ing'],
    ['cach ', 'Caches and caching', 'Caches and caching'],
    ['renyi ', 'The Rényi bound', 'The [Rényi] bound'],
    ['rényi ', 'The Renyi bound', 'The [Renyi] bound'],
    ['renyi ', 'The Re\u0301nyi bound', 'The [Re\u0301nyi] bound'],
    ['re', 'The Ré\u0302nyi', 'The [Ré\u0302]nyi'],
    ['"early exit" ', 'An early exit, early on, no exit', 'An [early exit], early on, no exit'],
    ['"early exit" ', 'early-exit', '[early-exit]'],
    ['kv-cac', 'The KV cache', 'The [KV cac]he'],
    ['the cache ', 'The cache', '[The] [cache]'],
    ['cache cac', 'cache cached', '[cache] [cac]hed'],
    ['aa aab ', 'aab aa', '[aab] [aa]'],
    ['fi', 'A ﬁne ﬁt', 'A [ﬁ]ne [ﬁ]t'],
    ['f', 'A ﬁne', 'A [ﬁ]ne'],
    ['abc ', 'See 𝐚𝐛𝐜 there', 'See [𝐚𝐛𝐜] there'],
    ['a', '𝐚𝐛𝐜', '[𝐚]𝐛𝐜'],
    ['οδος ', 'ΟΔΟΣ', '[ΟΔΟΣ]'],
    ['缓存 ', '键值缓存压缩', '键值[缓存]压缩'],
    ['キャッシュ ', '長いキャッシュ', '長い[キャッシュ]'],
    ['', 'Caches', 'Caches'],
    ['-caches ', 'Caches', 'Caches'],
    ['x ', '', ''],
  ])('%j in %j: %s', (typed, text, expected) => {
    expect(shown(markWords(text, termsOf(typed)))).toBe(expected)
  })

  test('are those that are meant for the field', () => {
    const { terms } = parseQuery('author:lane caches -old ')
    expect(termsFor(terms, 'author').map(({ words }) => words.join())).toEqual(['lane', 'caches'])
    expect(termsFor(terms).map(({ words }) => words.join())).toEqual(['caches'])
  })

  test('give the text again, whatever it is', () => {
    const unit = fc.constantFrom(
      'a',
      'A',
      'ﬁ',
      'é',
      '\u0301',
      '𝐚',
      'İ',
      'ß',
      'Σ',
      '键',
      ' ',
      '-',
      '½',
      '\ud800',
    )
    const text = fc.string({ unit, maxLength: 20 })
    fc.assert(
      fc.property(text, text, (searched, typed) => {
        const parts = markWords(searched, termsOf(typed))
        expect(parts.map((part) => part.text).join('')).toBe(searched)
        expect(parts.every((part) => part.text !== '')).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('an excerpt', () => {
  const filler = (words: number) => Array.from({ length: words }, (_, at) => `word${at}`).join(' ')

  test('is nothing where nothing was found', () => {
    expect(excerptOf('About caches.', termsOf('agents '))).toBeUndefined()
  })

  test('is a short text as a whole', () => {
    expect(shown(excerptOf('About caches.', termsOf('caches ')) ?? [])).toBe('About [caches].')
  })

  test('is the place around the first hit, cut between words', () => {
    const text = `${filler(30)} caches ${filler(40)} caches`
    const excerpt = shown(excerptOf(text, termsOf('caches ')) ?? [])
    expect(excerpt).toMatch(/^… word\d+ .*word29 \[caches\] word0 .*word\d+ …$/)
    expect(excerpt.length).toBeLessThan(160)
  })

  test('is cut anywhere in a text without spaces', () => {
    const excerpt = shown(
      excerptOf(`${'键'.repeat(90)}缓存${'𠮷'.repeat(200)}`, termsOf('缓存 ')) ?? [],
    )
    expect(excerpt).toMatch(/^… 键{40}\[缓存\]𠮷+ …$/u)
  })

  test('holds the first hit, whatever the text', () => {
    const word = fc.constantFrom(
      'cache',
      'x',
      'of',
      '键键键键键键键键键键',
      'a-very-long-word-without-any-space',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ')
        const excerpt = excerptOf(text, termsOf('cache '))
        expect(excerpt !== undefined).toBe(text.includes('cache'))
        if (excerpt === undefined) return
        expect(excerpt.some(({ text, isMarked }) => isMarked && text === 'cache')).toBe(true)
        const whole = excerpt.map((part) => part.text).join('')
        expect(text).toContain(whole.replace(/^… | …$/g, ''))
        expect(whole.length).toBeLessThan(200)
      }),
    )
  })
})
