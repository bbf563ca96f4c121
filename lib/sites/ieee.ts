import { limits } from '../papers/limits'
import { doiPaperId, type PaperId } from '../papers/paper-id'
import { paperIdIn, pathOf } from './address'
import { dateOf } from './read/dates'
import { toPageReading } from './read/page-facts'
import { plainText } from './read/plain-text'
import { webAddress } from './read/web-address'
import type { Site } from './site'

/** `/document/12345`, `/abstract/document/12345`, `/ielx7/1/2/00012345.pdf`. */
const page = /^\/(?:(?:abstract\/)?document\/|iel\w*\/\d+\/\d+\/0*)(\d+)(?:\.pdf|\/.*)?$/i
/** `/stamp/stamp.jsp?tp=&arnumber=12345` and older pages: an article number names an article wherever it stands. */
const articleNumber = /[?&]arnumber=0*(\d+)(?:&|$)/i
/** The article as data on a line of a script; there are no tags (known as of 2025, not captured). */
const metadataLine = /xplGlobal\.document\.metadata\s*=\s*(\{.*\});?\s*$/m
const longestScript = 500_000

type Metadata = Readonly<Record<string, unknown>>

export const ieee: Site = {
  id: 'ieee',
  hosts: ['ieeexplore.ieee.org'],
  identify,
  screen: { title: 'h1.document-title' },
  readAliases: (document, url) => doisOf(metadataOf(document, url)),
  readPaper(document, url) {
    const id = identify(url)
    const metadata = metadataOf(document, url)
    const title = plainText(textIn(metadata.title), limits.title)
    if (id === undefined || title === '') return undefined
    const abstract = plainText(textIn(metadata.abstract), limits.abstract)
    const venue = plainText(textIn(metadata.publicationTitle), limits.venue)
    const publishedOn =
      dateOf(textIn(metadata.publicationDate)) ?? dateOf(textIn(metadata.publicationYear))
    const pdfUrl = webAddress(textIn(metadata.pdfUrl), url)
    const facts = {
      title,
      authors: authorsIn(metadata.authors),
      ids: doisOf(metadata),
      ...(abstract.length > 60 && { abstract }),
      ...(publishedOn !== undefined && { publishedOn }),
      ...(venue !== '' && { venue }),
      ...(pdfUrl !== undefined && { pdfUrl }),
    }
    return toPageReading(facts, id)
  },
}

function identify(url: URL): PaperId | undefined {
  return paperIdIn(pathOf(url), 'ieee', page) ?? paperIdIn(url.search, 'ieee', articleNumber)
}

/** Empty where the script is of another article: it stays as it was when the page becomes the next one's. */
function metadataOf(document: Document, url: URL): Metadata {
  const script = [...document.querySelectorAll('script:not([src])')]
    .map((one) => one.textContent ?? '')
    .find((text) => text.length < longestScript && metadataLine.test(text))
  const [, line = '{}'] = metadataLine.exec(script ?? '') ?? []
  try {
    const metadata: Metadata = JSON.parse(line)
    return identify(url) === `ieee:${metadata.articleNumber}` ? metadata : {}
  } catch {
    return {}
  }
}

function doisOf({ doi }: Metadata): PaperId[] {
  const id = doiPaperId(textIn(doi))
  return id === undefined ? [] : [id]
}

function authorsIn(authors: unknown): string[] {
  if (!Array.isArray(authors)) return []
  const entries: readonly unknown[] = authors.slice(0, limits.authors)
  return entries
    .map((author) => plainText(textIn((author as Metadata | null)?.name), limits.author))
    .filter((name) => name !== '')
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
