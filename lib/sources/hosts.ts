import { optionalHosts } from '../papers/source'

/** Where Hugging Face has its pictures of papers: the only ones that our pages may show. */
export const thumbnailOrigin = 'https://cdn-thumbnails.huggingface.co'

/** The hosts that sources ask from the install on, as match patterns. */
export const hosts = {
  huggingFace: 'https://huggingface.co/*',
  arxiv: 'https://export.arxiv.org/*',
  crossref: 'https://api.crossref.org/*',
} as const

/** Each becomes a host permission. */
export const requestedHosts: readonly string[] = Object.values(hosts)

/** All hosts that may ever be asked: the policy of our pages lets nothing else through. */
export const reachableHosts: readonly string[] = [...requestedHosts, ...optionalHosts]

/** Between the beginnings of two requests to a host, in milliseconds: at most two in a second. */
export const hostPause = 500

/**
 * Domains that want more. Their hosts are one to us: a request to any of them counts.
 * arXiv: one request in three seconds, https://info.arxiv.org/help/api/tou.html
 */
export const domainPauses: Readonly<Record<string, number>> = { 'arxiv.org': 3_000 }
