import { read } from '../../dom/page-nodes'
import { limits } from '../../papers/limits'
import type { PaperId } from '../../papers/paper-id'
import { lineOf } from '../page-text'
import type { Screen } from '../site'
import { hasFormula, isNamedIn } from './heading'
import { agreedIds, idsIn } from './ids'
import type { PageFacts } from './page-facts'

/** How the tab is called where there is no such paper. */
const failure = /\b404\b|not found|n.t exist|denied|\berror\b|just a moment/i

/** The heading on the screen that is also named in the tab, as the title of a page's paper is. */
export function titleOnScreen(document: Document, { title }: Screen): Element | undefined {
  const tab = document.title.slice(0, limits.title * 2)
  if (title === undefined || failure.test(tab)) return undefined
  return [...document.querySelectorAll(title)].slice(0, 5).find((place) => isNamedIn(place, tab))
}

/**
 * Reads a paper's own page from what is on the screen, for sites whose pages have no tags.
 *
 * @param id the paper in the page's address
 */
export function readScreen(document: Document, screen: Screen, id: PaperId): PageFacts | undefined {
  const heading = titleOnScreen(document, screen)
  // Formulas that have been typeset can't be read back.
  if (heading === undefined || hasFormula(heading)) return undefined
  const title = lineOf(read(heading, 'textContent') ?? '', limits.title)
  // One site ends each of its titles like a sentence.
  return {
    title: title.replace(/(?<=[^.])\.$/, ''),
    authors: authorsOnScreen(document, screen),
    ids: [id],
  }
}

/** Other names of the paper by the links of its page, one a scheme and none in the scheme of its own. */
export function namesOnScreen(
  document: Document,
  { sameWork }: Screen,
  url: URL,
  id: PaperId,
): PaperId[] {
  if (sameWork === undefined) return []
  const addresses = [...document.querySelectorAll(sameWork)]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((address) => URL.canParse(address, url))
    .map((address) => new URL(address, url).href)
  const scheme = id.slice(0, id.indexOf(':') + 1)
  return agreedIds([idsIn(addresses)]).filter((name) => !name.startsWith(scheme))
}

export function authorsOnScreen(document: Document, { authors }: Screen): string[] {
  if (authors === undefined) return []
  return (
    [...document.querySelectorAll(authors)]
      .flatMap((element) => (read(element, 'textContent') ?? '').split(/,|;| and (?=\p{Lu})/u))
      // A number distinguishes people of the same name.
      .map((name) => lineOf(name, limits.author).replace(/ \d{4}$/, ''))
      .filter((name) => name !== '')
      .slice(0, limits.authors)
  )
}
