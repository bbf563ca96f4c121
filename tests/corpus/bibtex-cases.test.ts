import { describe, expect, test } from 'vitest'
import { bibtexKey, bibtexKeys } from '../../lib/export/bibtex-key'
import { latexText } from '../../lib/export/latex-text'
import { authorNamesInLine } from '../../lib/papers/author-list'
import { parseAuthorName } from '../../lib/papers/author-name'
import type { Paper } from '../../lib/papers/paper'
import { id, paper } from '../unit/db/samples'
import { hasFieldCases, readFieldCases, readFieldFile, wrongCases } from './field-cases'

const sample: Paper = { ...paper(id('arxiv:2611.01234')), publishedOn: '2026-11-03' }

interface NameCase {
  readonly name: string
  readonly first: string
  readonly von: string
  readonly last: string
  readonly jr: string
  readonly key: string
}

describe.skipIf(!hasFieldCases)('the cases from the field about BibTeX', () => {
  test('names', () => {
    const { cases } = readFieldCases<{ cases: NameCase[] }>('bibtex-names.json')
    const wrong = wrongCases('bibtex-names.json', cases, ({ name, key, ...wanted }) => {
      const read = parseAuthorName(name)
      const parts =
        read.kind === 'group'
          ? { first: '', von: '', last: read.name, jr: '' }
          : { first: read.given, von: read.particle, last: read.family, jr: read.suffix }
      const isNamed = Object.entries(wanted).every(
        ([part, text]) => Reflect.get(parts, part) === text,
      )
      return isNamed && bibtexKey({ ...sample, authors: [name] }).startsWith(key)
    })
    expect(wrong).toEqual([])
  })

  test('keys', () => {
    interface KeyCase {
      readonly authors: string[]
      readonly title: string
      readonly year: string
    }
    const { cases } = readFieldCases<{ cases: KeyCase[] }>('bibtex-keys.json')
    const papers = cases.map(({ authors, title, year }, index) => ({
      ...sample,
      id: id(`arxiv:2611.0123${index}`),
      authors,
      title,
      publishedOn: year,
    }))
    const keys = bibtexKeys(papers)
    expect(new Set(keys).size).toBe(cases.length)
    for (const key of keys) expect(key).toMatch(/^[a-z0-9]+$/)
  })

  test('dollars', () => {
    interface DollarCase {
      readonly title: string
      readonly expected: string
    }
    const { cases } = readFieldCases<{ cases: DollarCase[] }>('bibtex-dollars.json')
    const wrong = wrongCases('bibtex-dollars.json', cases, ({ title, expected }) =>
      // The file allows it: two dollars would be an empty formula in a line of text.
      [expected, expected.replaceAll('$$', '$')].includes(latexText(title)),
    )
    expect(wrong).toEqual([])
  })

  test('authors in the line of a feed', () => {
    const { expected } = readFieldCases<{ expected: Record<string, unknown> }>('arxiv-authors.json')
    const items = readFieldFile('arxiv-feed-authors.xml').split('<item>').slice(1)
    const read = items.map((item) => {
      const [, number = ''] = /oai:arXiv\.org:([\d.]+)/.exec(item) ?? []
      const [, line = ''] = /<dc:creator>(.*)<\/dc:creator>/.exec(item) ?? []
      return { name: `arxiv:${number}`, authors: authorNamesInLine(line) }
    })
    // The last one is about accents in TeX.
    const wrong = wrongCases('arxiv-authors.json', read.slice(0, -1), ({ name, authors }) => {
      const wanted = expected[name]
      const several = Array.isArray(wanted) && Array.isArray(wanted[0]) ? wanted : [wanted]
      return several.some((one) => JSON.stringify(one) === JSON.stringify(authors))
    })
    expect(wrong).toEqual([])
  })
})
