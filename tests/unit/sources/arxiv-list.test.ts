import { describe, expect, test } from 'vitest'
import { limits } from '../../../lib/papers/limits'
import { sourceById } from '../../../lib/sources'
import { ReplyError, type Source } from '../../../lib/sources/source'
import { id, nth } from '../db/samples'

const source = sourceById('arxiv:cs.CL') as Source
const period = { kind: 'day', day: '2026-07-22' } as const

/** A feed as arXiv sends it, with these items. */
function feed(items: readonly string[], pubDate = 'Wed, 22 Jul 2026 00:00:00 -0400'): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
    <title>cs.CL updates on arXiv.org</title>
    <link>http://rss.arxiv.org/rss/cs.CL</link>
    <description>cs.CL updates on the arXiv.org e-print archive.</description>
    <atom:link href="http://rss.arxiv.org/rss/cs.CL" rel="self" type="application/rss+xml"/>
    <docs>http://www.rssboard.org/rss-specification</docs>
    <language>en-us</language>
    <lastBuildDate>Wed, 22 Jul 2026 04:00:11 +0000</lastBuildDate>
    <managingEditor>rss-help@arxiv.org</managingEditor>
    <pubDate>${pubDate}</pubDate>
    <skipDays>
      <day>Saturday</day>
      <day>Sunday</day>
    </skipDays>
    ${items.join('\n    ')}
  </channel>
</rss>
`
}

interface Parts {
  readonly number?: number
  readonly type?: string
  readonly title?: string
  readonly creator?: string
  readonly description?: string
  readonly more?: string
}

function item({ number = 1, type = 'new', title = 'A Title', ...parts }: Parts = {}): string {
  const name = nth(number).slice('arxiv:'.length)
  return `<item>
      <title>${title}</title>
      <link>https://arxiv.org/abs/${name}</link>
      <description>${parts.description ?? `arXiv:${name}v1 Announce Type: ${type} \nAbstract: An abstract.`}</description>
      <guid isPermaLink="false">oai:arXiv.org:${name}v1</guid>
      <category>cs.CL</category>
      <category>cs.LG</category>
      <pubDate>Wed, 22 Jul 2026 00:00:00 -0400</pubDate>
      <arxiv:announce_type>${type}</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <dc:creator>${parts.creator ?? 'Ada Example, Ben Sample'}</dc:creator>
      ${parts.more ?? ''}
    </item>`
}

function readOne(parts: Parts = {}) {
  const { items, skipped } = source.read(feed([item(parts)]), period)
  expect(skipped).toEqual([])
  const [first] = items
  if (first === undefined) throw new Error('Nothing was read')
  return first
}

describe('asking arXiv for a category', () => {
  test.each([
    ['arxiv:cs.CL', 'https://rss.arxiv.org/rss/cs.CL'],
    ['arxiv:cond-mat.str-el', 'https://rss.arxiv.org/rss/cond-mat.str-el'],
    ['arxiv:hep-th', 'https://rss.arxiv.org/rss/hep-th'],
  ])('%s', (name, address) => {
    expect(sourceById(name)?.request(period).href).toBe(address)
  })

  test.each([
    'arxiv:',
    'arxiv:../cs',
    'arxiv:cs.CL+cs.LG',
    'arxiv:cs.CL?x',
    'arxiv:cs CL',
    'cs.CL',
  ])('%j is none', (name) => expect(sourceById(name)).toBeUndefined())

  test('gives the day of its list, whatever was asked for', () => {
    expect(source.read(feed([]), period)).toEqual({ items: [], skipped: [], day: '2026-07-22' })
    const winter = feed([], 'Fri, 2 Jan 2026 00:00:00 -0500')
    expect(source.read(winter, period).day).toBe('2026-01-02')
  })
})

describe('an item', () => {
  test('is a paper', () => {
    expect(readOne()).toEqual({
      paper: {
        id: nth(1),
        aliases: [],
        title: 'A Title',
        authors: ['Ada Example', 'Ben Sample'],
        keywords: [],
        origin: 'source',
      },
      abstract: 'An abstract.',
    })
  })

  test.each([
    ['new', undefined],
    ['cross', 'cross-list'],
    ['replace', 'replacement'],
    ['replace-cross', 'replacement'],
    [' New ', undefined],
    ['something else', undefined],
  ])('announced as %j', (type, announced) => {
    expect(readOne({ type }).announced).toBe(announced)
  })

  test('says how it is announced in its description alone', () => {
    const text = feed([item({ type: 'replace' })]).replace(/<arxiv:announce_type>.*\n/, '')
    expect(source.read(text, period).items[0]?.announced).toBe('replacement')
  })

  test('has one line of text, which is no markup', () => {
    const { paper, abstract } = readOne({
      title: 'Let Them\n      &lt;think&gt;: $\\alpha$ &amp; more',
      description: 'arXiv:2601.00001v1 Announce Type: new \nAbstract: One\n  two. Abstract: three.',
    })
    expect(paper.title).toBe('Let Them <think>: $\\alpha$ & more')
    expect(abstract).toBe('One two. Abstract: three.')
  })

  test.each([
    ['Ada Example', ['Ada Example']],
    ['', []],
    ['Ada Example (Lab of A, B), Ben Sample (1, 2)', ['Ada Example', 'Ben Sample']],
    ['Müller, , Łódź Collaboration', ['Müller', 'Łódź Collaboration']],
  ])('authors %j', (creator, authors) => {
    expect(readOne({ creator }).paper.authors).toEqual(authors)
  })

  test('of a collaboration has thousands of authors, and is cut where it is too long', () => {
    const creator = Array.from({ length: 6_000 }, (_, index) => `Author ${index}`).join(', ')
    expect(readOne({ creator }).paper.authors).toHaveLength(limits.authors)
    expect(readOne({ title: 'x'.repeat(9_999) }).paper.title).toHaveLength(limits.title)
  })

  test('may have come out elsewhere', () => {
    const more =
      '<arxiv:DOI>10.1000/ONE, 10.1000/two</arxiv:DOI><arxiv:journal_reference>Journal of Examples 7 (2026)</arxiv:journal_reference>'
    expect(readOne({ more }).paper).toMatchObject({
      aliases: ['doi:10.1000/one'],
      venue: 'Journal of Examples 7 (2026)',
    })
  })

  test('may have an old id', () => {
    const text = feed([item()]).replaceAll('2601.00001', 'hep-th/9901001')
    expect(source.read(text, period).items[0]?.paper.id).toBe(id('arxiv:hep-th/9901001'))
  })

  test('without an id or a title is skipped, its neighbours are not, and a second one is the first', () => {
    const broken = item({ number: 2 })
      .replace(/<link>.*/, '')
      .replace(/arXiv:2601.00002v1/, '')
    const items = [item(), broken, item({ number: 3, title: ' ' }), item({ title: 'Again' })]
    const page = source.read(feed(items), period)
    expect(page.items.map(({ paper }) => paper.title)).toEqual(['A Title'])
    expect(page.skipped).toEqual([
      { index: 1, reason: 'link: not an arXiv id' },
      { index: 2, reason: 'title: empty' },
    ])
  })
})

test('new papers come first, then those of other categories, then new versions', () => {
  const types = ['replace', 'new', 'cross', 'replace-cross', 'new', 'cross']
  const items = types.map((type, index) => item({ number: index + 1, type }))
  const page = source.read(feed(items), period)
  expect(page.items.map(({ paper }) => paper.id)).toEqual([2, 5, 3, 6, 1, 4].map(nth))
})

test.each([
  ['a page that asks to sign in', '<!doctype html><html><body>Sign in</body></html>'],
  ['HTML that is XML', '<html><body>Sign in</body></html>'],
  ['nothing', ''],
  ['half a feed', feed([item()]).slice(0, 900)],
  ['a feed without a channel', '<rss version="2.0"></rss>'],
  ['a feed without a day', feed([], '')],
  ['a feed of no day', feed([], 'Wed, 31 Jun 2026 00:00:00 -0400')],
])('%s is no list', (_what, reply) => {
  expect(() => source.read(reply, period)).toThrow(ReplyError)
})
