import { parseArxivId } from './arxiv-id'
import { parseDoi } from './doi'

/**
 * How the field names a paper: `arxiv:2401.12345`, `doi:10.1000/182`, `openreview:H1kjdOYlx`, `acl:2024.acl-long.1`.
 * Always in canonical form (no version, DOI in lower case), so that two equal papers are two equal strings
 * and an id can be a database key.
 */
export type PaperId = `${Scheme}:${string}` & { readonly brand: 'PaperId' }

export const schemes = [
  'arxiv',
  'doi',
  'openreview',
  'acl',
  'aaai',
  'bibcode',
  'chemrxiv',
  'cvf',
  'dblp',
  'hal',
  'ieee',
  'ijcai',
  'inspire',
  'isca',
  'jmlr',
  'mdpi',
  'neurips',
  'oup',
  'pii',
  'pmcid',
  'pmid',
  'pmlr',
  'pos',
  'pwc',
  's2',
  's2corpus',
  'ssrn',
  'usenix',
] as const
export type Scheme = (typeof schemes)[number]

/** The id of the paper with this arXiv id, in any form that `parseArxivId` reads; undefined for any other text. */
export function arxivPaperId(text: string): PaperId | undefined {
  const parsed = parseArxivId(text)
  return parsed === undefined ? undefined : paperId('arxiv', parsed.id)
}

/**
 * The id of the paper with this DOI, in any form that `parseDoi` reads; undefined for any other text.
 * A DOI made of the id that the paper has on its own site is that id in other clothes, and becomes it:
 * 10.48550/arXiv.2401.12345 is arXiv's 2401.12345. The version of a preprint is dropped.
 */
export function doiPaperId(text: string): PaperId | undefined {
  const doi = parseDoi(text)?.replace(preprintVersion, '$1')
  if (doi === undefined) return undefined
  for (const [prefix, scheme] of ownDois) {
    const id = doi.startsWith(prefix) ? paperIdOf(scheme, doi.slice(prefix.length)) : undefined
    if (id !== undefined) return id
  }
  return paperId('doi', doi)
}

/** bioRxiv and medRxiv write `…002386v3`, ChemRxiv `…-v2`, formerly `….v2`. */
const preprintVersion =
  /^(10\.(?:(?:1101|64898)\/\d[\d.]*(?=v)|26434\/chemrxiv[.-][a-z\d-]+?(?=[.-]v)))(?:[.-]?v\d+)+$/

/** What stands before the paper's own id in the DOIs that its site gives out. */
const ownDois: readonly (readonly [prefix: string, scheme: Scheme])[] = [
  ['10.48550/arxiv.', 'arxiv'],
  ['10.18653/v1/', 'acl'],
  ['10.3115/v1/', 'acl'],
  ['10.24963/ijcai.', 'ijcai'],
  ['10.2139/ssrn.', 'ssrn'],
]

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

/** A preprint of arXiv in DBLP: `journals/corr/abs-2401-12345`, `journals/corr/cs-CL-0205028`. */
const dblpPreprint = /^journals\/corr\/(?:abs-(\d{4})-(\d{4,5})|([a-z]+)(?:-[A-Z]{2})?-(\d{7}))$/
/** A name that begins with a year is a whole volume: `conf/iclr/2019`. */
const dblpKey =
  /^(?:books|conf|journals|ms|phd|reference|series|tr)(?:\/[\w+:-]+)*\/(?!\d{4}(?:-|$))[\w+:-]+$/

/**
 * The id of the paper with this key in DBLP, or the arXiv id where the key holds it; undefined for the keys
 * of volumes and people.
 *
 * The format: https://dblp.org/faq/1474790.html
 */
function dblpPaperId(key: string): PaperId | undefined {
  const [, month, number, archive, oldNumber] = dblpPreprint.exec(key) ?? []
  const preprint = archive === undefined ? `${month}.${number}` : `${archive}/${oldNumber}`
  return arxivPaperId(preprint) ?? paperIdIf(dblpKey.test(key), 'dblp', key)
}

/** A preprint of arXiv in ADS: `2020arXiv201207436Z`, `2010arXiv1009.1234A`. */
const adsPreprint = /^\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z.]$/

/**
 * The id of the paper with this bibcode of the Astrophysics Data System, or the arXiv id where it holds it.
 *
 * The format: https://ui.adsabs.harvard.edu/help/actions/bibcode
 */
function bibcodePaperId(bibcode: string): PaperId | undefined {
  const [, month, number] = adsPreprint.exec(bibcode) ?? []
  const isBibcode = /^\d{4}[\w&.]{14}[A-Za-z.]$/.test(bibcode)
  return arxivPaperId(`${month}.${number}`) ?? paperIdIf(isBibcode, 'bibcode', bibcode)
}

const number = /^[1-9]\d{0,11}$/

const readers: Readonly<Record<Scheme, RegExp | ((name: string) => PaperId | undefined)>> = {
  arxiv: arxivPaperId,
  doi: doiPaperId,
  openreview: openReviewPaperId,
  acl: aclPaperId,
  // AAAI/12345 in the journal system, AAAI/AAAI18/12345 in the older system for conferences.
  aaai: /^[A-Z][A-Z\d-]*(?:\/[A-Z\d][A-Z\d-]*)?\/[1-9]\d{0,9}$/,
  bibcode: bibcodePaperId,
  chemrxiv: /^[\da-f]{24}$/,
  // The first author, words of the title, and the conference and its year in either order.
  cvf: /^[\w'.,()&!+-]+_(?:[A-Z]+_20\d\d|20\d\d_[A-Z]+)$/,
  dblp: dblpPaperId,
  hal: /^(?!medihal)[a-z][a-z\d]*-\d{8}$/,
  ieee: number,
  ijcai: /^20\d\d\/[1-9]\d{0,4}$/,
  inspire: number,
  isca: /^[a-z\d_-]{1,80}\/[a-z\d_-]{1,80}\d\d[a-z]*_[a-z\d]+$/,
  jmlr: /^v[1-9]\d{0,3}\/[\w-]{0,80}\d[\w-]{0,80}$/,
  mdpi: /^\d{4}-\d{3}[\dX](?:\/[a-z\d-]+){2}\/[1-9]\d{0,9}$/,
  // Since 2020 the year and a hash; formerly a number and the title.
  neurips: /^(?:\d{4}\/[\da-f]{32}|\d{1,5}-[a-z\d-]+)$/,
  oup: /^[\w-]+(?!\/doi\/)(?:\/[\w.-]*[\w-]){3}\/[1-9]\d{0,9}$/,
  pii: /^S?\d{7}[\dX]\d{7}[\dX]$/,
  pmcid: /^PMC[1-9]\d{0,9}$/,
  pmid: number,
  pmlr: /^[vr]\d{1,4}\/[A-Za-z][\w-]{0,80}\d\d[a-z]{0,9}$/,
  pos: /^\d{1,5}\/\d{3,4}$/,
  pwc: /^[a-z\d][a-z\d-]*$/,
  s2: /^[\da-f]{40}$/,
  s2corpus: number,
  ssrn: number,
  usenix: /^[a-z\d_-]+\/[a-z\d_-]+$/,
}

/**
 * The id of the paper that has this name in this scheme.
 *
 * @param name in the form that `readers` asks for; arXiv ids, DOIs and ACL ids in any form
 * @returns undefined where the name is none of the scheme's
 */
export function paperIdOf(scheme: Scheme, name: string): PaperId | undefined {
  const reader = readers[scheme]
  return typeof reader === 'function' ? reader(name) : paperIdIf(reader.test(name), scheme, name)
}

/**
 * Reads an id as this project writes it. For text from elsewhere there are the functions above.
 *
 * @returns undefined for anything that is not in canonical form
 */
export function parsePaperId(text: string): PaperId | undefined {
  const colon = text.indexOf(':')
  const scheme = text.slice(0, Math.max(colon, 0))
  if (!isScheme(scheme)) return undefined
  const parsed = paperIdOf(scheme, text.slice(colon + 1))
  return parsed === text ? parsed : undefined
}

export function isPaperId(value: unknown): value is PaperId {
  return typeof value === 'string' && parsePaperId(value) !== undefined
}

/** The page of a paper by its name in the scheme, without `https://`. */
const addresses: Readonly<Record<Scheme, (name: string) => string>> = {
  arxiv: (name) => `arxiv.org/abs/${name}`,
  doi: (name) => `doi.org/${name.split('/').map(encodeURIComponent).join('/')}`,
  openreview: (name) => `openreview.net/forum?id=${name}`,
  acl: (name) => `aclanthology.org/${name}/`,
  aaai: aaaiAddress,
  bibcode: (name) => `ui.adsabs.harvard.edu/abs/${encodeURIComponent(name)}/abstract`,
  chemrxiv: (name) => `chemrxiv.org/engage/chemrxiv/article-details/${name}`,
  cvf: cvfAddress,
  dblp: (name) => `dblp.org/rec/${name}.html`,
  hal: (name) => `hal.science/${name}`,
  ieee: (name) => `ieeexplore.ieee.org/document/${name}`,
  ijcai: ijcaiAddress,
  inspire: (name) => `inspirehep.net/literature/${name}`,
  isca: (name) => `www.isca-archive.org/${name}.html`,
  jmlr: (name) => `jmlr.org/papers/${name}.html`,
  mdpi: (name) => `www.mdpi.com/${name}`,
  neurips: neuripsAddress,
  oup: (name) => `academic.oup.com/${name.replace('/', '/article/')}`,
  pii: (name) => `www.sciencedirect.com/science/article/pii/${name}`,
  pmcid: (name) => `pmc.ncbi.nlm.nih.gov/articles/${name}/`,
  pmid: (name) => `pubmed.ncbi.nlm.nih.gov/${name}/`,
  pmlr: (name) => `proceedings.mlr.press/${name}.html`,
  pos: (name) => `pos.sissa.it/${name}/`,
  pwc: (name) => `paperswithcode.com/paper/${name}`,
  s2: (name) => `www.semanticscholar.org/paper/${name}`,
  s2corpus: (name) => `api.semanticscholar.org/CorpusID:${name}`,
  ssrn: (name) => `papers.ssrn.com/sol3/papers.cfm?abstract_id=${name}`,
  usenix: (name) => `www.usenix.org/conference/${name.replace('/', '/presentation/')}`,
}

/** The https address of the paper's own page. */
export function paperIdAddress(id: PaperId): string {
  const colon = id.indexOf(':')
  return `https://${addresses[id.slice(0, colon) as Scheme](id.slice(colon + 1))}`
}

function aaaiAddress(name: string): string {
  const [journal, conference, paper] = name.split('/')
  return paper === undefined
    ? `ojs.aaai.org/index.php/${journal}/article/view/${conference}`
    : `www.aaai.org/ocs/index.php/${journal}/${conference}/paper/view/${paper}`
}

/** The folders changed their form. Those of the single workshops can't be known from the name. */
function cvfAddress(name: string): string {
  const [conference = '', year = ''] = name.split('_').slice(-2).sort().reverse()
  const folder =
    year >= '2021' || conference === 'ACCV'
      ? `/${conference.replace(/W$/, '')}${year}${conference.endsWith('W') ? 'W' : ''}`
      : `_${year < '2019' && conference !== 'ECCV' ? conference.toLowerCase() : conference}_${year}`
  return `openaccess.thecvf.com/content${folder}/html/${name}_paper.html`
}

/** Until 2016 there is no page but the PDF, numbered in three digits. */
function ijcaiAddress(name: string): string {
  const [year = '', paper = ''] = name.split('/')
  return year < '2017'
    ? `www.ijcai.org/Proceedings/${year.slice(2)}/Papers/${paper.padStart(3, '0')}.pdf`
    : `www.ijcai.org/proceedings/${name}`
}

/** Since 2022 the file's name says the track. */
function neuripsAddress(name: string): string {
  if (!name.includes('/')) return `papers.nips.cc/paper/${name}`
  const track = name >= '2022' ? '-Conference' : ''
  const file = name.replace('/', '/hash/')
  return `proceedings.neurips.cc/paper_files/paper/${file}-Abstract${track}.html`
}

function isScheme(text: string): text is Scheme {
  return Object.hasOwn(readers, text)
}

function paperIdIf(condition: boolean, scheme: Scheme, name: string): PaperId | undefined {
  return condition ? paperId(scheme, name) : undefined
}

function paperId(scheme: Scheme, name: string): PaperId {
  return `${scheme}:${name}` as PaperId
}
