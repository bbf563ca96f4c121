import { parseArxivId } from './arxiv-id'
import { parseDoi } from './doi'

/**
 * How the field names a paper: `arxiv:2401.12345`, `doi:10.1000/182`, `openreview:H1kjdOYlx`, `acl:2024.acl-long.1`.
 * Always in canonical form (no version, DOI in lower case), so that two equal papers are two equal strings
 * and an id can be a database key.
 */
export type PaperId = `${Scheme}:${string}` & { readonly brand: 'PaperId' }

export const schemes = ['arxiv', 'doi', 'openreview', 'acl'] as const
export type Scheme = (typeof schemes)[number]

/** The id of the paper with this arXiv id, in any form that `parseArxivId` reads; undefined for any other text. */
export function arxivPaperId(text: string): PaperId | undefined {
  const parsed = parseArxivId(text)
  return parsed === undefined ? undefined : paperId('arxiv', parsed.id)
}

/**
 * The id of the paper with this DOI, in any form that `parseDoi` reads; undefined for any other text.
 * A DOI that arXiv itself gave out (10.48550/arXiv.2401.12345) is the arXiv id in other clothes, and becomes it.
 */
export function doiPaperId(text: string): PaperId | undefined {
  const doi = parseDoi(text)
  if (doi === undefined) return undefined
  const arxiv = doi.startsWith(arxivDoiPrefix)
    ? arxivPaperId(doi.slice(arxivDoiPrefix.length))
    : undefined
  return arxiv ?? paperId('doi', doi)
}

const arxivDoiPrefix = '10.48550/arxiv.'

/** The id of the paper with this OpenReview forum; undefined when the text can't be a forum's id. */
export function openReviewPaperId(forumId: string): PaperId | undefined {
  return /^[\w-]{5,64}$/.test(forumId) ? paperId('openreview', forumId) : undefined
}

/** `P18-1206`: a letter for the venue, the year, the volume and the number in four digits. */
const oldAclId = /^[a-z]\d\d-\d{4}$/i
/** `2024.acl-long.1`: the year, the venue and the volume, the number. */
const newAclId = /^\d{4}\.[a-z\d]+-[a-z\d]+\.[1-9]\d*$/i
/** The number 0 is a volume's front matter. Only workshops (W) have two digits for the number. */
const oldFrontMatter = /^(?:w\d\d-\d\d00|.*000)$/i

/**
 * The id of the paper with this ACL Anthology id; undefined for any other text, for a volume, and for the
 * front matter of one.
 *
 * The format: https://aclanthology.org/info/ids/
 */
export function aclPaperId(anthologyId: string): PaperId | undefined {
  if (newAclId.test(anthologyId)) return paperId('acl', anthologyId.toLowerCase())
  if (!oldAclId.test(anthologyId) || oldFrontMatter.test(anthologyId)) return undefined
  return paperId('acl', anthologyId.toUpperCase())
}

const readers: Readonly<Record<Scheme, (name: string) => PaperId | undefined>> = {
  arxiv: arxivPaperId,
  doi: doiPaperId,
  openreview: openReviewPaperId,
  acl: aclPaperId,
}

/**
 * Reads an id as this project writes it. For text from elsewhere there are the functions above.
 *
 * @returns undefined for anything that is not in canonical form
 */
export function parsePaperId(text: string): PaperId | undefined {
  const scheme = schemes.find((candidate) => text.startsWith(`${candidate}:`))
  const parsed = scheme && readers[scheme](text.slice(scheme.length + 1))
  return parsed === text ? parsed : undefined
}

export function isPaperId(value: unknown): value is PaperId {
  return typeof value === 'string' && parsePaperId(value) !== undefined
}

/** The https address of the paper's own page. */
export function paperIdAddress(id: PaperId): string {
  const colon = id.indexOf(':')
  const name = id.slice(colon + 1)
  switch (id.slice(0, colon) as Scheme) {
    case 'arxiv':
      return `https://arxiv.org/abs/${name}`
    case 'doi':
      return `https://doi.org/${name.split('/').map(encodeURIComponent).join('/')}`
    case 'openreview':
      return `https://openreview.net/forum?id=${name}`
    case 'acl':
      return `https://aclanthology.org/${name}/`
  }
}

function paperId(scheme: Scheme, name: string): PaperId {
  return `${scheme}:${name}` as PaperId
}
