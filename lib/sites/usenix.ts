import { inLowerCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/conference/osdi24/presentation/name`; formerly below the sessions of the conference. */
const talk = /^\/conference\/([^/]+)\/(?:[\w-]+\/)?presentation\/([^/]+)\/?$/i

export const usenix: Site = {
  id: 'usenix',
  hosts: ['www.usenix.org', 'usenix.org'],
  identify: (url) => paperIdIn(pathOf(url), 'usenix', talk, inLowerCase),
}
