import { limits } from '../../papers/limits'

/** The values of a page's `meta` tags by their names, in the order of the page. */
export type MetaTags = ReadonlyMap<string, readonly string[]>

/** Longer than any value that is kept. */
const longestValue = limits.abstract * 4
/** More tags than a paper with the most authors has, each with an affiliation. */
const mostTags = 15_000

/**
 * The `meta` tags of a page, but for the many works that its paper cites. Names are in lower case; those of
 * Dublin Core and PRISM begin with `dc.` and `prism.`, in whatever form the page has them (`DCTERMS.issued`,
 * `dc:title`).
 */
export function metaTagsOf(document: Document): MetaTags {
  const tags = new Map<string, string[]>()
  const all = document.querySelectorAll('meta[content]:not([name="citation_reference" i])')
  for (const tag of [...all].slice(0, mostTags)) {
    const name = (tag.getAttribute('name') ?? tag.getAttribute('property') ?? '').toLowerCase()
    const value = tag.getAttribute('content')?.slice(0, longestValue).trim()
    if (!value) continue
    const key = name.replace(/^(?:(dc)(?:terms)?|(prism))[.:]/, '$1$2.')
    const values = tags.get(key)
    if (values === undefined) tags.set(key, [value])
    else if (values.length < limits.authors) values.push(value)
  }
  return tags
}
