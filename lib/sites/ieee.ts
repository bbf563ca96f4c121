import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/document/12345`, `/abstract/document/12345`, `/ielx7/1/2/00012345.pdf`. */
const page = /^\/(?:(?:abstract\/)?document\/|iel\w*\/\d+\/\d+\/0*)(\d+)(?:\.pdf|\/.*)?$/i
/** `/stamp/stamp.jsp?tp=&arnumber=12345` and older pages: an article number names an article wherever it stands. */
const articleNumber = /[?&]arnumber=0*(\d+)(?:&|$)/i

export const ieee: Site = {
  id: 'ieee',
  matches: [],
  hosts: ['ieeexplore.ieee.org'],
  identify: (url) =>
    paperIdIn(pathOf(url), 'ieee', page) ?? paperIdIn(url.search, 'ieee', articleNumber),
}
