import type { PaperId } from '../papers/paper-id'
import { aaai } from './aaai'
import { aclAnthology } from './acl-anthology'
import { adsabs } from './adsabs'
import { ar5iv } from './ar5iv'
import { arxiv } from './arxiv'
import { arxivMirrors } from './arxiv-mirrors'
import { bioRxiv } from './biorxiv'
import { bluesky } from './bluesky'
import { chemRxiv } from './chemrxiv'
import { cvf } from './cvf'
import { dblp } from './dblp'
import { doi } from './doi'
import { elsevier } from './elsevier'
import { github } from './github'
import { googleScholar } from './google-scholar'
import { hackerNews } from './hacker-news'
import { hal, halDomains } from './hal'
import { huggingFace } from './huggingface'
import { ieee } from './ieee'
import { ijcai } from './ijcai'
import { inspire } from './inspire'
import { isca } from './isca'
import { jmlr } from './jmlr'
import { lobsters } from './lobsters'
import { mdpi } from './mdpi'
import { nature } from './nature'
import { ncbi } from './ncbi'
import { neurips } from './neurips'
import { numberedDois } from './numbered-dois'
import { openReview } from './openreview'
import { oxford } from './oxford'
import { papersWithCode } from './papers-with-code'
import { plos } from './plos'
import { pmlr } from './pmlr'
import { pos } from './pos'
import { journalDomains, publishers } from './publishers'
import { reddit } from './reddit'
import { roboticsProceedings } from './robotics-proceedings'
import { semanticScholar } from './semantic-scholar'
import { noPaper, type Site } from './site'
import { ssrn } from './ssrn'
import { usenix } from './usenix'
import { archivedAddress } from './web-archive'
import { wikipedia, wikipediaDomains } from './wikipedia'
import { x } from './x'

/** Every site that we know how to read. */
export const sites: readonly Site[] = [
  arxiv,
  huggingFace,
  openReview,
  aclAnthology,
  doi,
  arxivMirrors,
  ar5iv,
  publishers,
  aaai,
  adsabs,
  bioRxiv,
  bluesky,
  chemRxiv,
  cvf,
  dblp,
  elsevier,
  github,
  googleScholar,
  hackerNews,
  hal,
  ieee,
  ijcai,
  inspire,
  isca,
  jmlr,
  lobsters,
  mdpi,
  nature,
  ncbi,
  neurips,
  numberedDois,
  oxford,
  papersWithCode,
  plos,
  pmlr,
  pos,
  reddit,
  roboticsProceedings,
  semanticScholar,
  ssrn,
  usenix,
  wikipedia,
  x,
]

const siteOfHost = new Map(sites.flatMap((site) => site.hosts.map((host) => [host, site] as const)))

/** The sites that have more hosts than can be listed, by the domain that all of them are below. */
const siteOfDomain = new Map([
  ...journalDomains.map((domain) => [domain, publishers] as const),
  ...halDomains.map((domain) => [domain, hal] as const),
  ...wikipediaDomains.map((domain) => [domain, wikipedia] as const),
])

/** The site that an address belongs to, by its exact host; undefined where we don't know it. */
export function siteOf(url: URL): Site | undefined {
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (!isWeb) return undefined
  const { host } = url
  return siteOfHost.get(host) ?? siteOfDomain.get(host.slice(host.indexOf('.') + 1))
}

/** Match patterns of every address that `identify` may understand. */
export const addressesOfPapers: readonly string[] = [
  ...[...siteOfHost].flatMap(([host, { identify }]) =>
    identify === noPaper ? [] : [`*://${host}/*`],
  ),
  ...[...siteOfDomain].flatMap(([domain, { identify }]) =>
    identify === noPaper ? [] : [`*://*.${domain}/*`],
  ),
]

/** More than any address of a paper, a DOI of other letters included. */
const longestAddress = 8_000

/**
 * The paper that an address is about.
 *
 * @param base where a relative address goes out from; without it only an absolute one is understood
 * @returns undefined for every other address, and for text that is none; never throws
 */
export function identify(address: string | URL, base?: URL): PaperId | undefined {
  const url = parsed(address, base)
  if (url === undefined || url.href.length > longestAddress) return undefined
  const archived = archivedAddress(url)
  const page = archived === undefined ? url : parsed(archived)
  return page === undefined ? undefined : siteOf(page)?.identify(page)
}

function parsed(address: string | URL, base?: URL): URL | undefined {
  try {
    return typeof address === 'string' ? new URL(address, base) : address
  } catch {
    return undefined
  }
}
