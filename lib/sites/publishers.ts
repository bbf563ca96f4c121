import { doiPaperId } from '../papers/paper-id'
import { pathOf } from './address'
import type { Site } from './site'

/** What publishers put behind the DOI for the parts and forms of a paper. */
const view = /\/(?:abstract|full|meta|pdf|epdf|references)\/?$/i
/** Preprint servers put version and form right behind the DOI: `10.1101/2020.03.22.002386v3.full.pdf`. */
const preprintVersion = /^(10\.(?:1101|64898)\/[\d.]+)v\d+(?:\..*)?$/i

/** Publishers whose addresses hold the paper's DOI. */
export const publishers: Site = {
  id: 'publishers',
  matches: [],
  hosts: [
    'dl.acm.org',
    'iopscience.iop.org',
    'journals.aps.org',
    'onlinelibrary.wiley.com',
    'www.biorxiv.org',
    'www.medrxiv.org',
    'www.pnas.org',
  ],
  identify(url) {
    const [, before, doi] = /^(.*?)\/(10\.\d.*)$/s.exec(pathOf(url)) ?? []
    // A whole volume or book has a DOI too, but is no paper.
    if (doi === undefined || /\/(?:proceedings|book)$/.test(before ?? '')) return undefined
    return doiPaperId(doi.replace(view, '').replace(preprintVersion, '$1'))
  },
}
