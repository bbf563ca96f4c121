import type { Paper } from './paper'
import { paperIdAddress } from './paper-id'

export interface PaperLink {
  readonly kind: 'page' | 'pdf' | 'html' | 'code' | 'project' | 'discussion' | 'vote'
  /** `http:` or `https:`, nothing else. */
  readonly address: string
}

/** Where one can go from a paper. */
export function linksOf(paper: Paper): PaperLink[] {
  const links: PaperLink[] = [{ kind: 'page', address: paperIdAddress(paper.id) }]
  const arxivId = arxivIdOf(paper)
  if (arxivId !== undefined) {
    links.push({ kind: 'pdf', address: `https://arxiv.org/pdf/${arxivId}` })
  }
  if (arxivId !== undefined && hasHtml(arxivId)) {
    links.push({ kind: 'html', address: `https://arxiv.org/html/${arxivId}` })
  }
  if (paper.code !== undefined) links.push({ kind: 'code', address: paper.code.url })
  if (paper.projectUrl !== undefined) links.push({ kind: 'project', address: paper.projectUrl })
  if (arxivId !== undefined && paper.listed !== undefined) {
    links.push({
      kind: 'discussion',
      address: `https://huggingface.co/papers/${arxivId}#community`,
    })
  }
  // Hugging Face has a page of each paper that was listed there, on which its members vote for it.
  if (arxivId !== undefined) {
    links.push({ kind: 'vote', address: `https://huggingface.co/papers/${arxivId}` })
  }
  return links.filter(({ address }) => /^https?:\/\//i.test(address))
}

/** The id under which arXiv has the paper: `2607.01234`. */
export function arxivIdOf({ id, aliases }: Paper): string | undefined {
  return [id, ...aliases].find((name) => name.startsWith('arxiv:'))?.slice('arxiv:'.length)
}

/** arXiv has made web pages of new papers since December 2023. */
function hasHtml(arxivId: string): boolean {
  return /^\d{4}\.\d/.test(arxivId) && arxivId >= '2312'
}
