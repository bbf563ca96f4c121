import { inLowerCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/interspeech_2020/name20_interspeech.html`; the archive used to be a folder of the society's own site. */
const file = /^(?:\/archive)?(?:\/pdfs)?\/([^/]+)\/([^/.]+)\.(?:html|pdf)$/i

export const isca: Site = {
  id: 'isca',
  hosts: ['isca-archive.org', 'www.isca-archive.org', 'isca-speech.org', 'www.isca-speech.org'],
  // Known as of 2025, not captured.
  screen: { title: 'h3', authors: 'h3 + h5', sameWork: 'a[href*="doi.org/10.21437/"]' },
  identify: (url) => paperIdIn(pathOf(url), 'isca', file, inLowerCase),
}
