import { describe, expect, test } from 'vitest'
import { limits } from '../../../lib/papers/limits'
import { doiPaperId } from '../../../lib/papers/paper-id'
import { crossrefPaper } from '../../../lib/sources/crossref-paper'
import { ReplyError } from '../../../lib/sources/source'
import { id } from '../db/samples'

const name = id('doi:10.1000/cache.7')

/** A reply as Crossref sends it, with these fields in its record. */
function reply(fields: Record<string, unknown> = {}) {
  return {
    status: 'ok',
    'message-type': 'work',
    'message-version': '1.0.0',
    message: {
      indexed: { 'date-parts': [[2026, 8, 1]], 'date-time': '2026-08-01T00:00:00Z' },
      publisher: 'Example Press',
      'reference-count': 1,
      reference: [{ key: 'ref1', 'doi-asserted-by': 'crossref', DOI: '10.1000/other' }],
      DOI: '10.1000/CACHE.7',
      type: 'journal-article',
      title: ['A Title'],
      subtitle: [],
      'short-container-title': [],
      'container-title': [],
      relation: {},
      ...fields,
    },
  }
}

function readOne(fields: Record<string, unknown> = {}) {
  const read = crossrefPaper.read(reply(fields), name)
  if (read === undefined) throw new Error('Nothing was read')
  return read
}

describe('asking Crossref', () => {
  test.each([
    ['doi:10.1000/cache.7', '10.1000%2Fcache.7'],
    [
      'doi:10.1002/(sici)1097<1::aid-b2>3.0.co;2-#',
      '10.1002%2F(sici)1097%3C1%3A%3Aaid-b2%3E3.0.co%3B2-%23',
    ],
    ['acl:2026.acl-long.7', '10.18653%2Fv1%2F2026.acl-long.7'],
    ['acl:P18-1206', '10.18653%2Fv1%2FP18-1206'],
    ['acl:D15-1206', '10.18653%2Fv1%2FD15-1206'],
    ['acl:P15-1206', '10.3115%2Fv1%2FP15-1206'],
    ['acl:D14-1206', '10.3115%2Fv1%2FD14-1206'],
    ['ijcai:2026/12', '10.24963%2Fijcai.2026%2F12'],
    ['ssrn:1234567', '10.2139%2Fssrn.1234567'],
  ])('about %s', (paperId, path) => {
    const address = crossrefPaper.request(id(paperId))
    expect(address?.href).toBe(`https://api.crossref.org/works/${path}`)
    const doi = decodeURIComponent(path)
    expect(doiPaperId(doi), 'the reply is then about this paper').toBe(paperId)
  })

  test.each(['arxiv:2601.00001', 'openreview:abcdefg', 'pmid:123'])('not about %s', (paperId) => {
    expect(crossrefPaper.request(id(paperId))).toBeUndefined()
  })
})

describe('reading what Crossref answers', () => {
  test('a whole record', () => {
    const read = readOne({
      title: ['<i>Small</i> Caches &amp; Big\n Rooms', 'Petits caches'],
      subtitle: ['A Study'],
      author: [
        { given: 'Ada', family: 'Example', sequence: 'first', affiliation: [] },
        { given: 'R&eacute;mi', family: 'd&#39;Example', suffix: 'Jr.', sequence: 'additional' },
        { family: 'Mononym' },
        { name: 'The Example Collaboration' },
      ],
      abstract:
        '<jats:title>Abstract</jats:title>\n<jats:p>We make CO<jats:sub>2</jats:sub> caches\n  <jats:italic>small</jats:italic>.</jats:p><jats:p>And A &lt; B.</jats:p>',
      published: { 'date-parts': [[2026, 1, 9]] },
      issued: { 'date-parts': [[2026, 3]] },
      'container-title': ['Caches &amp; Rooms', 'Cach. Rooms'],
      relation: {
        'has-preprint': [
          { 'id-type': 'doi', id: '10.48550/arXiv.2601.00001', 'asserted-by': 'object' },
          { 'id-type': 'arxiv', id: 'arXiv:2601.00001v2', 'asserted-by': 'subject' },
        ],
        'is-preprint-of': [{ 'id-type': 'doi', id: '10.1000/Later', 'asserted-by': 'subject' }],
        'has-review': [{ 'id-type': 'doi', id: '10.1000/review', 'asserted-by': 'object' }],
      },
    })
    expect(read).toStrictEqual({
      paper: {
        id: name,
        aliases: [id('doi:10.1000/later'), id('arxiv:2601.00001')],
        title: 'Small Caches & Big Rooms: A Study',
        authors: ['Ada Example', "Rémi d'Example Jr.", 'Mononym', 'The Example Collaboration'],
        keywords: [],
        publishedOn: '2026-01-09',
        venue: 'Caches & Rooms',
        origin: 'source',
      },
      abstract: 'We make CO2 caches small. And A < B.',
    })
  })

  const bare = {
    paper: { id: name, aliases: [], title: 'A Title', authors: [], keywords: [], origin: 'source' },
    abstract: '',
  }

  test('what is missing is absent', () => {
    expect(readOne()).toStrictEqual(bare)
    const message = { DOI: '10.1000/cache.7', title: ['A Title'] }
    expect(crossrefPaper.read({ message }, name)).toStrictEqual(bare)
  })

  test.each([
    ['null', null],
    ['a number', 7],
    ['a text', 'odd'],
    ['a list of odd things', [null, 7, {}, [], { id: 7, given: 7, 'id-type': 'doi' }]],
    ['an object', { 'date-parts': 'odd', 'has-preprint': 'odd' }],
  ])('a field that is %s is left out', (_what, odd) => {
    for (const field of ['subtitle', 'author', 'published', 'issued', 'relation']) {
      expect(readOne({ [field]: odd })).toStrictEqual(bare)
    }
    if (typeof odd !== 'string') expect(readOne({ abstract: odd })).toStrictEqual(bare)
    expect(readOne({ 'container-title': odd, type: odd })).toStrictEqual(bare)
  })

  test.each([
    [
      'MathML',
      'Of <mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" display="inline"><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math> Caches',
      'Of x² Caches',
    ],
    [
      'MathML with TeX in it',
      '<math><semantics><mi>α</mi><annotation encoding="application/x-tex">\\alpha</annotation></semantics></math>-Caches',
      'α-Caches',
    ],
    [
      'TeX',
      'Of <inline-formula><tex-math notation="LaTeX">$k$ </tex-math></inline-formula>-Caches',
      'Of $k$ -Caches',
    ],
    [
      'TeX and MathML',
      '<jats:alternatives><jats:tex-math>$$k$$</jats:tex-math><mml:math><mml:mi>k</mml:mi></mml:math></jats:alternatives>-Caches',
      'k-Caches',
    ],
    [
      'entities',
      'Caches &#x2013; &#945; &lt;think&gt; &ldquo;R&ouml;hre&rdquo; &unknown; AT&amp;T',
      'Caches – α <think> “Röhre” &unknown; AT&T',
    ],
    ['entities that were escaped twice', 'Caches &amp;amp; R&amp;ouml;hre', 'Caches & Röhre'],
    [
      'tags that were escaped twice',
      '&lt;p&gt;&lt;b class="x"&gt;Small&lt;/b&gt; Caches&lt;/p&gt;',
      'Small Caches',
    ],
    ['signs that are no tags', 'If i&lt;b and c&gt;d', 'If i<b and c>d'],
    ['tags that are none', 'When <think> Costs <a', 'When <think> Costs <a'],
    ['no characters', 'Small&#0; &#xD800;Caches&#x110000;', 'Small Caches&#x110000;'],
    ['what every object has', 'Caches &toString; &valueOf;', 'Caches &toString; &valueOf;'],
    ['a line break', 'Small<br/>Caches', 'Small Caches'],
  ])('a title with %s', (_what, title, expected) => {
    expect(readOne({ title: [title] }).paper.title).toBe(expected)
  })

  test.each([
    [['Small'], ['Caches'], 'Small: Caches'],
    [['Small?'], ['Caches'], 'Small? Caches'],
    [['Small: Caches'], ['caches'], 'Small: Caches'],
    [['', 'Small'], [], 'Small'],
  ])('the title %j and the subtitle %j', (title, subtitle, expected) => {
    expect(readOne({ title, subtitle }).paper.title).toBe(expected)
  })

  test.each([
    [
      'parts with headings',
      '<jats:sec><jats:title>Background</jats:title><jats:p>Caches are big.</jats:p></jats:sec><jats:sec><jats:title>Methods:</jats:title><jats:p>We fold.</jats:p></jats:sec>',
      'Background: Caches are big. Methods: We fold.',
    ],
    [
      'HTML',
      '<p>Caches are <em>big</em>.</p>\n<ul><li>One</li><li>Two</li></ul>',
      'Caches are big. One Two',
    ],
    [
      'HTML, escaped',
      '&lt;p&gt;Caches are big.&lt;/p&gt;&lt;p&gt;We fold.&lt;/p&gt;',
      'Caches are big. We fold.',
    ],
    ['a script', '<jats:p>Big <script>alert(1)</script></jats:p>', 'Big <script>alert(1)</script>'],
    ['nothing', '<jats:title>Abstract</jats:title><jats:p/>', ''],
  ])('an abstract of %s', (_what, abstract, expected) => {
    expect(readOne({ abstract }).abstract).toBe(expected)
  })

  test.each([
    [[[2026, 6, 17]], '2026-06-17'],
    [[[2026, 6]], '2026-06'],
    [[[2026]], '2026'],
    [[['2026', '6']], '2026-06'],
    [[[2026, 1, 1]], '2026'],
    [[[2026, 2, 30]], '2026-02'],
    [[[2026, 13, 1]], '2026'],
    [
      [
        [2026, 6, 17],
        [2026, 6, 18],
      ],
      '2026-06-17',
    ],
    [[[null]], undefined],
    [[[20260]], undefined],
    [[[]], undefined],
    [[], undefined],
  ])('the date %j', (parts, expected) => {
    const date = { 'date-parts': parts }
    expect(readOne({ issued: date }).paper.publishedOn).toBe(expected)
    expect(readOne({ published: date }).paper.publishedOn).toBe(expected)
  })

  test.each([
    ['journal-article', ['Caches', 'Cach.'], 'Caches'],
    ['book-chapter', ['Lecture Notes in Rooms', 'Caches 2026'], 'Caches 2026'],
    ['proceedings-article', ['Proceedings of Caches'], 'Proceedings of Caches'],
    ['posted-content', [], undefined],
  ])('what a %s in %j came out in', (type, titles, venue) => {
    expect(readOne({ type, 'container-title': titles }).paper.venue).toBe(venue)
  })

  test('one author, and 3,000', () => {
    const authors = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ given: 'Ada', family: `Example ${n}` }))
    expect(readOne({ author: authors(1) }).paper.authors).toEqual(['Ada Example 0'])
    expect(readOne({ author: authors(3_000) }).paper.authors).toHaveLength(3_000)
    expect(readOne({ author: authors(limits.authors + 1) }).paper.authors).toHaveLength(
      limits.authors,
    )
  })

  test.each([
    ['doi', 'see the publisher'],
    ['doi', '10.1000/CACHE.7'],
    ['uri', 'https://arxiv.org/abs/2601.00001'],
    ['arxiv', 'hello'],
    ['pmid', '123'],
  ])('a preprint with the %s %s gives no other name', (kind, preprint) => {
    const relation = { 'has-preprint': [{ 'id-type': kind, id: preprint }] }
    expect(readOne({ relation }).paper.aliases).toEqual([])
  })

  test('preprints without end give a few names', () => {
    const preprints = Array.from({ length: 500 }, (_, n) => ({
      'id-type': 'doi',
      id: `10.1000/preprint.${n}`,
    }))
    expect(readOne({ relation: { 'has-preprint': preprints } }).paper.aliases).toHaveLength(10)
  })

  test('long texts are cut, whatever is in them', () => {
    const read = readOne({
      title: ['t'.repeat(limits.title + 1)],
      abstract: `${'<jats:p '.repeat(300_000)}`,
      author: [{ name: 'n'.repeat(limits.author + 1) }],
      'container-title': ['v'.repeat(limits.venue + 1)],
    })
    expect(read.paper.title).toHaveLength(limits.title)
    expect(read.abstract.length).toBeLessThanOrEqual(limits.abstract)
    expect(read.paper.authors[0]).toHaveLength(limits.author)
    expect(read.paper.venue).toHaveLength(limits.venue)
  })

  test('a preprint that is asked for without its version', () => {
    const preprint = id('doi:10.1101/2026.01.01.000001')
    const read = crossrefPaper.read(reply({ DOI: '10.1101/2026.01.01.000001' }), preprint)
    expect(read?.paper.id).toBe(preprint)
  })

  test.each([
    ['another paper', reply({ DOI: '10.1000/other' })],
    ['a paper without a title', reply({ title: [] })],
    ['a paper with an empty title', reply({ title: ['<i> </i>'] })],
  ])('%s tells nothing', (_what, value) => {
    expect(crossrefPaper.read(value, name)).toBeUndefined()
  })

  test.each([[null], [undefined], ['Resource not found.'], [[]], [{}], [{ message: { DOI: 7 } }]])(
    '%j is refused',
    (value) => {
      expect(() => crossrefPaper.read(value, name)).toThrow(ReplyError)
    },
  )
})
