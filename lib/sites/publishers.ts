import { doiPaperId } from '../papers/paper-id'
import { pathOf } from './address'
import type { Site } from './site'

/** The path before the DOI of a whole volume or book, which is no paper. */
const volumePath = /\/(?:book|journal|proceedings|referencework|series|toc)$/i
/** A DOI that is nothing but a book's number. */
const bookDoi = /^10\.\d+\/(?:97[89][-\d]+|b\d+)$/
/** Words that publishers put behind the DOI for the parts and forms of a paper. */
const views =
  'abs|abstract|ampdf|bibtex|citations?|cited-by|e?pdf|epub|figures|full|fulltext|html|meta|metrics|' +
  'pdfdirect|pdfplus|references|summary|suppl\\w*|tables|text|xml'
const view = new RegExp(`/(?:${views})(?:[/.].*)?$`, 'i')
const ending = /(?:\.(?:e?pdf|epub|html?|full|fulltext|short))+$|\/+$/i

/** Publishers whose addresses hold the paper's DOI. */
export const publishers: Site = {
  id: 'publishers',
  hosts: [
    'aip.scitation.org',
    'dl.acm.org',
    'doi.acm.org',
    'drops.dagstuhl.de',
    'epubs.siam.org',
    'iopscience.iop.org',
    'journal.frontiersin.org',
    'journals.aps.org',
    'journals.sagepub.com',
    'link.aps.org',
    'link.springer.com',
    'onlinelibrary.wiley.com',
    'pubs.acs.org',
    'pubsonline.informs.org',
    'royalsocietypublishing.org',
    'science.org',
    'www.annualreviews.org',
    'www.frontiersin.org',
    'www.pnas.org',
    'www.science.org',
    'www.tandfonline.com',
    'www.worldscientific.com',
  ],
  identify(url) {
    if (url.pathname === '/action/showCitFormats')
      return doiPaperId(url.searchParams.get('doi') ?? '')
    const [, before, doi] = /^(.*?)\/(10\.\d{4,}\/.*)$/s.exec(pathOf(url)) ?? []
    if (doi === undefined || volumePath.test(before ?? '')) return undefined
    const name = doi.replace(view, '').replace(ending, '')
    return bookDoi.test(name) ? undefined : doiPaperId(name)
  },
}

/** Domains of publishers whose journals each have a host of their own. */
export const journalDomains = ['biomedcentral.com', 'onlinelibrary.wiley.com', 'springeropen.com']
