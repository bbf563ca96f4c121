/** Names the source in keys and listings, for those who need its name and not its code. */
export const hfDailyId = 'hf-daily'

/** Where Hugging Face has its pictures of papers: the only ones that our pages may show. */
export const thumbnailOrigin = 'https://cdn-thumbnails.huggingface.co'

/** What the sources ask for over the network, as match patterns. */
export const hosts = {
  huggingFace: 'https://huggingface.co/*',
  arxiv: 'https://export.arxiv.org/*',
  crossref: 'https://api.crossref.org/*',
} as const

/** All of it: each becomes a host permission, and the policy of our pages lets nothing else be asked. */
export const requestedHosts: readonly string[] = Object.values(hosts)
