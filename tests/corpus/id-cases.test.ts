import { describe, expect, test } from 'vitest'
import type { PaperId } from '../../lib/papers/paper-id'
import { doiPaperId } from '../../lib/papers/paper-id'
import { doiInField } from '../../lib/papers/typed-id'
import { openFinder } from '../../lib/search/finder'
import { parseQuery } from '../../lib/search/parse-query'
import { identify } from '../../lib/sites'
import { freshDatabase, id } from '../unit/db/samples'
import { store } from '../unit/search/library'
import { hasFieldCases, readFieldCases, wrongCases } from './field-cases'

describe.skipIf(!hasFieldCases)('the cases from the field about ids', () => {
  test('DOIs as people type them', () => {
    interface DoiCase {
      readonly text: string
      readonly where: 'field' | 'address'
      readonly expected: string
    }
    const { cases } = readFieldCases<{ cases: DoiCase[] }>('doi-punctuation.json')
    const wrong = wrongCases('doi-punctuation.json', cases, ({ text, where, expected }) => {
      const read = where === 'field' ? doiPaperId(doiInField(text) ?? '') : identify(text)
      return read === expected
    })
    expect(wrong).toEqual([])
  })

  test('what is stored is found by its ids and addresses', async () => {
    interface IdCases {
      readonly papers: readonly { id: string; title: string; aliases?: string[] }[]
      readonly cases: readonly { query: string; expected: string[] }[]
    }
    const { papers, cases } = readFieldCases<IdCases>('find-by-id.json')
    const db = freshDatabase()
    for (const { id: name, title, aliases = [] } of papers) {
      await store(db, id(name), { title, aliases: aliases.map(id) })
    }
    const finder = await openFinder(db)
    const found = new Map<string, readonly PaperId[]>()
    for (const { query } of cases) {
      found.set(query, (await finder.find(parseQuery(query), 10)).paperIds)
    }
    const wrong = wrongCases('find-by-id.json', cases, ({ query, expected }) => {
      return JSON.stringify(found.get(query)) === JSON.stringify(expected)
    })
    expect(wrong).toEqual([])
  })

  test('letters without a plain form; words written together or apart wait for an index of their own', async () => {
    interface LetterCase {
      readonly written: string
      readonly query: string
      readonly expected: boolean
    }
    const { cases } = readFieldCases<{ cases: LetterCase[] }>('search-letters.json')
    const right = new Set<LetterCase>()
    for (const one of cases) {
      const db = freshDatabase()
      await store(db, id('arxiv:2603.01234'), { title: one.written })
      const { total } = await (await openFinder(db)).find(parseQuery(one.query), 10)
      if (total > 0 === one.expected) right.add(one)
    }
    const wrong = wrongCases('search-letters.json', cases, (one) => right.has(one))
    expect(wrong.map(({ query }) => query)).toEqual([
      'GPT4o',
      'Qwen 2.5',
      'beta-VAE',
      'finetuning',
      'lowrank',
    ])
  })
})
