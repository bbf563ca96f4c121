import { arxivPaperId, type PaperId } from '../papers/paper-id'
import { pathOf, textAfter } from './address'
import type { Site } from './site'

/** The pages and files that arXiv has of a paper. */
export const arxivKinds = [
  '/abs/',
  '/pdf/',
  '/html/',
  '/format/',
  '/ps/',
  '/src/',
  '/e-print/',
  '/dvi/',
  '/bibtex/',
  '/tb/',
] as const

/** Where PDFs used to be: `/ftp/arxiv/papers/1110/1110.2832.pdf`, `/PS_cache/cs/pdf/9605/9605103v1.pdf`. */
const oldPath = /^\/(?:ftp|ps_cache)\/([a-z-]+)\/(?:papers|pdf)\/\d{4}\/([^/]+)$/i

/** The mirrors were named after their countries and the laboratory where arXiv began. */
const mirrors = 'au br cn de es fr il in it jp kr ru tw uk us za aps lanl xxx'.split(' ')

export const arxiv: Site = {
  id: 'arxiv',
  hosts: [
    'arxiv.org',
    'www.arxiv.org',
    'export.arxiv.org',
    'browse.arxiv.org',
    'xxx.lanl.gov',
    ...mirrors.map((mirror) => `${mirror}.arxiv.org`),
  ],
  identify,
}

function identify(url: URL): PaperId | undefined {
  const path = pathOf(url)
  const text = textAfter(path, arxivKinds) ?? idInOldPath(path)
  return text === undefined ? undefined : arxivPaperId(text)
}

function idInOldPath(path: string): string | undefined {
  const [, archive, file] = oldPath.exec(path) ?? []
  return archive?.toLowerCase() === 'arxiv' ? file : `${archive}/${file}`
}
