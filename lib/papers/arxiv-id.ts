/** An arXiv id without its version, and the version where one was given. */
export interface ArxivId {
  /** `2401.12345`, `0704.0001`, `hep-th/9901001` */
  readonly id: string
  readonly version?: number
}

/** The archives of the old scheme, which ended in March 2007. */
const oldArchives = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas ' +
    'cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin ' +
    'nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'
  ).split(' '),
)

const prefix = String.raw`\/*(?:arxiv:\s*)*`
const archive = String.raw`([a-z-]+)(?:\.[a-z-]+)?\/+`
const ending = String.raw`(?:v([1-9]\d{0,3}))?(?:\.pdf)?(?:[#/].*)?`

const newForm = new RegExp(
  String.raw`^${prefix}(?:${archive})?(\d\d)(\d\d)\.(\d{4,5})${ending}$`,
  'i',
)
const oldForm = new RegExp(String.raw`^${prefix}${archive}(\d\d)(\d\d)(\d{3})${ending}$`, 'i')

/** After `arXiv:` or an arXiv address any id; standing alone only the old form, which names its archive. */
const inText =
  /\barxiv(?:\.org\/\w+\/|[.:\s]\s*)((?:[a-z-]+(?:\.[a-z-]+)?\/)?\d[\d.]*\d(?:v\d+)?)(?!\w)|(?<![\w./-])([a-z-]+(?:\.[a-z-]+)?\/\d{7}(?:v\d+)?)(?!\w)/gi

/**
 * Reads an arXiv id that is the whole text, in any of the forms that are in use: `2401.12345v2`,
 * `arXiv:2401.12345`, `math.GT/0309136`, `/hep-th/9901001/`, `1706.03762v5.pdf`. The subject class of the
 * old form is dropped (math.GT/0309136 is math/0309136), as is an archive before the new form; a number of
 * the wrong width is put right.
 *
 * The format: https://info.arxiv.org/help/arxiv_identifier.html
 *
 * @returns undefined when the text is no arXiv id
 */
export function parseArxivId(text: string): ArxivId | undefined {
  return parseNewForm(text) ?? parseOldForm(text)
}

/**
 * The first arXiv id within a longer text, such as a comment or the stamp on a PDF's first page:
 * `arXiv:1501.00001v1 [hep-th] 1 Jan 2015`. A bare number is not taken for an id.
 */
export function findArxivId(text: string): ArxivId | undefined {
  for (const [, prefixed, standing] of text.matchAll(inText)) {
    const found = parseArxivId(prefixed ?? standing ?? '')
    if (found !== undefined) return found
  }
  return undefined
}

function parseNewForm(text: string): ArxivId | undefined {
  const match = newForm.exec(text)
  if (match === null) return undefined
  const [, archiveName, year = '', month = '', number = '', version] = match
  if (archiveName !== undefined && !oldArchives.has(archiveName.toLowerCase())) return undefined
  const yearMonth = Number(year + month)
  // From 91 on the two digits are a year of the last century, when there was only the old form.
  if (yearMonth < 704 || yearMonth > 9012 || !isMonth(month) || Number(number) === 0)
    return undefined
  // Four digits until December 2014, five since.
  const width = yearMonth < 1501 ? 4 : 5
  return withVersion(`${year}${month}.${String(Number(number)).padStart(width, '0')}`, version)
}

function parseOldForm(text: string): ArxivId | undefined {
  const match = oldForm.exec(text)
  if (match === null) return undefined
  const [, archiveName = '', year = '', month = '', number = '', version] = match
  const name = archiveName.toLowerCase()
  if (!oldArchives.has(name) || !isMonth(month) || Number(number) === 0) return undefined
  const yearMonth = Number(year + month)
  if (yearMonth > 703 && yearMonth < 9101) return undefined
  return withVersion(`${name}/${year}${month}${number}`, version)
}

function isMonth(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12
}

function withVersion(id: string, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) }
}
