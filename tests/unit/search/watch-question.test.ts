import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { watchLimits } from '../../../lib/papers/limits'
import type { Paper } from '../../../lib/papers/paper'
import { followQuestion, type Watch } from '../../../lib/papers/watch'
import { matchesWatch, readQuestion, watching } from '../../../lib/search/watch-question'
import { nth, paper } from '../db/samples'

const caches = paper(nth(1), {
  title: 'Kilobyte Caches: what a long-context model needs',
  aiSummary: 'A small index picks which keys to keep. It exits early.',
  keywords: ['kv-cache', 'early exit'],
  authors: ['Paula Lane', 'Zoë Moor'],
  organization: 'Lakeside Lab',
  code: { url: 'https://github.com/lakeside/caches' },
})
const plain = paper(nth(2), {
  title: '注意力机制 explained',
  aiSummary: '',
  authors: ['Lane Paula'],
})

function matches(question: string, asked: Paper): boolean {
  const read = readQuestion(question)
  if (read.question === undefined) throw new Error(read.problem)
  return matchesWatch(read.question, asked)
}

describe('a watch matches', () => {
  test.each([
    ['caches'],
    ['CACHES kilobyte'],
    ['"long context"'],
    ['long-context'],
    ['zoe'],
    ['author:"paula lane"'],
    ['author:lane'],
    ['org:"lakeside lab"'],
    ['org:lakeside -survey'],
    ['keyword:"early exit"'],
    ['tag:kv-cache'],
    ['tag:caches'],
    ['title:model'],
    ['index*'],
    ['ind*'],
    ['"kv cac*"'],
    ['keys has:code'],
    [nth(1)],
    [nth(1).slice(6)],
  ])('%j', (question) => {
    expect(matches(question, caches)).toBe(true)
  })

  test.each([
    ['cache-aware'],
    ['cach'],
    ['"exit early"'],
    ['author:"lane paula"'],
    ['author:lakeside'],
    ['org:lane'],
    ['"exit paula"'],
    ['tag:index'],
    ['caches -keys'],
    ['caches -author:moor'],
    ['caches -has:code'],
    ['title:keys'],
  ])('not %j', (question) => {
    expect(matches(question, caches)).toBe(false)
  })

  test('any part of a run of Chinese letters', () => {
    expect(matches('注意力', plain)).toBe(true)
    expect(matches('意力机', plain)).toBe(true)
    expect(matches('机意', plain)).toBe(false)
  })
})

describe('a question is refused', () => {
  test.each([
    ['', 'empty'],
    ['  "" ', 'empty'],
    ['*', 'empty'],
    ['-survey', 'only-excluded'],
    ['-survey -org:x', 'only-excluded'],
    ['has:code', 'only-excluded'],
    ['cache status:saved', 'not-of-papers'],
    ['cache status:lost', 'not-of-papers'],
    ['cache after:2026', 'not-of-papers'],
    ['cache has:note', 'not-of-papers'],
    ['a'.repeat(watchLimits.question + 1), 'too-long'],
  ])('%j: %s', (question, problem) => {
    expect(readQuestion(question)).toEqual({ problem })
  })
})

const word = fc.constantFrom('cache', 'index', 'exit', 'kv', 'é', '注意')
const words = fc.array(word, { minLength: 1, maxLength: 4 })

describe('whatever is asked', () => {
  test('a question is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const { question } = readQuestion(typed)
        if (question !== undefined) matchesWatch(question, caches)
      }),
    )
  })

  test('a phrase out of the title matches, and not with the same left out', () => {
    fc.assert(
      fc.property(words, fc.nat(3), fc.nat(3), (title, from, count) => {
        const phrase = title.slice(from, from + count + 1).join(' ')
        fc.pre(phrase !== '')
        const asked = paper(nth(3), { title: title.join(' ') })
        expect(matches(`"${phrase}"`, asked)).toBe(true)
        expect(matches(`title -"${phrase}"`, { ...asked, aiSummary: 'title' })).toBe(false)
      }),
    )
  })

  test('another word narrows, whatever the order', () => {
    fc.assert(
      fc.property(words, words, (title, asked) => {
        const one = paper(nth(4), { title: title.join(' ') })
        const each = asked.every((part) => matches(part, one))
        expect(matches(asked.join(' '), one)).toBe(each)
        expect(matches([...asked].reverse().join(' '), one)).toBe(each)
      }),
    )
  })

  test('whoever is followed by name is found by it', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab é-\'注"“'), minLength: 1 })
    fc.assert(
      fc.property(letters, (name) => {
        const question = followQuestion('author', name)
        fc.pre(readQuestion(question).question !== undefined)
        expect(matches(question, paper(nth(5), { authors: ['Other', name] }))).toBe(true)
      }),
    )
  })
})

describe('several watches', () => {
  const watch = (id: string, question: string, fields: Partial<Watch> = {}): Watch => ({
    id,
    question,
    createdAt: 1,
    isEnabled: true,
    notifies: true,
    ...fields,
  })

  test('are told in their order, those that are off and those that can no longer be read left out', () => {
    const matching = watching([
      watch('1', 'caches'),
      watch('2', 'nothing'),
      watch('3', 'caches', { isEnabled: false }),
      watch('4', '-caches'),
      watch('5', 'org:lakeside'),
    ])
    expect(matching(caches).map(({ id }) => id)).toEqual(['1', '5'])
    expect(matching(plain)).toEqual([])
  })

  test('read the words of a paper once', () => {
    let reads = 0
    const counted = {
      ...caches,
      get title() {
        reads += 1
        return 'Caches'
      },
    }
    watching(Array.from({ length: 50 }, (_, index) => watch(String(index), 'caches')))(counted)
    expect(reads).toBe(1)
  })
})
