import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** The page `/papers/v20/18-598.html` and the files `/papers/volume20/18-598/18-598.pdf`. */
const file = /^\/(?:beta\/)?papers\/(v)(?:olume)?(\d+)\/([^/.]+)(?:\.(?:html|pdf|bib)|\/.*)?$/
/** Where the proceedings of PMLR used to be. */
const proceedingsFile = /^\/proceedings\/papers\/(v\d+)\/([^/.]+)(?:\.(?:html|pdf)|\/.*)?$/

export const jmlr: Site = {
  id: 'jmlr',
  hosts: ['jmlr.org', 'www.jmlr.org', 'jmlr.csail.mit.edu'],
  layout: { row: 'dt', rest: 'dd', title: 'dt' },
  // Pages of the first volumes have no tags.
  screen: { title: '#content h2' },
  identify(url) {
    const path = pathOf(url)
    return (
      paperIdIn(path, 'jmlr', file, (name) => name.replace('v/', 'v')) ??
      paperIdIn(path, 'pmlr', proceedingsFile)
    )
  },
}
