import { doiPaperId } from '../papers/paper-id'
import { pathOf } from './address'
import type { Site } from './site'

/** Where the addresses of a publisher hold the end of the DOI, and how the DOI begins. */
const publishers: Readonly<Record<string, readonly [page: RegExp, start: string]>> = {
  'elifesciences.org': [/^\/(?:articles|reviewed-preprints)\/(\d+)/, '10.7554/elife.'],
  'peerj.com': [/^\/articles\/(\d+)(?:\.pdf)?\/?$/, '10.7717/peerj.'],
  'pubs.rsc.org': [
    /\/content\/article\w+\/\d+\/\w+\/([a-z]\d[a-z]{2}\d{5}[a-z\d])(?:\/.*)?$/i,
    '10.1039/',
  ],
  'zenodo.org': [/^\/records?\/(\d+)(?:\/.*)?$/, '10.5281/zenodo.'],
}

export const numberedDois: Site = {
  id: 'numbered-dois',
  hosts: Object.keys(publishers),
  identify(url) {
    const [page, start] = publishers[url.host] ?? []
    const end = page?.exec(pathOf(url))?.[1]
    return end === undefined ? undefined : doiPaperId(`${start}${end}`)
  },
}
