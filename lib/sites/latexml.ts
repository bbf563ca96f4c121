import { read } from '../dom/page-nodes'
import { limits } from '../papers/limits'
import type { Paper } from '../papers/paper'
import { arxivPaperId, doiPaperId, type PaperId } from '../papers/paper-id'
import { lineOf } from './page-text'
import type { Mention, PageReading } from './site'

/* Papers as web pages, made of their sources by LaTeXML: on arXiv and on ar5iv (seen June 2026). */

/** Notes, what went wrong, and the formulas once more in their source. */
const asides = '.ltx_note, .ltx_ERROR, .ltx_tag, .ltx_title_abstract, annotation, annotation-xml'

export function headingOfLatexml(document: Document): Element | undefined {
  return document.querySelector('h1.ltx_title_document') ?? undefined
}

/** @returns undefined where the page has no title */
export function readLatexml(document: Document, id: PaperId): PageReading | undefined {
  const title = textOf(headingOfLatexml(document), limits.title)
  const abstract = textOf(document.querySelector('.ltx_abstract'), limits.abstract)
  const paper: Paper = {
    id,
    aliases: [],
    title,
    authors: authorsOf(document),
    keywords: [],
    origin: 'page',
  }
  if (title === '') return undefined
  return abstract === '' ? { paper } : { paper, abstract }
}

/** None where the names stand among affiliations and addresses, with nothing to separate them. */
function authorsOf(document: Document): string[] {
  const names = [...document.querySelectorAll('.ltx_authors .ltx_personname')].map((name) =>
    textOf(name, limits.author),
  )
  const areNames = names.every((name) => /^\p{L}[\p{L}.'’ -]{2,40}$/u.test(name))
  return areNames ? names.slice(0, limits.authors) : []
}

/** One work for each entry of the bibliography, under all its names. */
export function* referencesOfLatexml(root: ParentNode): Generator<Mention> {
  for (const entry of root.querySelectorAll('.ltx_bibitem')) {
    const names = new Set([...entry.querySelectorAll('a[href]')].map(linkedPaper))
    const [, written = ''] = /\barXiv:\s?([\w./-]+)/i.exec(entry.textContent ?? '') ?? []
    names.add(arxivPaperId(written.replace(/\.$/, '')))
    const blocks = entry.querySelectorAll('.ltx_bibblock')
    const anchor = blocks[blocks.length - 1] ?? read(entry, 'lastElementChild')
    if (anchor === null) continue
    for (const paperId of names) if (paperId !== undefined) yield { paperId, anchor }
  }
}

function linkedPaper(link: Element): PaperId | undefined {
  const address = link.getAttribute('href') ?? ''
  const [, kind, name = ''] =
    /^https?:\/\/(?:www\.)?(?:(arxiv)\.org\/(?:abs|pdf|html)|(?:dx\.)?doi\.org)\/([^?#]+)/i.exec(
      address,
    ) ?? []
  return kind === undefined ? doiPaperId(address) : arxivPaperId(name)
}

function textOf(element: Element | null | undefined, limit: number): string {
  const copy = element?.cloneNode(true) as Element | undefined
  for (const aside of copy?.querySelectorAll(asides) ?? []) aside.remove()
  return lineOf(copy?.textContent ?? '', limit)
}
