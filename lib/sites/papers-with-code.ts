import { inLowerCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

export const papersWithCode: Site = {
  id: 'papers-with-code',
  matches: [],
  hosts: ['paperswithcode.com', 'www.paperswithcode.com', 'cs.paperswithcode.com'],
  identify: (url) => paperIdIn(pathOf(url), 'pwc', /^\/paper\/([^/]+)(?:\/.*)?$/i, inLowerCase),
}
