import { read } from '../dom/page-nodes'
import { limits } from '../papers/limits'
import type { PaperId } from '../papers/paper-id'
import { siteOf } from '.'
import { mentionsByLinks } from './mentions-by-links'
import { followFacts } from './read/current-facts'
import { readPageFacts } from './read/generic'
import { findHeading, saysTitle } from './read/heading'
import { agreedIds } from './read/ids'
import { type PageFacts, toPageReading } from './read/page-facts'
import { authorsOnScreen, namesOnScreen, readScreen, titleOnScreen } from './read/screen'
import type { Site } from './site'

/**
 * How the pages of a site are annotated that the user has let Dogear on, known to us or not: by the site's own
 * means where it has some, else by the tags that a page carries for search engines, and by its links.
 *
 * A page of a site that we don't know can call itself any paper. It gets one name, and none by which the user's
 * papers could be joined.
 */
export function siteAnywhere(address: URL): Site {
  const site = siteOf(address)
  const { layout = {}, screen } = site ?? {}
  const known = new Map<string, PaperId | undefined>()
  const factsOf = followFacts()
  let heading: Element | undefined
  let shown: { readonly id: PaperId | undefined; readonly text: string | null } | undefined

  function identifyPage(document: Document, url: URL): PaperId | undefined {
    return site?.identify(url) ?? factsOf(document, url)?.ids[0]
  }

  /** As many as are taken: a page can name a paper in every scheme that there is. */
  function namesOn(document: Document, url: URL, facts: PageFacts | undefined): PaperId[] {
    return allNamesOn(document, url, facts).slice(0, limits.pageAliases)
  }

  /** The names that the page gives the paper: of each scheme the one of its tags, else that of its links. */
  function allNamesOn(document: Document, url: URL, facts: PageFacts | undefined): PaperId[] {
    const id = identifyPage(document, url)
    if (site === undefined || id === undefined) return []
    if (site.readAliases !== undefined) return [...site.readAliases(document, url)]
    const others = facts?.ids.filter((other) => other !== id) ?? []
    const linked = screen === undefined ? [] : namesOnScreen(document, screen, url, id)
    return agreedIds([others, linked])
  }

  /** The facts of the tags, completed by what is on the screen. */
  function factsOnPage(document: Document, url: URL, id: PaperId): PageFacts | undefined {
    // Read once more, because the text can have come later than the tags.
    const told = factsOf(document, url) && readPageFacts(document, url)
    if (screen === undefined) return told
    if (told?.authors.length === 0) return { ...told, authors: authorsOnScreen(document, screen) }
    return told ?? (titleOf(document, url) && readScreen(document, screen, id))
  }

  /** The heading that the page shows, in the order in which the ways to find it are trusted. */
  function headingOf(document: Document, url: URL): Element | undefined {
    const own = site?.findTitle?.(document, url)
    if (own !== undefined) return own
    const title = factsOf(document, url)?.title
    const stands =
      title !== undefined && heading && read(heading, 'isConnected') && saysTitle(heading, title)
    if (title !== undefined && !stands) heading = findHeading(document, title)
    if (title !== undefined && heading !== undefined) return heading
    const isPaper = screen !== undefined && site?.identify(url) !== undefined
    return isPaper ? titleOnScreen(document, screen) : undefined
  }

  /** Nothing while the address is of another paper already and the heading still of the one before. */
  function titleOf(document: Document, url: URL): Element | undefined {
    const title = headingOf(document, url)
    if (title === undefined) return undefined
    const [id, text] = [site?.identify(url), read(title, 'textContent')]
    if (shown !== undefined && shown.id !== id && shown.text === text) return undefined
    shown = { id, text }
    return title
  }

  return {
    id: site?.id ?? 'anywhere',
    hosts: [address.host],
    identify: (url) => site?.identify(url),
    identifyPage,
    findTitle: titleOf,
    findMentions(root, url) {
      if (site?.findMentions !== undefined) return site.findMentions(root, url)
      const document = documentOf(root)
      const facts = factsOf(document, url)
      const own = new Set(namesOn(document, url, facts))
      for (const id of [site?.identify(url), ...(facts?.ids ?? [])]) if (id) own.add(id)
      return mentionsByLinks(root, url, layout, own, known)
    },
    readAliases: (document, url) => namesOn(document, url, factsOf(document, url)),
    readPaper(document, url) {
      const own = site?.readPaper?.(document, url)
      if (own !== undefined) return own
      const id = identifyPage(document, url)
      if (id === undefined) return undefined
      const facts = factsOnPage(document, url, id)
      return facts && toPageReading({ ...facts, ids: namesOn(document, url, facts) }, id)
    },
  }
}

function documentOf(root: ParentNode): Document {
  // A document has no owner.
  return root.ownerDocument ?? (root as Document)
}
