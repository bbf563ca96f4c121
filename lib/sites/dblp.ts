import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/rec/conf/venue/Name24.html`; formerly the form stood before the key, `/rec/bibtex/conf/venue/Name24`. */
const record = /^\/rec\/(?:(?:html|bibtex|bib\d?|xml|rdf)\/)?([^.]+)(?:\.\w+)?$/

export const dblp: Site = {
  id: 'dblp',
  matches: [],
  hosts: ['dblp.org', 'www.dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'],
  identify: (url) => paperIdIn(pathOf(url), 'dblp', record),
}
