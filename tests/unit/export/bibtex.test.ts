import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBibtex, toBibtexFile } from '../../../lib/export/bibtex'
import { bibtexAuthors } from '../../../lib/export/bibtex-authors'
import { bibtexKeys } from '../../../lib/export/bibtex-key'
import { latexText } from '../../../lib/export/latex-text'
import type { Paper } from '../../../lib/papers/paper'
import { id, paper } from '../db/samples'

const sample: Paper = {
  ...paper(id('arxiv:2611.01234')),
  id: id('arxiv:2611.01234'),
  aliases: [],
  title: 'Kilobyte Caches: 50% of $O(n \\log n)$ & More',
  authors: ['Pia Lane', 'Rémi Moor', 'DeepThought'],
  publishedOn: '2026-11-03',
}

describe('a paper as an entry of BibTeX', () => {
  test('a preprint', () => {
    expect(toBibtex(sample)).toBe(`@misc{lane2026kilobyte01234,
  title = {{{Kilobyte Caches: 50\\% of $O(n \\log n)$ \\& More}}},
  author = {Lane, Pia and Moor, R{\\'e}mi and {DeepThought}},
  howpublished = {arXiv:2611.01234},
  year = {2026},
  eprint = {2611.01234},
  archivePrefix = {arXiv},
  doi = {10.48550/arXiv.2611.01234}
}
`)
  })

  test('a preprint that came out in a journal under a DOI', () => {
    const published = { ...sample, aliases: [id('doi:10.5555/kilo.7')], venue: 'Caches & Sons' }
    expect(toBibtex(published)).toBe(`@article{lane2026kilobyte01234,
  title = {{{Kilobyte Caches: 50\\% of $O(n \\log n)$ \\& More}}},
  author = {Lane, Pia and Moor, R{\\'e}mi and {DeepThought}},
  journal = {Caches \\& Sons},
  year = {2026},
  eprint = {2611.01234},
  archivePrefix = {arXiv},
  doi = {10.5555/kilo.7}
}
`)
  })

  test('a paper of which nothing is known but its name', () => {
    const { publishedOn: _publishedOn, ...bare } = { ...sample, id: id('openreview:nzwjvpCO4F') }
    expect(toBibtex({ ...bare, authors: [], title: 'T' })).toBe(`@misc{anonymoustpco4f,
  title = {{{T}}},
  url = {https://openreview.net/forum?id=nzwjvpCO4F}
}
`)
  })

  test('a DOI with signs that would tear the file apart', () => {
    const odd = { ...sample, id: id('doi:10.5555/a{b$c') }
    expect(toBibtex(odd)).toContain('  doi = {10.5555/a%7Bb%24c}')
  })

  test.each([
    ['Journal of Caches', 'article', 'journal'],
    ['Journal of Caches: Conference Series', 'article', 'journal'],
    ['Caches Workshop Letters', 'article', 'journal'],
    ['Proceedings of the National Academy of Sciences', 'article', 'journal'],
    ['IEEE Transactions on Caches', 'article', 'journal'],
    ['Nature', 'article', 'journal'],
    ['Proceedings of Caching 2026', 'inproceedings', 'booktitle'],
    ['5th Workshop on Caches', 'inproceedings', 'booktitle'],
    ['Advances in Neural Information Processing Systems 37', 'inproceedings', 'booktitle'],
    ['NeurIPS 2026', 'inproceedings', 'booktitle'],
    ["CACHE '23: The Caches", 'inproceedings', 'booktitle'],
  ])('that came out in %s, where only its words tell', (venue, kind, field) => {
    const text = toBibtex({ ...sample, venue })
    expect(text).toContain(`@${kind}{`)
    expect(text).toContain(`  ${field} = {${venue}},`)
    // The DOI of the preprint is not that of the paper in the journal.
    expect(text).not.toContain('10.48550')
  })

  test.each([
    ['acl:2024.acl-long.1', 'Kilo Words', 'inproceedings'],
    ['acl:2024.tacl-1.1', 'Kilo Words of a Workshop', 'article'],
    ['acl:Q13-1001', 'Kilo Words', 'article'],
    ['pmlr:v202/lane23a', 'Kilo Words', 'inproceedings'],
    ['jmlr:v25/23-0001', 'Workshop Words', 'article'],
  ])('that %s names', (name, venue, kind) => {
    expect(toBibtex({ ...sample, aliases: [id(name)], venue })).toContain(`@${kind}{`)
  })
})

describe('the authors in BibTeX', () => {
  test.each([
    ['Éva Moor', "Moor, {\\'E}va"],
    ['Mei-ling Lane', 'Lane, Mei-ling'],
    ['weijia xu', '{xu}, weijia'],
    ['Pia van der Moor', 'van der Moor, Pia'],
    ['Pia De Moor', 'De Moor, Pia'],
    ['Pia Lane y Moor', '{Lane y Moor}, Pia'],
    ['Pia d’Lane', '{d’Lane}, Pia'],
    ['S -H Lane', 'Lane, {S -H}'],
    ['Pia Lane-du-Moor', '{Lane-du-Moor}, Pia'],
    ['Pia Q. Lane III', 'Lane, III, Pia Q.'],
    ['Pia Lane Jr.', 'Lane, Jr., Pia'],
    ['Gemma Team', '{Gemma Team}'],
    ['Cats and Dogs Team', '{Cats and Dogs Team}'],
    ['Lane & Moor, Inc.', '{Lane \\& Moor, Inc.}'],
    ['OpenAI', '{OpenAI}'],
    ['others', '{others}'],
    ['苏子', '{苏子}'],
    ['苏 子', '{苏 子}'],
    ['Łucja Łoś', "{\\L}o{\\'s}, {\\L}ucja"],
    ['Đura Đokić', "Đoki{\\'c}, Đura"],
    ['Pia and Rémi Moor', "Moor, {Pia and R{\\'e}mi}"],
  ])('%s', (name, text) => {
    expect(bibtexAuthors([name])).toBe(text)
  })
})

describe('a text in LaTeX', () => {
  test.each([
    [
      'É é Ñ ö ç Ș ž ő ą ů ā ż ğ',
      "{\\'E} {\\'e} {\\~N} {\\\"o} {\\c{c}} Ș {\\v{z}} {\\H{o}} {\\k{a}} {\\r{u}} {\\=a} {\\.z} {\\u{g}}",
    ],
    ['ß æ Ø ł ı', '{\\ss} {\\ae} {\\O} {\\l} {\\i}'],
    ['ï', '{\\"i}'],
    ['e\u0301', "{\\'e}"],
    // Some reader loses what LaTeX has for these.
    ['Đ þ œ ạ ễ β 中 – “', 'Đ þ œ ạ ễ β 中 – “'],
    ['{a} b}', '\\textbraceleft{}a\\textbraceright{} b\\textbraceright{}'],
    ['{a}', '\\{a\\}'],
    ['a\\b~c^d_e#f&g', 'a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d\\_e\\#f\\&g'],
    ['$95%$', '$95\\%$'],
    ['$95\\%$', '$95\\%$'],
    ['Of $\\{}$', 'Of \\$\\textbackslash{}\\{\\}\\$'],
    ['$é$', '$é$'],
  ])('%s', (text, latex) => {
    expect(latexText(text)).toBe(latex)
  })
})

describe('the keys of BibTeX', () => {
  test('are those of the paper, whatever else is exported', () => {
    const other = { ...sample, id: id('arxiv:2611.09999') }
    const [alone] = bibtexKeys([sample])
    expect(bibtexKeys([other, sample])[1]).toBe(alone)
    expect(bibtexKeys([sample, other])[0]).toBe(alone)
  })

  test('are made of letters and digits, also where nothing is Latin', () => {
    const names = ['苏子', 'Иван Пример', 'Иван Пример', undefined]
    const titles = ['稀疏注意力', 'Разреженное внимание', 'Другая работа', '稀疏']
    const papers = titles.map((title, index) => ({
      ...sample,
      id: id(`arxiv:2611.0000${index + 1}`),
      authors: names[index] === undefined ? [] : [names[index]],
      title,
    }))
    const keys = bibtexKeys(papers)
    expect(new Set(keys).size).toBe(4)
    for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9]+$/)
  })

  test.each([
    ['Gemma Team', 'gemma2026'],
    ['Team Kilo', 'kilo2026'],
    ['The Kilo Collaboration', 'kilo2026'],
    ['Sørine Ørskov', 'orskov2026'],
    ['Jörn Groß', 'gross2026'],
    ['Pia van der Moor', 'moor2026'],
    ['Ivo Brandt III', 'brandt2026'],
  ])('begin with the name of %s', (name, start) => {
    expect(bibtexKeys([{ ...sample, authors: [name] }])[0]).toMatch(new RegExp(`^${start}`))
  })

  test('are never equal in one file', () => {
    const names = ['doi:10.5555/a.b1234', 'doi:10.5555/ab1234', 'doi:10.5556/ab1234'].map(id)
    const papers = [...names, ...names].map((name) => ({ ...sample, id: name }))
    const keys = toBibtexFile(papers).match(/(?<=^@misc\{)\w+/gm) ?? []
    expect(new Set(keys).size).toBe(6)
  })
})

test('the braces of an entry are in pairs, whatever the title and the names', () => {
  const unit = fc.constantFrom('{', '}', '$', '\\', '%', 'a', ' ', '^', '~', 'é', ',', ' and ')
  fc.assert(
    fc.property(fc.string({ unit }), fc.array(fc.string({ unit })), (title, authors) => {
      const text = toBibtex({ ...sample, title, authors })
      // BibTeX counts those with a backslash, and TeX does not.
      for (const counted of [text, text.replace(/\\[{}\\]/g, '')]) {
        let depth = 0
        for (const sign of counted) {
          if (sign === '{') depth += 1
          if (sign === '}') depth -= 1
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
      }
    }),
  )
})
