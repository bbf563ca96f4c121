import { cite } from '../../../lib/export/cite'
import { digestMarkdown } from '../../../lib/export/digest-markdown'
import { findArxivId, parseArxivId } from '../../../lib/papers/arxiv-id'
import { authorNames, authorNamesInLine } from '../../../lib/papers/author-list'
import { changeEntry } from '../../../lib/papers/change-entry'
import { isDay } from '../../../lib/papers/day'
import { parseDoi } from '../../../lib/papers/doi'
import { isSameTag, normalizeTag } from '../../../lib/papers/entry'
import { markupText } from '../../../lib/papers/foreign-text/markup'
import { oneLine } from '../../../lib/papers/foreign-text/one-line'
import { texText } from '../../../lib/papers/foreign-text/tex-text'
import { hasFormula, splitFormulas } from '../../../lib/papers/formulas'
import { isLinkedId } from '../../../lib/papers/linked-works'
import type { Paper } from '../../../lib/papers/paper'
import {
  aclPaperId,
  arxivPaperId,
  doiPaperId,
  isPaperId,
  openReviewPaperId,
  paperIdOf,
  parsePaperId,
  schemes,
} from '../../../lib/papers/paper-id'
import { paperName } from '../../../lib/papers/paper-name'
import { isSourceId, readSourceId } from '../../../lib/papers/source'
import { readTypedAccount } from '../../../lib/papers/typed-account'
import { findWatch, followQuestion, watchName } from '../../../lib/papers/watch'
import { excerptOf, markWords } from '../../../lib/search/mark-words'
import { matchWords } from '../../../lib/search/match-words'
import { parseQuery } from '../../../lib/search/parse-query'
import { tokensIn, tokensOf } from '../../../lib/search/tokens'
import { matchesWatch, readQuestion } from '../../../lib/search/watch-question'
import { isPlain, wordsIn } from '../../../lib/search/words'
import { addSearch } from '../../../lib/settings/last-searches'
import { readTypedSite } from '../../../lib/settings/typed-site'
import { identify } from '../../../lib/sites'
import { dayOf as dayInPage, lineOf } from '../../../lib/sites/page-text'
import { isLaterVersion } from '../../../lib/sites/read/biorxiv'
import { followFacts } from '../../../lib/sites/read/current-facts'
import { dateOf, earliestDate } from '../../../lib/sites/read/dates'
import { readGenericPaper, readPageFacts } from '../../../lib/sites/read/generic'
import * as heading from '../../../lib/sites/read/heading'
import { agreedIds, idsIn } from '../../../lib/sites/read/ids'
import { jsonLdWitnesses } from '../../../lib/sites/read/json-ld'
import { metaTagsOf } from '../../../lib/sites/read/meta-tags'
import { namesIn } from '../../../lib/sites/read/names'
import * as onScreen from '../../../lib/sites/read/on-screen'
import { isSameTitle, lettersOf, plainText } from '../../../lib/sites/read/plain-text'
import * as screens from '../../../lib/sites/read/screen'
import { sharedTitle } from '../../../lib/sites/read/shared-title'
import {
  familyWitness,
  otherFamilies,
  trustedFamilies,
  wholeAbstract,
} from '../../../lib/sites/read/tag-families'
import { repositoryOf, webAddress } from '../../../lib/sites/read/web-address'
import { agreeingWitnesses } from '../../../lib/sites/read/witnesses'
import { sourceById } from '../../../lib/sources'
import { arxivPaper, firstDoi } from '../../../lib/sources/arxiv-paper'
import { crossrefPaper } from '../../../lib/sources/crossref-paper'
import { hfDaily, readItems, readPaperReply } from '../../../lib/sources/hf-daily'
import { hfLinked } from '../../../lib/sources/hf-linked'
import { hfPaper } from '../../../lib/sources/hf-paper'
import { hfSearch } from '../../../lib/sources/hf-search'
import { ReplyError, type Source } from '../../../lib/sources/source'
import { dayOf, line, texLine } from '../../../lib/sources/values'
import { rootOf, textOf } from '../../../lib/sources/xml'
import { retryTime } from '../../../lib/sync/retry-time'
import { documentOf } from '../../sites/page'
import { nth } from '../db/samples'

const period = { kind: 'day', day: '2026-07-22' } as const
const arxivList = sourceById('arxiv:cs.CL') as Source
const submitter = sourceById('hf-submitter:ada') as Source
const page = new URL('https://example.org/paper')

export const paperWith = (text: string): Paper => ({
  id: nth(1),
  aliases: [],
  title: text,
  authors: [text, text],
  organization: text,
  venue: text,
  keywords: [text],
  origin: 'source',
})

/** An item of Hugging Face with a text wherever it has one. */
const item = (text: string) => ({
  paper: {
    id: '2601.00001',
    title: text,
    summary: text,
    authors: [{ name: text }],
    publishedAt: text,
    submittedOnDailyAt: text,
    submittedOnDailyBy: { name: text },
    organization: { name: text, fullname: text },
    ai_summary: text,
    ai_keywords: [text],
    githubRepo: text,
    projectPage: text,
  },
  thumbnail: text,
})

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\ud800-\udfff\0]/g, '')

const feedOf = (text: string) =>
  `<rss><channel><pubDate>Wed, 22 Jul 2026 00:00:00 -0400</pubDate><item><title>${text}</title>` +
  `<link>${text}</link><description>${text}</description><arxiv:announce_type>${text}</arxiv:announce_type>` +
  `<arxiv:journal_reference>${text}</arxiv:journal_reference><arxiv:DOI>${text}</arxiv:DOI></item>` +
  `<item><title>A</title><link>https://arxiv.org/abs/2601.00001</link><dc:creator>${text}</dc:creator></item></channel></rss>`

const atomOf = (text: string) =>
  `<feed><entry><id>http://arxiv.org/abs/2601.00001</id><title>A</title><published>${text}</published>` +
  `<author><name>${text}</name></author><arxiv:journal_ref>${text}</arxiv:journal_ref>` +
  `<arxiv:doi>${text}</arxiv:doi><summary>${text}</summary></entry><entry><id>${text}</id></entry></feed>`

const work = (text: string) => ({
  message: {
    DOI: '10.1000/one',
    type: text,
    title: [text],
    subtitle: [text],
    author: [{ given: text, family: text }, { name: text }],
    abstract: text,
    published: { 'date-parts': [[text, text, text]] },
    'container-title': [text],
    relation: {
      'has-preprint': [
        { 'id-type': 'doi', id: text },
        { 'id-type': 'arxiv', id: text },
      ],
    },
  },
})

/** A page that says the text in each tag and element that is looked at. */
function documentWith(text: string): Document {
  const document = documentOf(
    '<!doctype html><html><head><title></title></head><body><main><h1></h1><h2>Abstract</h2><p></p><a href="https://github.com/a/b"></a></main></body></html>',
  )
  const add = (tag: string, attributes: Record<string, string>) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.head.append(element)
    return element
  }
  const names =
    'citation_title citation_author citation_abstract citation_date citation_doi citation_pdf_url citation_journal_title dc.creator dc.identifier eprints.creators_name'
  for (const name of names.split(' ')) add('meta', { name, content: text })
  for (const name of ['og:title', 'og:site_name', 'og:url']) {
    add('meta', { property: name, content: text })
  }
  add('meta', { property: 'og:type', content: 'article' })
  add('link', { rel: 'canonical', href: text })
  const about = { '@type': 'ScholarlyArticle', name: text, author: text, identifier: text }
  add('script', { type: 'application/ld+json' }).textContent = JSON.stringify({
    ...about,
    abstract: text,
    datePublished: text,
  })
  for (const element of document.querySelectorAll('title, h1, p, a')) element.textContent = text
  return document
}

const tagsWith = (text: string) => metaTagsOf(documentWith(text))
const screen = { title: 'h1', authors: 'p', sameWork: 'a, link' }
const terms = parseQuery('one "two three" four*').terms
const first = (document: Document) => document.querySelector('h1') as Element

/** A reader, and how what it reads is made of an odd text. Only the reading is measured. */
export interface Reader {
  readonly make: (text: string) => unknown
  /** In how many places of what is read the text stands, about. */
  readonly places: number
  readonly read: (given: never) => unknown
}

function of<T>(make: (text: string) => T, read: (given: T) => unknown, places = 1): Reader {
  return { make, read, places }
}

function ofText(read: (text: string) => unknown): Reader {
  return of((text) => text, read)
}

/** What is no reply, or no page, may be refused. */
function refusing<T>(make: (text: string) => T, read: (given: T) => unknown): Reader {
  const refused = (given: T) => {
    try {
      read(given)
    } catch (error) {
      if (!(error instanceof ReplyError)) throw error
    }
  }
  return of(make, refused, 8)
}

const inDocument = (read: (document: Document) => unknown) => of(documentWith, read, 8)

/** Every function that reads text from outside, by its name. */
export const readers: Readonly<Record<string, Reader>> = {
  // Replies of sources.
  arxivList: refusing(
    (text) => feedOf(escaped(text)),
    (reply) => arxivList.read(reply, period),
  ),
  'arxivList, markup': refusing(feedOf, (reply) => arxivList.read(reply, period)),
  arxivPaper: refusing(
    (text) => atomOf(escaped(text)),
    (reply) => arxivPaper.read(reply, nth(1)),
  ),
  firstDoi: ofText(firstDoi),
  crossrefPaper: refusing(work, (reply) => crossrefPaper.read(reply, 'doi:10.1000/one' as never)),
  hfDaily: refusing(
    (text) => [item(text)],
    (reply) => hfDaily.read(reply, period),
  ),
  'hfDaily.nextRequest': of(
    (text) => ({ get: () => text }) as unknown as Headers,
    (headers) => hfDaily.nextRequest(headers),
  ),
  readPaperReply: of((text) => item(text).paper, readPaperReply),
  readItems: of((text) => [item(text)], readItems),
  hfSubmitter: refusing(
    (text) => [item(text)],
    (reply) => submitter.read(reply, period),
  ),
  hfPaper: refusing(
    (text) => item(text).paper,
    (reply) => hfPaper.read(reply, nth(1)),
  ),
  hfSearch: refusing((text) => [item(text)], hfSearch.read),
  hfLinked: refusing(
    (text) => ({ linkedModels: [{ id: text }, { id: `a/${text}` }] }),
    (reply) => hfLinked.read(reply, nth(1)),
  ),
  markupText: ofText(markupText),
  texText: ofText(texText),
  texLine: ofText((text) => texLine(text, 20_000)),
  oneLine: ofText((text) => oneLine(text, 20_000)),
  authorNames: ofText((text) => authorNames([text, text])),
  authorNamesInLine: ofText(authorNamesInLine),
  line: ofText((text) => line(text, 100)),
  dayOf: ofText(dayOf),
  rootOf: refusing((text) => text, rootOf),
  textOf: refusing(
    (text) => rootOf(`<a><b>${escaped(text)}</b></a>`),
    (root) => root && textOf(root, 'b'),
  ),
  retryTime: of(
    (text) => ({ get: () => text }) as unknown as Headers,
    (headers) => retryTime(headers, 0),
  ),
  sourceById: ofText(sourceById),

  // Names of papers, and what is typed.
  parseArxivId: ofText(parseArxivId),
  findArxivId: ofText(findArxivId),
  isDay: ofText(isDay),
  parseDoi: ofText(parseDoi),
  normalizeTag: ofText(normalizeTag),
  isSameTag: ofText((text) => isSameTag(text, `${text}a`)),
  changeEntry: ofText((text) => changeEntry(undefined, nth(1), { addTags: [text], note: text }, 1)),
  splitFormulas: ofText(splitFormulas),
  hasFormula: ofText(hasFormula),
  isLinkedId: ofText(isLinkedId),
  aclPaperId: ofText(aclPaperId),
  arxivPaperId: ofText(arxivPaperId),
  doiPaperId: ofText(doiPaperId),
  openReviewPaperId: ofText(openReviewPaperId),
  ...Object.fromEntries(
    schemes.map((scheme) => [`paperIdOf ${scheme}`, ofText((text) => paperIdOf(scheme, text))]),
  ),
  parsePaperId: ofText((text) => parsePaperId(`doi:10.1000/${text}`)),
  isPaperId: ofText(isPaperId),
  paperName: ofText((text) => paperName(text as never)),
  readSourceId: ofText((text) => readSourceId(`hf-org:a${text}`)),
  isSourceId: ofText(isSourceId),
  readTypedAccount: ofText(readTypedAccount),
  readTypedSite: ofText(readTypedSite),
  watchName: ofText((question) => watchName({ question })),
  findWatch: ofText((question) => findWatch([{ question } as never], `${question}a`)),
  followQuestion: ofText((text) => followQuestion('author', text)),
  addSearch: ofText((text) => addSearch([`${text}a`], text)),

  // The search.
  parseQuery: ofText((text) => parseQuery(text)),
  readQuestion: ofText(readQuestion),
  matchesWatch: of(paperWith, (paper) => {
    const { question } = readQuestion('early "late exits" org:lake keyword:cache*')
    return question && matchesWatch(question, { ...paper })
  }),
  wordsIn: ofText(wordsIn),
  isPlain: ofText(isPlain),
  tokensOf: ofText(tokensOf),
  tokensIn: ofText(tokensIn),
  markWords: ofText((text) => markWords(text, terms)),
  excerptOf: ofText((text) => excerptOf(text, terms)),
  matchWords: ofText((text) => matchWords([text], 'one a', (one) => [[one]], 5)),

  // Pages.
  identify: ofText((text) => identify(`https://example.org/${text}`)),
  'identify, at arXiv': ofText((text) => identify(`https://arxiv.org/abs/${text}`)),
  'identify, at doi.org': ofText((text) => identify(`https://doi.org/10.1000/${text}`)),
  lineOf: ofText((text) => lineOf(text, 100)),
  dayInPage: ofText(dayInPage),
  isLaterVersion: of((text) => new URL(`https://www.biorxiv.org/${text}`), isLaterVersion),
  followFacts: inDocument((document) => followFacts()(document, page)),
  dateOf: ofText(dateOf),
  earliestDate: of(
    (text) =>
      Array.from({ length: text.length / 16 }, (_, at) => text.slice(at * 16, at * 16 + 16)),
    earliestDate,
  ),
  readGenericPaper: inDocument((document) => readGenericPaper(document, page)),
  readPageFacts: inDocument((document) => readPageFacts(document, page)),
  findHeading: inDocument((document) => heading.findHeading(document, 'A Title of a Paper')),
  saysTitle: inDocument((document) => heading.saysTitle(first(document), 'A Title of a Paper')),
  isNamedIn: inDocument((document) => heading.isNamedIn(first(document), 'A Title of a Paper')),
  'isNamedIn, the name': of(
    (text) => [first(documentWith('A Title')), text] as const,
    ([element, text]) => heading.isNamedIn(element, text),
  ),
  'hasFormula, of an element': inDocument((document) => heading.hasFormula(first(document))),
  idsIn: ofText((text) => idsIn([text, `https://example.org/${text}`])),
  agreedIds: of(
    (text) =>
      Array.from({ length: text.length / 16 }, (_, index) => `doi:10.1000/${index}` as never),
    (ids) => agreedIds([ids, ids]),
  ),
  jsonLdWitnesses: inDocument(jsonLdWitnesses),
  metaTagsOf: inDocument(metaTagsOf),
  namesIn: ofText((text) => namesIn([text])),
  abstractOnScreen: inDocument(onScreen.abstractOnScreen),
  codeOnScreen: inDocument(onScreen.codeOnScreen),
  codeInAbstract: ofText(onScreen.codeInAbstract),
  plainText: ofText((text) => plainText(text, 20_000)),
  isSameTitle: ofText((text) => isSameTitle(text, `${text}a`)),
  lettersOf: ofText(lettersOf),
  titleOnScreen: inDocument((document) => screens.titleOnScreen(document, screen)),
  readScreen: inDocument((document) => screens.readScreen(document, screen, nth(1))),
  namesOnScreen: inDocument((document) => screens.namesOnScreen(document, screen, page, nth(1))),
  authorsOnScreen: inDocument((document) => screens.authorsOnScreen(document, screen)),
  sharedTitle: of(tagsWith, sharedTitle),
  familyWitness: of(tagsWith, (tags) =>
    [...trustedFamilies, ...otherFamilies].map((family) => familyWitness(tags, family)),
  ),
  wholeAbstract: ofText(wholeAbstract),
  webAddress: ofText((text) => webAddress(text, page)),
  repositoryOf: ofText((text) => repositoryOf(`https://github.com/${text}`)),
  agreeingWitnesses: inDocument((document) =>
    agreeingWitnesses(document, metaTagsOf(document), undefined),
  ),

  // What is pasted elsewhere.
  'cite, as BibTeX': of(paperWith, (paper) => cite(paper, 'bibtex')),
  'cite, as Markdown': of(paperWith, (paper) => cite(paper, 'markdown')),
  'cite, plain': of(paperWith, (paper) => cite(paper, 'plain')),
  digestMarkdown: of(paperWith, (paper) =>
    digestMarkdown(paper.title, [
      { heading: paper.title, papers: [{ paper, about: paper.title }] },
    ]),
  ),
}
