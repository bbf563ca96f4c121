import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import type { PageReading } from '../site'

/** Everything that a page says about its paper. Text, never HTML; one line each, cut to `limits`. */
export interface PageFacts {
  readonly title: string
  /** In the order of the page, the given name first. */
  readonly authors: readonly string[]
  readonly abstract?: string
  /** As exact as the page has it: `2021`, `2021-06` or `2021-06-17`. */
  readonly publishedOn?: string
  /** The journal, the conference or the book. */
  readonly venue?: string
  /** The names that the page gives the paper, at most one a scheme. */
  readonly ids: readonly PaperId[]
  /** `http:` or `https:`, as is the next. */
  readonly pdfUrl?: string
  /** `https://github.com/owner/name` */
  readonly codeUrl?: string
}

/**
 * The facts in the form in which a page's word is stored.
 *
 * @param id the name under which the paper is stored; the other names become aliases
 */
export function toPageReading(facts: PageFacts, id: PaperId): PageReading {
  const { title, authors, abstract, publishedOn, venue, codeUrl, pdfUrl } = facts
  const paper: Paper = {
    id,
    aliases: facts.ids.filter((other) => other !== id),
    title,
    authors,
    ...(publishedOn !== undefined && { publishedOn }),
    ...(venue !== undefined && { venue }),
    keywords: [],
    ...(codeUrl !== undefined && { code: { url: codeUrl } }),
    ...(pdfUrl !== undefined && { pdfUrl }),
    origin: 'page',
  }
  return abstract === undefined ? { paper } : { paper, abstract }
}
