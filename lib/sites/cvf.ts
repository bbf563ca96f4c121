import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** Behind the conference, and the workshop if there is one: `…/html/X_paper.html`, `…/papers/X_paper.pdf`. */
const file = /^\/+content[^/]*\/(?:.*\/)?([^/]+)_(?:paper|supplemental|supp)\.(?:html|pdf|zip)$/i

export const cvf: Site = {
  id: 'cvf',
  matches: [],
  hosts: ['openaccess.thecvf.com', 'www.openaccess.thecvf.com'],
  identify: (url) => paperIdIn(pathOf(url), 'cvf', file),
}
