import type { PaperId } from '../papers/paper-id'
import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

const pubMedPage = /^\/(\d+)\/?$/
/** `/pubmed/12345`, and an article of PubMed Central by its number in PubMed. */
const pubMedPath = /^\/(?:m\/)?(?:pubmed|pmc\/articles\/pmid)\/(\d+)\/?$/i
/** `/pmc/articles/PMC12345/pdf/name.pdf`; `PMC` was left out at times, and a version may follow. */
const centralPath = /^\/(?:labs\/)?(?:pmc\/)?articles\/(?:PMC)?(\d+)(?:[./].*)?$/i
/** `/article/MED/12345`, `/abstract/PMC/PMC12345`, `/articles/PMC12345`. */
const europeanPath = /^\/(?:article|abstract)\/med\/(\d+)\/?$/i
const europeanCentralPath = /^\/(?:articles?|abstract)\/(?:pmc\/)?PMC(\d+)(?:\/.*)?$/i

/** PubMed, PubMed Central and their European sister. */
export const ncbi: Site = {
  id: 'ncbi',
  hosts: [
    'pubmed.ncbi.nlm.nih.gov',
    'pmc.ncbi.nlm.nih.gov',
    'www.ncbi.nlm.nih.gov',
    'ncbi.nlm.nih.gov',
    'www.pubmedcentral.nih.gov',
    'europepmc.org',
    'www.europepmc.org',
  ],
  // PubMed has its heading twice, and shows one of them.
  findTitle: (document) => document.querySelector('#full-view-heading h1') ?? undefined,
  // The tags have initials only.
  screen: { authors: '#full-view-heading .authors-list a.full-name' },
  identify(url) {
    const path = pathOf(url)
    switch (url.host) {
      case 'pubmed.ncbi.nlm.nih.gov':
        return paperIdIn(path, 'pmid', pubMedPage)
      case 'pmc.ncbi.nlm.nih.gov':
        return central(path, centralPath)
      case 'www.pubmedcentral.nih.gov':
        return central(url.search, /[?&]artid=(?:PMC)?(\d+)(?:&|$)/i)
      case 'europepmc.org':
      case 'www.europepmc.org':
        return paperIdIn(path, 'pmid', europeanPath) ?? central(path, europeanCentralPath)
      default:
        return (
          paperIdIn(path, 'pmid', pubMedPath) ??
          central(path, centralPath) ??
          // A search for nothing but a number leads to the paper.
          paperIdIn(path + url.search, 'pmid', /^\/pubmed\/?\?term=(\d+)$/i)
        )
    }
  },
}

function central(text: string, pattern: RegExp): PaperId | undefined {
  return paperIdIn(text, 'pmcid', pattern, (digits) => `PMC${digits}`)
}
