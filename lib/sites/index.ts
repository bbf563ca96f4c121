import type { PaperId } from '../papers/paper-id'
import { aclAnthology } from './acl-anthology'
import { arxiv } from './arxiv'
import { arxivMirrors } from './arxiv-mirrors'
import { doi } from './doi'
import { huggingFace } from './huggingface'
import { openReview } from './openreview'
import { publishers } from './publishers'
import type { Site } from './site'
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
]

const siteOfHost = new Map(sites.flatMap((site) => site.hosts.map((host) => [host, site] as const)))

/** The site that an address belongs to, by its exact host; undefined where we don't know it. */
export function siteOf(url: URL): Site | undefined {
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb ? siteOfHost.get(url.host) : undefined
}

/**
 * The paper that an address is about.
 *
 * @param address absolute
 * @returns undefined for every other address, and for text that is none; never throws
 */
export function identify(address: string | URL): PaperId | undefined {
  const url = parsed(address)
  if (url === undefined) return undefined
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
