import { inLowerCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/interspeech_2020/name20_interspeech.html`; the archive used to be a folder of the society's own site. */
const file = /^(?:\/archive)?(?:\/pdfs)?\/([^/]+)\/([^/.]+)\.(?:html|pdf)$/i

export const isca: Site = {
  id: 'isca',
  matches: [],
  hosts: ['isca-archive.org', 'www.isca-archive.org', 'isca-speech.org', 'www.isca-speech.org'],
  identify: (url) => paperIdIn(pathOf(url), 'isca', file, inLowerCase),
}
