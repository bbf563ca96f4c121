import type { Access, AccessReason } from './access'
import { builtInAccesses } from './built-in'

/*
 * Where a user can let Dogear mark papers, or keep it from. Apart from the sites themselves: the script that runs
 * in pages knows every site, and has no use for this.
 */

/** Every page of these hosts, over a safe connection. */
function accessTo(
  id: string,
  name: string,
  hosts: readonly string[],
  reason: AccessReason,
): Access {
  return { id, name, matches: hosts.map((host) => `https://${host}/*`), reason }
}

const optionalAccesses: readonly Access[] = [
  accessTo('aaai', 'AAAI', ['ojs.aaai.org'], 'lists'),
  accessTo('acl-anthology', 'ACL Anthology', ['aclanthology.org'], 'lists'),
  accessTo('acm', 'ACM Digital Library', ['dl.acm.org'], 'papers'),
  accessTo('acs', 'ACS Publications', ['pubs.acs.org'], 'papers'),
  accessTo('adsabs', 'NASA ADS', ['ui.adsabs.harvard.edu'], 'search'),
  accessTo('alphaxiv', 'alphaXiv', ['www.alphaxiv.org', 'alphaxiv.org'], 'papers'),
  accessTo('aps', 'APS Journals', ['journals.aps.org'], 'papers'),
  accessTo('ar5iv', 'ar5iv', ['ar5iv.labs.arxiv.org', 'ar5iv.org'], 'references'),
  accessTo('biorxiv', 'bioRxiv, medRxiv', ['www.biorxiv.org', 'www.medrxiv.org'], 'papers'),
  accessTo('bluesky', 'Bluesky', ['bsky.app'], 'posts'),
  accessTo('chemrxiv', 'ChemRxiv', ['chemrxiv.org'], 'papers'),
  accessTo('cvf', 'CVF Open Access', ['openaccess.thecvf.com'], 'lists'),
  accessTo('dblp', 'dblp', ['dblp.org', 'dblp.uni-trier.de'], 'lists'),
  accessTo('elife', 'eLife', ['elifesciences.org'], 'papers'),
  accessTo('frontiers', 'Frontiers', ['www.frontiersin.org'], 'papers'),
  accessTo('github', 'GitHub', ['github.com', 'gist.github.com'], 'posts'),
  accessTo(
    'google-scholar',
    'Google Scholar',
    [
      'scholar.google.com',
      'scholar.google.de',
      'scholar.google.fr',
      'scholar.google.co.uk',
      'scholar.google.ca',
      'scholar.google.co.jp',
      'scholar.google.com.hk',
      'scholar.google.co.in',
      'scholar.google.ch',
      'scholar.google.nl',
    ],
    'search',
  ),
  accessTo('hacker-news', 'Hacker News', ['news.ycombinator.com'], 'posts'),
  accessTo('hal', 'HAL', ['hal.science'], 'papers'),
  accessTo('ieee', 'IEEE Xplore', ['ieeexplore.ieee.org'], 'papers'),
  accessTo('ijcai', 'IJCAI', ['www.ijcai.org', 'ijcai.org'], 'lists'),
  accessTo('inspire', 'INSPIRE', ['inspirehep.net'], 'search'),
  accessTo('iop', 'IOPscience', ['iopscience.iop.org'], 'papers'),
  accessTo('isca', 'ISCA Archive', ['www.isca-archive.org', 'isca-archive.org'], 'lists'),
  accessTo('jmlr', 'JMLR', ['jmlr.org', 'www.jmlr.org'], 'lists'),
  accessTo('lobsters', 'Lobsters', ['lobste.rs'], 'posts'),
  accessTo('mdpi', 'MDPI', ['www.mdpi.com'], 'papers'),
  accessTo('nature', 'Nature', ['www.nature.com'], 'papers'),
  accessTo(
    'neurips',
    'NeurIPS Proceedings',
    ['proceedings.neurips.cc', 'papers.nips.cc', 'papers.neurips.cc', 'proceedings.nips.cc'],
    'lists',
  ),
  accessTo('openreview', 'OpenReview', ['openreview.net'], 'lists'),
  accessTo('oxford', 'Oxford Academic', ['academic.oup.com'], 'papers'),
  accessTo('papers-cool', 'Cool Papers', ['papers.cool'], 'lists'),
  accessTo('papers-with-code', 'Papers with Code', ['paperswithcode.com'], 'lists'),
  accessTo('peerj', 'PeerJ', ['peerj.com'], 'papers'),
  accessTo('plos', 'PLOS', ['journals.plos.org'], 'papers'),
  accessTo('pmc', 'PubMed Central', ['pmc.ncbi.nlm.nih.gov'], 'papers'),
  accessTo('pmlr', 'PMLR', ['proceedings.mlr.press'], 'lists'),
  accessTo('pnas', 'PNAS', ['www.pnas.org'], 'papers'),
  accessTo('pos', 'Proceedings of Science', ['pos.sissa.it'], 'lists'),
  accessTo('pubmed', 'PubMed', ['pubmed.ncbi.nlm.nih.gov'], 'search'),
  accessTo('reddit', 'Reddit', ['www.reddit.com', 'old.reddit.com', 'new.reddit.com'], 'posts'),
  accessTo(
    'robotics-proceedings',
    'Robotics: Science and Systems',
    ['www.roboticsproceedings.org', 'roboticsproceedings.org'],
    'lists',
  ),
  accessTo('science', 'Science', ['www.science.org'], 'papers'),
  accessTo('sciencedirect', 'ScienceDirect', ['www.sciencedirect.com'], 'papers'),
  accessTo('scirate', 'SciRate', ['scirate.com'], 'lists'),
  accessTo('semantic-scholar', 'Semantic Scholar', ['www.semanticscholar.org'], 'search'),
  accessTo('springer', 'Springer', ['link.springer.com'], 'papers'),
  accessTo('ssrn', 'SSRN', ['papers.ssrn.com'], 'papers'),
  accessTo('usenix', 'USENIX', ['www.usenix.org'], 'papers'),
  accessTo('wikipedia', 'Wikipedia', ['*.wikipedia.org'], 'references'),
  accessTo('wiley', 'Wiley', ['onlinelibrary.wiley.com', '*.onlinelibrary.wiley.com'], 'papers'),
  accessTo('x', 'X', ['x.com', 'twitter.com', 'mobile.twitter.com', 'mobile.x.com'], 'posts'),
  accessTo('zenodo', 'Zenodo', ['zenodo.org'], 'papers'),
]

/** All of them, in the order of their names. */
export const accesses: readonly Access[] = [...builtInAccesses, ...optionalAccesses].sort(
  (one, other) => one.name.localeCompare(other.name, 'en'),
)
