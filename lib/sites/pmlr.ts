import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** The page, the PDF beside it, and the paper's folder: `/v97/name19a/name19a-supp.pdf`. */
const file = /^\/([vr]\d+)\/([^/.]+)(?:\.(?:html|pdf)|\/.*)?$/
/** Where the newer volumes keep their files: `/mlresearch/v235/main/assets/name24a/name24a.pdf`. */
const repositoryFile = /^\/mlresearch\/(v\d+)\/(?:refs\/heads\/)?[\w-]+\/assets\/([^/.]+)\//

export const pmlr: Site = {
  id: 'pmlr',
  hosts: ['proceedings.mlr.press', 'raw.githubusercontent.com'],
  screen: { sameWork: '#extras a[href*="openreview.net/forum"]' },
  layout: { row: 'div.paper', title: 'p.title' },
  identify(url) {
    const pattern = url.host === 'proceedings.mlr.press' ? file : repositoryFile
    return paperIdIn(pathOf(url), 'pmlr', pattern)
  },
}
