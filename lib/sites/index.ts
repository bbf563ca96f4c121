import type { PaperId } from '../papers/paper-id'
import { aaai } from './aaai'
import { aclAnthology } from './acl-anthology'
import { adsabs } from './adsabs'
import { arxiv } from './arxiv'
import { arxivMirrors } from './arxiv-mirrors'
import { bioRxiv } from './biorxiv'
import { chemRxiv } from './chemrxiv'
import { cvf } from './cvf'
import { dblp } from './dblp'
import { doi } from './doi'
import { elsevier } from './elsevier'
import { hal, halDomains } from './hal'
import { huggingFace } from './huggingface'
import { ieee } from './ieee'
import { ijcai } from './ijcai'
import { inspire } from './inspire'
import { isca } from './isca'
import { jmlr } from './jmlr'
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
import { semanticScholar } from './semantic-scholar'
import type { Site } from './site'
import { ssrn } from './ssrn'
import { usenix } from './usenix'
import { archivedAddress } from './web-archive'

/** Every site that we know how to read. */
export const sites: readonly Site[] = [
  arxiv,
  huggingFace,
  openReview,
  aclAnthology,
  doi,
  arxivMirrors,
  publishers,
  aaai,
  adsabs,
  bioRxiv,
  chemRxiv,
  cvf,
  dblp,
  elsevier,
  hal,
  ieee,
  ijcai,
  inspire,
  isca,
  jmlr,
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
  semanticScholar,
  ssrn,
  usenix,
]

const siteOfHost = new Map(sites.flatMap((site) => site.hosts.map((host) => [host, site] as const)))

/** The sites that have more hosts than can be listed, by the domain that all of them are below. */
const siteOfDomain = new Map([
  ...journalDomains.map((domain) => [domain, publishers] as const),
  ...halDomains.map((domain) => [domain, hal] as const),
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
  ...[...siteOfHost.keys()].map((host) => `*://${host}/*`),
  ...[...siteOfDomain.keys()].map((domain) => `*://*.${domain}/*`),
]

/** More than any address of a paper, a DOI of other letters included. */
const longestAddress = 8_000

/**
 * The paper that an address is about.
 *
 * @param address absolute
 * @returns undefined for every other address, and for text that is none; never throws
 */
export function identify(address: string | URL): PaperId | undefined {
  const url = parsed(address)
  if (url === undefined || url.href.length > longestAddress) return undefined
  const archived = archivedAddress(url)
  const page = archived === undefined ? url : parsed(archived)
  return page === undefined ? undefined : siteOf(page)?.identify(page)
}

function parsed(address: string | URL): URL | undefined {
  try {
    return typeof address === 'string' ? new URL(address) : address
  } catch {
    return undefined
  }
}
