import type { PaperId } from './paper-id'

/** How a person would write the name of a paper: "arXiv 2401.12345". */
export function paperName(id: PaperId): string {
  const [scheme = '', ...name] = id.split(':')
  return `${schemeNames[scheme] ?? scheme} ${name.join(':')}`
}

const schemeNames: Readonly<Record<string, string>> = {
  aaai: 'AAAI',
  acl: 'ACL',
  arxiv: 'arXiv',
  chemrxiv: 'ChemRxiv',
  cvf: 'CVF',
  dblp: 'dblp',
  doi: 'DOI',
  hal: 'HAL',
  ieee: 'IEEE',
  ijcai: 'IJCAI',
  inspire: 'INSPIRE',
  isca: 'ISCA',
  jmlr: 'JMLR',
  neurips: 'NeurIPS',
  openreview: 'OpenReview',
  pii: 'PII',
  pmcid: 'PMC',
  pmid: 'PubMed',
  pmlr: 'PMLR',
  pwc: 'Papers with Code',
  s2: 'Semantic Scholar',
  ssrn: 'SSRN',
  usenix: 'USENIX',
}
