import { limits } from '../papers/limits'
import type { Paper } from '../papers/paper'
import { arxivPaperId, doiPaperId, type PaperId } from '../papers/paper-id'
import { textAfter } from './address'
import { arxiv, arxivKinds } from './arxiv'
import { headingOfLatexml, readLatexml, referencesOfLatexml } from './latexml'
import { dayOf, lineOf } from './page-text'
import type { Mention, PageReading, Site } from './site'

/** The pages of arXiv, for the script that runs there from the install on. */
export const arxivPages: Site = {
  ...arxiv,
  findMentions,
  findTitle: (document) => document.querySelector('h1.title') ?? headingOfLatexml(document),
  readPaper,
}

/** Where lists and search results name their papers (seen June 2026). */
const listedNames = 'dt a[href*="/abs/"], .arxiv-result .list-title a[href*="/abs/"]'
const addressPath = /^(?:https?:\/\/arxiv\.org)?(\/abs\/[^?#]+)/

/**
 * The papers of a listing or a search, each at its name: behind that there is room on the same line, while the
 * title is a block of its own. A link in somebody's comment is called otherwise and is left alone. On a paper's
 * page only the works that its bibliography names are mentions.
 */
function* findMentions(root: ParentNode, url: URL): Generator<Mention> {
  if (arxiv.identify(url) !== undefined) return yield* referencesOfLatexml(root)
  for (const anchor of root.querySelectorAll(listedNames)) {
    if (!anchor.textContent?.trimStart().startsWith('arXiv:')) continue
    const [, path] = addressPath.exec(anchor.getAttribute('href') ?? '') ?? []
    const text = path === undefined ? undefined : textAfter(path, arxivKinds)
    const paperId = text === undefined ? undefined : arxivPaperId(text)
    if (paperId !== undefined) yield { paperId, anchor }
  }
}

/**
 * Reads a paper's page, as made by LaTeXML, or an abstract page: the Highwire `citation_*` tags where there are any, else what is on the screen.
 * The tags: https://info.arxiv.org/help/bib_feed.html
 */
function readPaper(document: Document, url: URL): PageReading | undefined {
  const id = arxiv.identify(url)
  if (id === undefined) return undefined
  if (headingOfLatexml(document) !== undefined) return readLatexml(document, id)
  const title = lineOf(metaOf(document, 'citation_title') ?? headingText(document), limits.title)
  if (title === '') return undefined
  const publishedOn = dayOf(metaOf(document, 'citation_date') ?? '')
  const paper: Paper = {
    id,
    aliases: aliasesOf(document),
    title,
    authors: authorsOf(document),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    keywords: [],
    origin: 'page',
  }
  const abstract = lineOf(
    metaOf(document, 'citation_abstract') ??
      textWithoutLabel(document.querySelector('blockquote.abstract')),
    limits.abstract,
  )
  return abstract === '' ? { paper } : { paper, abstract }
}

function metaOf(document: Document, name: string): string | undefined {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? undefined
}

function headingText(document: Document): string {
  return textWithoutLabel(document.querySelector('h1.title'))
}

/** The text of an element without the `Title:` or `Abstract:` that arXiv puts before it. */
function textWithoutLabel(element: Element | null): string {
  const text = element?.textContent ?? ''
  const label = element?.querySelector('.descriptor')?.textContent ?? ''
  return label === '' ? text : text.replace(label, '')
}

function authorsOf(document: Document): string[] {
  const tags = [...document.querySelectorAll('meta[name="citation_author"]')]
  const names =
    tags.length > 0
      ? tags.map((tag) => inReadingOrder(tag.getAttribute('content') ?? ''))
      : [...document.querySelectorAll('.authors a')].map((link) => link.textContent ?? '')
  return (
    names
      .map((name) => lineOf(name, limits.author))
      // Collaborations leave a lone colon between the names.
      .filter((name) => /[\p{L}\p{N}]/u.test(name))
      .slice(0, limits.authors)
  )
}

/** `Family, Given` as `Given Family`. */
function inReadingOrder(name: string): string {
  const comma = name.indexOf(',')
  return comma < 0 ? name : `${name.slice(comma + 1)} ${name.slice(0, comma)}`
}

/** The DOI of the published version. The one that arXiv gives out is the same id in other clothes. */
function aliasesOf(document: Document): PaperId[] {
  const link = document.querySelector('td.tablecell.doi a')
  const text = metaOf(document, 'citation_doi') ?? link?.getAttribute('href') ?? ''
  // Where a paper has several, they stand side by side.
  const id = doiPaperId(text.trim().split(/\s/)[0] ?? '')
  return id?.startsWith('doi:') ? [id] : []
}
