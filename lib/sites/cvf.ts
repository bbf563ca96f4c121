import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/**
 * Behind the conference, and the workshop if there is one: `…/html/X_paper.html`, `…/papers/X_paper.pdf`. The name
 * of a supplemental file has only the first words of the title.
 */
const file = /^\/+content[^/]*\/(?:.*\/)?([^/]+)_paper\.(?:html|pdf)$/i

export const cvf: Site = {
  id: 'cvf',
  hosts: ['openaccess.thecvf.com', 'www.openaccess.thecvf.com'],
  layout: { row: 'dt.ptitle', rest: 'dd', title: 'a' },
  // Most papers link their preprint (known as of 2025, not captured).
  screen: { sameWork: '#content dd > a[href*="arxiv.org/abs/"]' },
  identify: (url) => paperIdIn(pathOf(url), 'cvf', file),
}
