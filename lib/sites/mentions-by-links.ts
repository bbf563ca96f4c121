import { call, read } from '../dom/page-nodes'
import type { PaperId } from '../papers/paper-id'
import { identify } from '.'
import type { Layout, Mention } from './site'

/** Inside one of these a paper is mentioned once, however many links lead to it. */
const blocks =
  'li, tr, p, dd, dt, article, blockquote, h1, h2, h3, h4, h5, h6, figcaption, [role="listitem"], [role="article"]'
const headings = 'h1, h2, h3, h4, h5, h6'
const lines = `p, ${headings}`
const items = 'li, dd, [role="listitem"]'
/** Where a link is likely to hold the title of what it leads to. */
const prominent = `${headings}, strong, b, cite, em, [class*="title" i]`
/** The ways around a site, on which its own papers may stand beside every text. */
const ways = 'nav, [role="navigation"], [role="banner"]'
/** Words on links that lead to the paper named beside them. */
const label =
  /^\W*(?:\d+(?:\.\d+)?(?:v\d+)?\W*$|abs\b|abstract|arxiv|bib|doi\b|full.?text|html\b|link\b|openreview|paper\b|pdf\b|preprint|view\b|论文)/i

interface Found {
  readonly link: Element
  readonly paperId: PaperId
}

/** Links of one block that lead to one paper. */
interface Group {
  readonly block: Element | undefined
  readonly paperId: PaperId
  readonly links: Element[]
}

/** By block, and by paper in it. */
type Groups = Map<Element | undefined, Map<PaperId, Group>>

/** How many links are looked at before the caller may pause. */
const linksAtATime = 50

/**
 * The mentions of papers on any page, by its links: in each row of the layout one work, elsewhere each paper
 * once a block.
 *
 * @param url the page's address, from which relative links go out
 * @param own names of the paper that the page itself is about, which is no mention
 * @param known what earlier calls found out about addresses; the same map for the life of the page
 */
export function* mentionsByLinks(
  root: ParentNode,
  url: URL,
  layout: Layout,
  own: ReadonlySet<PaperId>,
  known: Map<string, PaperId | undefined>,
): Generator<Mention | undefined> {
  const rows = new Map<Element, Found[]>()
  const inBlocks: Groups = new Map()
  let count = 0
  for (const link of linksIn(root, layout.within)) {
    count += 1
    if (count % linksAtATime === 0) yield undefined
    const paperId = paperOf(link, url, layout, known)
    if (paperId === undefined || isFigure(paperId, own)) continue
    const row = rowOf(link, layout)
    if (row !== null) addTo(rows, row, { link, paperId })
    else if (!own.has(paperId) && (layout.within !== undefined || link.closest(ways) === null))
      addToGroup(inBlocks, { link, paperId }, layout)
  }
  for (const [row, found] of rows) yield* mentionsOfRow(row, found, layout, own)
  const groups = withoutLabels([...inBlocks.values()].flatMap((papers) => [...papers.values()]))
  const written = new Set(groups.filter(isWritten).map(({ paperId }) => paperId))
  for (const group of groups) {
    const { paperId } = group
    const anchor = titleAmong(group.links) ?? (written.has(paperId) ? undefined : pictureIn(group))
    if (anchor !== undefined) yield { paperId, anchor }
  }
}

/** Figures and tables of the page's own paper have its DOI with an ending. */
function isFigure(paperId: PaperId, own: ReadonlySet<PaperId>): boolean {
  if (!paperId.startsWith('doi:')) return false
  return [...own].some((name) => paperId.startsWith(`${name}.`))
}

function rowOf(link: Element, { row, rest }: Layout): Element | null {
  if (row === undefined) return null
  let part = link.closest(row) ?? (rest === undefined ? null : link.closest(rest))
  while (part !== null && !call(part, 'matches', row)) part = read(part, 'previousElementSibling')
  return part
}

function linksIn(root: ParentNode, within: string | undefined): Iterable<Element> {
  return root.querySelectorAll(within === undefined ? 'a[href]' : `:is(${within}) a[href]`)
}

function paperOf(
  link: Element,
  url: URL,
  { addressOf }: Layout,
  known: Map<string, PaperId | undefined>,
): PaperId | undefined {
  const address = addressOf === undefined ? link.getAttribute('href') : addressOf(link)
  if (!address || address.startsWith('#')) return undefined
  if (known.has(address)) return known.get(address)
  const paperId = identify(address, url)
  known.set(address, paperId)
  return paperId
}

/** Every name that the row gives its work, at most one a scheme, all at one place. */
function* mentionsOfRow(
  row: Element,
  found: readonly Found[],
  { title }: Layout,
  own: ReadonlySet<PaperId>,
): Generator<Mention> {
  // A paper's own page may show its row too, with names that the address does not have.
  if (found.some(({ paperId }) => own.has(paperId))) return
  const anchor = titleOf(row, title) ?? titleAmong(found.map(({ link }) => link)) ?? found[0]?.link
  if (anchor === undefined) return
  const names = new Map<string, PaperId>()
  for (const { paperId } of found) {
    const scheme = paperId.slice(0, paperId.indexOf(':'))
    if (!names.has(scheme)) names.set(scheme, paperId)
  }
  for (const paperId of names.values()) yield { paperId, anchor }
}

/** The title by the layout, which may be the row itself. */
function titleOf(row: Element, title: string | undefined): Element | undefined {
  if (title === undefined) return undefined
  return call(row, 'matches', title) ? row : (call(row, 'querySelector', title) ?? undefined)
}

function addToGroup(groups: Groups, { link, paperId }: Found, { block }: Layout): void {
  const around = (block === undefined ? null : link.closest(block)) ?? blockOf(link) ?? undefined
  const papers = groups.get(around) ?? new Map<PaperId, Group>()
  groups.set(around, papers)
  const group = papers.get(paperId) ?? { block: around, paperId, links: [] }
  papers.set(paperId, group)
  group.links.push(link)
}

/** A line of a list item is no block of its own. Pages without any blocks are made of boxes. */
function blockOf(link: Element): Element | null {
  const block = link.closest(blocks)
  const isLine = block !== null && call(block, 'matches', lines)
  const parent = isLine ? read(block, 'parentElement') : null
  const outer = parent && call(parent, 'closest', blocks)
  return outer && call(outer, 'matches', items) ? outer : (block ?? link.closest('div'))
}

/** A link "PDF" right below a title is no mention of its own. */
function withoutLabels(groups: readonly Group[]): Group[] {
  const kept: Group[] = []
  for (const group of groups) {
    const last = kept.at(-1)
    const isSame = last?.paperId === group.paperId && areSiblings(last.block, group.block)
    if (isSame && (isLabel(last) || isLabel(group))) last.links.push(...group.links)
    else kept.push(group)
  }
  return kept
}

function areSiblings(one: Element | undefined, other: Element | undefined): boolean {
  const parent = one && read(one, 'parentElement')
  return parent != null && other !== undefined && parent === read(other, 'parentElement')
}

function isLabel({ links }: Group): boolean {
  return links.every((link) => textLength(link) === 0 || isLabelled(link))
}

function isWritten({ links }: Group): boolean {
  return links.some((link) => textLength(link) > 0)
}

/** The link that looks most like a title: not a label, in a heading, with the most text. Pictures are none. */
function titleAmong(links: readonly Element[]): Element | undefined {
  const written = links.filter((link) => textLength(link) > 0)
  const named = preferred(written, (link) => !isLabelled(link))
  const [first, ...others] = preferred(named, isProminent)
  if (first === undefined) return undefined
  const best = others.reduce(
    (one, link) => (textLength(link) > textLength(one) ? link : one),
    first,
  )
  return headingIn(best)
}

/** The items that pass the test; all of them where none does. */
function preferred(
  links: readonly Element[],
  isWanted: (link: Element) => boolean,
): readonly Element[] {
  const wanted = links.filter(isWanted)
  return wanted.length > 0 ? wanted : links
}

function isProminent(link: Element): boolean {
  return link.closest(prominent) !== null || link.querySelector(headings) !== null
}

function isLabelled(link: Element): boolean {
  return label.test(link.textContent ?? '')
}

/** In a link around a whole card, what holds the title and nothing else. */
function headingIn(link: Element): Element {
  let place = link.querySelector(headings)
  if (place === null) return link
  for (;;) {
    const inner: Element | null = read(place, 'firstElementChild')
    if (inner === null || textLength(inner) !== textLength(place)) return place
    place = inner
  }
}

function pictureIn({ links }: Group): Element | undefined {
  return links.find((link) => read(link, 'firstElementChild') !== null)
}

function textLength(element: Element): number {
  return read(element, 'textContent')?.trim().length ?? 0
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  list.push(value)
}
