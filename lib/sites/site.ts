import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'

/** A place on a page that refers to a paper. */
export interface Mention {
  readonly paperId: PaperId
  /** The link or heading that names the paper; its mark goes right behind it. */
  readonly anchor: Element
}

/** A paper as its own page tells it. */
export interface PageReading {
  readonly paper: Paper
  readonly abstract?: string
}

/** A web site we know how to read. */
export interface Site {
  readonly id: string
  /** Match patterns of the pages that are annotated. Empty: only its addresses are recognised. */
  readonly matches: readonly string[]
  /** Exact host names whose addresses `identify` understands. */
  readonly hosts: readonly string[]
  /** The paper that an address is about, from the address alone. Pure. */
  identify(url: URL): PaperId | undefined
  /** The heading of the paper that the page is about; the bar goes below it. */
  findTitle?(document: Document): Element | undefined
  /** Every mention of a paper below `root`. Pure and cheap: it is called again after each change of the page. */
  findMentions?(root: ParentNode, url: URL): Iterable<Mention>
  /** What the page itself says about its paper; unknown until the schema has checked it. */
  readPaper?(document: Document, url: URL): unknown
}
