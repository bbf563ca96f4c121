import type { PaperId } from '../../papers/paper-id'
import { identify } from '..'
import { readPageFacts } from './generic'
import type { PageFacts } from './page-facts'
import { isSameTitle } from './plain-text'

/** Tags that change when the page becomes that of another paper. */
const telling =
  'title, meta[name$="title" i], meta[name$="doi" i], meta[name$="identifier" i], meta[name$="pdf_url" i], ' +
  'meta[property="og:title"], meta[property="og:url"], link[rel="canonical"], script[type="application/ld+json"]'
const mostTelling = 50

/**
 * Reads what a page says about its paper, for a page that goes from one paper to the next without a page load:
 * its address changes first, then the text or the tags. The function can be called after each change of the
 * page, and reads again only where the address or the tags have changed.
 *
 * @returns a function that gives nothing for as long as the tags are still those of the paper before
 */
export function followFacts(): (document: Document, url: URL) => PageFacts | undefined {
  let last: { readonly state: string; readonly facts: PageFacts | undefined } | undefined
  /** The tags as they were when the address was that of `own`. */
  let told: { readonly own: PaperId | undefined; readonly title: string } | undefined

  return (document, url) => {
    const state = stateOf(document, url)
    if (last?.state === state) return last.facts
    const own = identify(url)
    let facts = readPageFacts(document, url)
    if (facts !== undefined && told !== undefined && told.own !== own) {
      if (isSameTitle(facts.title, told.title)) facts = undefined
    }
    if (facts !== undefined) told = { own, title: facts.title }
    last = { state, facts }
    return facts
  }
}

function stateOf(document: Document, url: URL): string {
  const tags = [...document.querySelectorAll(telling)].slice(0, mostTelling)
  const values = tags.map(
    (tag) =>
      tag.getAttribute('content') ?? tag.getAttribute('href') ?? tag.textContent?.slice(0, 2_000),
  )
  // Authors can come later than the title.
  const { length } = document.querySelectorAll('meta')
  return [url.pathname, url.search, length, ...values].join('\n')
}
