import { beforeEach, describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { openFinder } from '../../../lib/search/finder'
import { freshDatabase, id, nth } from '../db/samples'
import { edit, find, found, indexAll, query, store } from './library'

let db: DogearDatabase

describe.each(['indexed', 'not indexed yet'])('what is %s', (state) => {
  beforeEach(async () => {
    db = freshDatabase()
    await store(db, nth(1), { title: 'Sparse Caches for Long Contexts', authors: ['Ada Alder'] })
    await store(db, nth(2), { title: 'A Paper', keywords: ['sparse caches'] }, 'We grow trees.')
    await store(db, nth(3), {
      title: 'Trees',
      organization: 'Oak Institute',
      aiSummary: 'A summary.',
    })
    await store(db, nth(4), { title: '注意力机制的综述', authors: ['Émile Ørsted'] })
    await edit(db, nth(3), { note: '用KV缓存 对比实验', addTags: ['to cite'] })
    if (state === 'indexed') await indexAll(db)
  })

  test.each([
    ['a word of the title', 'caches', [1, 2]],
    ['words in any order', 'contexts sparse', [1]],
    ['a beginning', 'cont*', [1]],
    ['no beginning unless it is asked for', 'cont', []],
    ['a word of the abstract', 'grow', [2]],
    ['a word of the summary', 'summary', [3]],
    ['an author, whatever the case and the marks', 'EMILE', [4]],
    ['a keyword in its field', 'keyword:sparse', [2]],
    ['a title in its field', 'title:sparse', [1]],
    ['an author in its field', 'author:alder', [1]],
    ['an organisation in its field', 'org:oak', [3]],
    ['nothing in the wrong field', 'org:alder', []],
    ['a tag', 'cite', [3]],
    ['a word of the note', 'kv', [3]],
    ['words of title and note together', 'trees kv', [3]],
    ['a part of a word in Chinese, in a title', '意力', [4]],
    ['a part of a word in Chinese, in a note', '缓存', [3]],
    ['letters of a word in Chinese only in their order', '力意', []],
    ['a phrase', '"sparse caches"', [1, 2]],
    ['a phrase that goes on', '"for long con"*', [1]],
    ['a phrase only in its order', '"caches sparse"', []],
    ['a phrase in its field', 'keyword:"sparse caches"', [2]],
    ['no phrase over the end of a text', '"caches we"', []],
    ['no paper with a word that is left out', 'trees -oak', [2]],
    ['no paper with a phrase that is left out', 'sparse -"long contexts"', [2]],
    ['nothing of what is nowhere', 'caches zebra', []],
  ])('is found by %s', async (_, typed, numbers) => {
    expect([...(await found(db, typed))].sort()).toEqual(numbers.map(nth))
  })

  test('is known to be whole', async () => {
    expect((await openFinder(db)).indexed).toBe(1)
  })
})

describe('the order', () => {
  const at = (day: string) => ({ listed: { source: 'hf-daily', day, rank: 1 } })

  beforeEach(() => {
    db = freshDatabase()
  })

  test('goes by where the word stands', async () => {
    await store(db, nth(1), { title: 'One' }, 'An alder.')
    await store(db, nth(2), { title: 'Two', organization: 'Alder' })
    await store(db, nth(3), { title: 'Three', authors: ['Alder'] })
    await store(db, nth(4), { title: 'Alder' })
    await store(db, nth(5), { title: 'Five', aiSummary: 'An alder.' })
    await store(db, nth(6), { title: 'Six' })
    await edit(db, nth(6), { note: 'alder' })
    expect(await found(db, 'alder')).toEqual([4, 3, 2, 6, 5, 1].map(nth))
  })

  test('has tags where authors and keywords are', async () => {
    await store(db, nth(1), { title: 'One', organization: 'Alder' })
    await store(db, nth(2), { title: 'Two' })
    await edit(db, nth(2), { addTags: ['alder'] })
    expect(await found(db, 'alder')).toEqual([2, 1].map(nth))
  })

  test('has whole words before beginnings', async () => {
    await store(db, nth(1), { title: 'Alders', ...at('2026-07-02') })
    await store(db, nth(2), { title: 'Alder', ...at('2026-07-01') })
    expect(await found(db, 'alder*')).toEqual([2, 1].map(nth))
  })

  test('has short titles before long ones', async () => {
    await store(db, nth(1), { title: 'Alder and Birch and Cedar' })
    await store(db, nth(2), { title: 'Alder' })
    expect(await found(db, 'alder')).toEqual([2, 1].map(nth))
  })

  test('has the newer one first where all else is the same', async () => {
    await store(db, nth(1), { title: 'Alder', ...at('2026-07-01') })
    await store(db, nth(2), { title: 'Alder', ...at('2026-07-03') })
    await store(db, nth(3), { title: 'Alder', publishedOn: '2026-07-02' })
    expect(await found(db, 'alder')).toEqual([2, 3, 1].map(nth))
  })

  test('is that of the days where only filters are given', async () => {
    await store(db, nth(1), { title: 'Alder', ...at('2026-07-01') })
    await store(db, nth(2), { title: 'Birch', ...at('2026-07-03') })
    await store(db, nth(3), { title: 'Cedar', ...at('2026-07-04') })
    for (const n of [1, 2]) await edit(db, nth(n), { status: 'saved' })
    const saved = { kind: 'status', status: 'saved', isExcluded: false } as const
    expect(await found(db, '', [saved])).toEqual([2, 1].map(nth))
  })

  test('ends at the limit, and tells how many there are', async () => {
    for (let n = 1; n <= 5; n++)
      await store(db, nth(n), { title: 'Alder', publishedOn: `2026-07-0${n}` })
    const finder = await openFinder(db)
    expect(await finder.find(query('alder'), 2)).toEqual({ paperIds: [5, 4].map(nth), total: 5 })
    expect(await finder.find(query('alder'), 0)).toEqual({ paperIds: [], total: 5 })
  })
})

describe('a filter', () => {
  beforeEach(async () => {
    db = freshDatabase()
    const code = { url: 'https://github.com/alder/one' }
    await store(db, nth(1), { title: 'Alder', code, publishedOn: '2026-05-02' })
    await store(db, nth(2), { title: 'Alder', publishedOn: '2026' })
    await store(db, nth(3), { title: 'Alder' })
    await edit(db, nth(2), { status: 'reading', addTags: ['KV Cache'] })
    await edit(db, nth(3), { status: 'hidden', note: 'mine' })
  })

  test.each([
    ['tag, whatever its case', { kind: 'tag', tag: 'kv cache' }, [2]],
    ['tag, but not a part of it', { kind: 'tag', tag: 'kv' }, []],
    ['status', { kind: 'status', status: 'hidden' }, [3]],
    ['code', { kind: 'has', what: 'code' }, [1]],
    ['note', { kind: 'has', what: 'note' }, [3]],
    ['tags', { kind: 'has', what: 'tags' }, [2]],
    ['after', { kind: 'after', day: '2026-05-02' }, [1]],
    ['before', { kind: 'before', day: '2026-05-02' }, [1, 2]],
  ] as const)('by %s', async (_, filter, numbers) => {
    const passing = await found(db, 'alder', [{ ...filter, isExcluded: false }])
    expect([...passing].sort()).toEqual(numbers.map(nth))
    const others = await found(db, 'alder', [{ ...filter, isExcluded: true }])
    expect([...others, ...passing].sort()).toEqual([1, 2, 3].map(nth))
  })
})

describe('an entry', () => {
  beforeEach(() => {
    db = freshDatabase()
  })

  test('is found before anything is known of its paper but the name', async () => {
    await edit(db, id('doi:10.1000/one'), { addTags: ['alder'] })
    expect(await found(db, 'alder')).toEqual(['doi:10.1000/one'])
  })

  test('under another name of a paper is found as the paper', async () => {
    const alias = id('doi:10.1000/one')
    await edit(db, alias, { note: 'birch' })
    await edit(db, nth(1), { note: 'cedar' })
    await store(db, nth(1), { title: 'Alder', aliases: [alias] })
    await indexAll(db)
    for (const typed of ['alder birch', 'alder cedar', 'birch cedar']) {
      expect(await find(db, typed)).toEqual({ paperIds: [nth(1)], total: 1 })
    }
  })
})
