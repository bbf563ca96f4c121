import { arxivPaperId } from '../papers/paper-id'
import { paperIdIn, pathOf, textAfter } from './address'
import type { Site } from './site'

/** Other pages below a paper list its neighbours: `/toc`, `/coreads`. */
const page = /^\/abs\/([^/]{19})(?:\/abstract)?\/?$/

/** The Astrophysics Data System and its successor. */
export const adsabs: Site = {
  id: 'adsabs',
  hosts: ['ui.adsabs.harvard.edu', 'adsabs.harvard.edu', 'scixplorer.org'],
  identify(url) {
    const path = pathOf(url)
    return arxivPaperId(textAfter(path, ['/abs/arxiv:']) ?? '') ?? paperIdIn(path, 'bibcode', page)
  },
}
