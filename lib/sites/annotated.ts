import { arxivPages } from './arxiv-pages'
import { huggingFacePages } from './huggingface-pages'
import type { Site } from './site'

/**
 * The site of a page that is annotated from the start. Apart from the registry of all sites, which a page that
 * needs none of them need not load.
 */
export function annotatedSiteOf(url: URL): Site | undefined {
  return [arxivPages, huggingFacePages].find(({ hosts }) => hosts.includes(url.host))
}
