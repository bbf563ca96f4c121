import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'

/** A place on a page that refers to a paper. A page that gives it several names has a mention for each. */
export interface Mention {
  readonly paperId: PaperId
  /** The link or heading that names the paper; its mark goes right behind it. */
  readonly anchor: Element
}

/** A paper as its own page describes it. */
export interface PageReading {
  readonly paper: Paper
  readonly abstract?: string
}

/** Where the pages of a site name papers, as selectors. What is absent is found without. */
export interface Layout {
  /** Only links in there are looked at. */
  readonly within?: string
  /** An element about one work: all links to papers in it are names of the work, which gets one mark. */
  readonly row?: string
  /** Elements that follow a row and belong to it, as definitions belong to their term. */
  readonly rest?: string
  /** In a row, what the mark stands behind, or the row itself; otherwise the link that looks most like a title. */
  readonly title?: string
  /** Where no row is, what mentions each paper once, however many links lead to it: a post. */
  readonly block?: string
  /** The address that a link stands for where that is not its own; undefined for any other link. */
  readonly addressOf?: (link: Element) => string | undefined
}

/** Where a paper's own page says what it has no tags for, as selectors. */
export interface Screen {
  /** The heading that is the paper's title, as long as the tab is named after it, too. */
  readonly title?: string
  /** Elements that hold one author each, or all of them with commas between. */
  readonly authors?: string
  /** Links to other pages of the same work. */
  readonly sameWork?: string
}

/** A web site we know how to read. */
export interface Site {
  readonly id: string
  /** Exact host names whose addresses `identify` understands. */
  readonly hosts: readonly string[]
  /** The paper that an address is about, from the address alone. Pure. */
  identify(url: URL): PaperId | undefined
  /** The paper that a page is about where its address does not say. */
  identifyPage?(document: Document, url: URL): PaperId | undefined
  readonly layout?: Layout
  readonly screen?: Screen
  /** The heading of the paper that the page is about; the bar goes below it. */
  findTitle?(document: Document, url: URL): Element | undefined
  /**
   * Every mention of a paper below `root`. Pure and cheap: it is called again after each change of the page.
   * On a page with thousands of links it gives undefined now and then: a moment at which the caller may pause.
   */
  findMentions?(root: ParentNode, url: URL): Iterable<Mention | undefined>
  /** Other names that the page gives its paper. */
  readAliases?(document: Document, url: URL): readonly PaperId[]
  /** What the page itself says about its paper; unknown until the schema has checked it. */
  readPaper?(document: Document, url: URL): unknown
}

/** For sites that have no papers of their own, only mentions of them. */
export function noPaper(): undefined {
  return undefined
}
