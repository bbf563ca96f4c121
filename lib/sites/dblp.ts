import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/rec/conf/venue/Name24.html`; formerly the form stood before the key, `/rec/bibtex/conf/venue/Name24`. */
const record = /^\/rec\/(?:(?:html|bibtex|bib\d?|xml|rdf)\/)?([^.]+)(?:\.\w+)?$/

export const dblp: Site = {
  id: 'dblp',
  hosts: ['dblp.org', 'www.dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'],
  screen: {
    title: 'header h1',
    authors: 'li.entry [itemprop="author"] [itemprop="name"]',
    sameWork: 'li.entry nav.publ a[itemprop="url"]',
  },
  identify: (url) => paperIdIn(pathOf(url), 'dblp', record),
  // The entry of a volume is its editors'; the links stand before the title, in menus (known as of 2025, not captured).
  layout: {
    within: 'li.entry:not(.editor, .proceedings)',
    row: 'li.entry',
    title: 'span.title',
  },
}
