import { optionalHosts } from '../papers/source'

/** Where Hugging Face has its pictures of papers: the only ones that our pages may show. */
export const thumbnailOrigin = 'https://cdn-thumbnails.huggingface.co'

/** What the sources ask for over the network, as match patterns. */
export const hosts = {
  huggingFace: 'https://huggingface.co/*',
  arxiv: 'https://export.arxiv.org/*',
  crossref: 'https://api.crossref.org/*',
} as const

/** Each becomes a host permission. */
export const requestedHosts: readonly string[] = Object.values(hosts)

/** All that may ever be asked: the policy of our pages lets nothing else through. */
export const reachableHosts: readonly string[] = [
  ...requestedHosts,
  ...Object.values(optionalHosts),
]
