import { limits } from '../../papers/limits'
import { identify } from '..'
import type { PageReading } from '../site'
import { isLaterVersion } from './biorxiv'
import { dateOf, earliestDate } from './dates'
import { agreedIds, idsIn } from './ids'
import { type MetaTags, metaTagsOf } from './meta-tags'
import { abstractOnScreen, codeInAbstract, codeOnScreen } from './on-screen'
import { type PageFacts, toPageReading } from './page-facts'
import { isSameTitle, plainText } from './plain-text'
import { sharedTitle } from './shared-title'
import { webAddress } from './web-address'
import type { Witness } from './witness'
import { agreeingWitnesses } from './witnesses'

/**
 * Reads a paper's own page, whatever its site, from the tags that it carries for search engines and
 * reference managers. A wrong value is worse than a missing one: what is in doubt is left out.
 *
 * @param url the page's address
 * @returns undefined where the page is about no paper, or about one that has no name in a scheme of ours
 */
export function readGenericPaper(document: Document, url: URL): PageReading | undefined {
  const facts = readPageFacts(document, url)
  const [id] = facts?.ids ?? []
  return facts === undefined || id === undefined ? undefined : toPageReading(facts, id)
}

/**
 * Everything that a page says about its paper; undefined as above. The first of the ids is the one in the
 * page's address, where there is one.
 */
export function readPageFacts(document: Document, url: URL): PageFacts | undefined {
  const own = identify(url)
  const tags = metaTagsOf(document)
  const witnesses = agreeingWitnesses(document, tags, own)
  const ids = agreedIds(
    [...witnesses.map((witness) => idsIn(witness.ids)), idsIn(addressesOf(document, tags))],
    own,
  )
  const written = first(witnesses, ({ title }) => title)
  const title = plainText(written ?? sharedTitle(tags) ?? '', limits.title)
  const authors = first(witnesses, (witness) => nonEmpty(witness.authors)) ?? []
  const venue = plainText(first(witnesses, (witness) => witness.venue) ?? '', limits.title)
  if (ids.length === 0 || title === '' || isNameOfSite(title, venue, tags)) return undefined
  // A journal or an issue may carry a name and even a DOI, but has no authors.
  const isCertain = written !== undefined && authors.length > 0 && !isListing(tags, url)
  if (own === undefined && !isCertain) return undefined
  const abstract = plainText(
    first(witnesses, (witness) => witness.abstract) ?? abstractOnScreen(document) ?? '',
    limits.abstract,
  )
  const publishedOn = isLaterVersion(url) ? undefined : dateAmong(witnesses)
  const pdfUrl = webAddress(first(witnesses, ({ pdf }) => pdf) ?? '', url)
  const codeUrl = codeInAbstract(abstract) ?? codeOnScreen(document)
  return {
    title,
    authors,
    ids,
    ...(abstract !== '' && { abstract }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(venue !== '' && { venue }),
    ...(pdfUrl !== undefined && { pdfUrl }),
    ...(codeUrl !== undefined && { codeUrl }),
  }
}

/** The addresses by which a page names itself and its PDF. */
function addressesOf(document: Document, tags: MetaTags): string[] {
  const names = ['citation_abstract_html_url', 'citation_public_url', 'citation_pdf_url', 'og:url']
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  return [...names.flatMap((name) => tags.get(name) ?? []), canonical]
}

function isNameOfSite(title: string, venue: string, tags: MetaTags): boolean {
  return [venue, ...(tags.get('og:site_name') ?? [])].some(
    (name) => name.toLowerCase() === title.toLowerCase(),
  )
}

function isListing(tags: MetaTags, url: URL): boolean {
  const [title = '', ...others] = tags.get('citation_title') ?? []
  const isHome = url.pathname === '/' && url.search === ''
  return isHome || others.some((other) => !isSameTitle(title, other))
}

/** The date of the first witness that has one; the others can make it more exact. */
function dateAmong(witnesses: readonly Witness[]): string | undefined {
  const dates = witnesses.map((witness) =>
    earliestDate(witness.dates.map(dateOf).filter((date) => date !== undefined)),
  )
  return dates.reduce((date, other) =>
    date === undefined || other?.startsWith(date) ? other : date,
  )
}

function first<T>(
  witnesses: readonly Witness[],
  tell: (witness: Witness) => T | undefined,
): T | undefined {
  for (const witness of witnesses) {
    const told = tell(witness)
    if (told !== undefined) return told
  }
  return undefined
}

function nonEmpty<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values
}
