import { describe, expect, test } from 'vitest'
import { limits } from '../../../lib/papers/limits'
import { arxivPaper } from '../../../lib/sources/arxiv-paper'
import { ReplyError } from '../../../lib/sources/source'
import { id, nth } from '../db/samples'

/** A feed as arXiv sends it, with these elements in its entry. */
function feed(...elements: string[]): string {
  return feedOf(`<entry>
    <id>http://arxiv.org/abs/2601.00001v3</id>
    <updated>2026-02-01T10:00:00Z</updated>
    <link href="https://arxiv.org/abs/2601.00001v3" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/2601.00001v3" rel="related" type="application/pdf" title="pdf"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    ${elements.join('\n    ')}
  </entry>`)
}

function feedOf(...entries: string[]): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/q8Yx</id>
  <title>arXiv Query: search_query=&amp;id_list=2601.00001&amp;start=0&amp;max_results=1</title>
  <link href="https://arxiv.org/api/query?id_list=2601.00001" type="application/atom+xml"/>
  <opensearch:totalResults>${entries.length}</opensearch:totalResults>
  ${entries.join('\n  ')}
</feed>
`
}

function readOne(...elements: string[]) {
  const read = arxivPaper.read(feed(...elements), nth(1))
  if (read === undefined) throw new Error('Nothing was read')
  return read
}

const title = '<title>A Title</title>'

describe('asking arXiv', () => {
  test.each([
    ['arxiv:2601.00001', 'id_list=2601.00001&max_results=1'],
    ['arxiv:hep-th/9901001', 'id_list=hep-th%2F9901001&max_results=1'],
  ])('about %s', (name, question) => {
    expect(arxivPaper.request(id(name))?.href).toBe(
      `https://export.arxiv.org/api/query?${question}`,
    )
  })

  test('about no paper of another place', () => {
    expect(arxivPaper.request(id('doi:10.1000/one'))).toBeUndefined()
    expect(arxivPaper.request(id('openreview:abcdefg'))).toBeUndefined()
  })
})

describe('reading what arXiv answers', () => {
  test('a whole entry', () => {
    const read = readOne(
      '<title>Small Caches &amp; &lt;think&gt;\n  for $O(n)$ Rooms</title>',
      '<summary>  We make caches small,\nand A &lt; B.\n</summary>',
      '<published>2026-01-01T18:59:59Z</published>',
      '<arxiv:comment>12 pages, code at https://caches.example/</arxiv:comment>',
      '<arxiv:journal_ref>J. Cach. 12\n (2026) 3-14</arxiv:journal_ref>',
      '<arxiv:doi>10.1000/CACHE.7</arxiv:doi>',
      '<author><name>Ada  Example</name><arxiv:affiliation>Example Institute</arxiv:affiliation></author>',
      '<author><name>Rémi d&apos;Example</name></author>',
      '<author><name>The Example Collaboration</name></author>',
    )
    expect(read).toStrictEqual({
      paper: {
        id: nth(1),
        aliases: [id('doi:10.1000/cache.7')],
        title: 'Small Caches & <think> for $O(n)$ Rooms',
        authors: ['Ada Example', "Rémi d'Example", 'The Example Collaboration'],
        keywords: [],
        publishedOn: '2026-01-01',
        venue: 'J. Cach. 12 (2026) 3-14',
        origin: 'source',
      },
      abstract: 'We make caches small, and A < B.',
    })
  })

  test('what is missing, or empty, is absent', () => {
    const bare = {
      paper: {
        id: nth(1),
        aliases: [],
        title: 'A Title',
        authors: [],
        keywords: [],
        origin: 'source',
      },
      abstract: '',
    }
    expect(readOne(title)).toStrictEqual(bare)
    const empty = '<summary/><published>once</published><author/><author><name> </name></author>'
    expect(readOne(title, empty, '<arxiv:doi/><arxiv:journal_ref> </arxiv:journal_ref>')).toEqual(
      bare,
    )
  })

  test('one author, and 3,000', () => {
    const authors = (count: number) =>
      Array.from({ length: count }, (_, n) => `<author><name>Ada Example ${n}</name></author>`)
    expect(readOne(title, ...authors(1)).paper.authors).toEqual(['Ada Example 0'])
    expect(readOne(title, ...authors(3_000)).paper.authors).toHaveLength(3_000)
    expect(readOne(title, ...authors(limits.authors + 1)).paper.authors).toHaveLength(
      limits.authors,
    )
  })

  test.each([
    ['10.1000/one 10.1000/two', ['doi:10.1000/one']],
    ['10.1000/one, 10.1000/two', ['doi:10.1000/one']],
    ['https://doi.org/10.1000/one', ['doi:10.1000/one']],
    ['10.48550/arXiv.2601.00001', []],
    ['10.18653/v1/2026.acl-long.7', ['acl:2026.acl-long.7']],
    ['to appear', []],
  ])('the DOI %s', (doi, aliases) => {
    expect(readOne(title, `<arxiv:doi>${doi}</arxiv:doi>`).paper.aliases).toEqual(aliases)
  })

  test('long texts are cut', () => {
    const read = readOne(
      `<title>${'t'.repeat(limits.title + 1)}</title>`,
      `<summary>${'s'.repeat(limits.abstract + 1)}</summary>`,
      `<arxiv:journal_ref>${'v'.repeat(limits.venue + 1)}</arxiv:journal_ref>`,
      `<author><name>${'n'.repeat(limits.author + 1)}</name></author>`,
    )
    expect(read.paper.title).toHaveLength(limits.title)
    expect(read.abstract).toHaveLength(limits.abstract)
    expect(read.paper.venue).toHaveLength(limits.venue)
    expect(read.paper.authors[0]).toHaveLength(limits.author)
  })

  test('an old id, with https in its address', () => {
    const name = id('arxiv:math/0309136')
    const entry = `<entry><id>https://arxiv.org/abs/math/0309136v1</id>${title}</entry>`
    expect(arxivPaper.read(feedOf(entry), name)?.paper.id).toBe(name)
  })

  const error = `<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_2601.1</id><title>Error</title>
    <summary>incorrect id format for 2601.1</summary><author><name>arXiv api core</name></author></entry>`

  test.each([
    ['an empty feed', feedOf()],
    ['an error', feedOf(error)],
    ['another paper', feed(title).replaceAll('2601.00001', '2601.00002')],
    ['a paper without a title', feed('<title> </title>')],
    ['a paper without an id', feedOf(`<entry>${title}</entry>`)],
  ])('%s tells nothing', (_what, reply) => {
    expect(arxivPaper.read(reply, nth(1))).toBeUndefined()
  })

  test.each([
    ['nothing', ''],
    ['a reply that breaks off', feed(title).slice(0, 700)],
    ['a page', '<!doctype html><html><body>Rate exceeded.</body></html>'],
    ['plain text', 'Rate exceeded.'],
    ['an entity of its own', '<!DOCTYPE feed [<!ENTITY x "y">]><feed><entry>&x;</entry></feed>'],
    ['endless nesting', '<a>'.repeat(200_000)],
    ['no text', undefined],
  ])('%s is refused', (_what, reply) => {
    expect(() => arxivPaper.read(reply, nth(1))).toThrow(ReplyError)
  })
})
