/*
 * Text out of the markup that publishers deposit: JATS (https://jats.nlm.nih.gov), MathML, and the HTML that
 * some send instead, at times escaped twice.
 */

/** In characters. What is behind them is cut away anyway, and a reply can be of any length. */
const longest = 200_000

/**
 * A tag of a name with a prefix, or of one that is listed below. It has to look like a tag to its end: authors
 * write `if i<b and c>d`.
 */
const tag =
  /<(\/?)((?:jats|mml|m):)?([a-z][\w-]*)(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*\/?>/gi

/** Names without a prefix that are tags. Any other may be what the authors wrote: `<think>`. */
const tagNames = new Set(
  (
    'a abstract alternatives annotation b bold br div em ext-link font h1 h2 h3 h4 h5 h6 i inline-formula ' +
    'disp-formula inline-graphic italic label li list list-item math mfenced mfrac mi mn mo mover mpadded mroot ' +
    'mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover ol ovl p sc scp sec ' +
    'semantics span strike strong styled-content sub sup tex-math title tt u ul underline xref'
  ).split(' '),
)

/** Where they begin and end, a word ends. */
const blocks = new Set(
  'br disp-formula div h1 h2 h3 h4 h5 h6 label li list list-item p sec'.split(' '),
)

/**
 * The text of a piece of markup as a reader sees it, with its white space as it is.
 *
 * @param markup with or without tags and character references
 */
export function plainText(markup: string): string {
  const text = decoded(withoutTags(markup.slice(0, longest)))
  // Markup that was escaped twice ends in tags; what authors write seldom closes one.
  return decoded(/<\/[a-z]/i.test(text) ? withoutTags(text) : text)
}

function withoutTags(markup: string): string {
  let text = ''
  let end = 0
  let hidden: string | undefined
  let hasAlternatives = false
  let heading: number | undefined
  for (const found of markup.matchAll(tag)) {
    const [whole, slash = '', prefix, written = ''] = found
    const name = written.toLowerCase()
    if (prefix === undefined && !tagNames.has(name)) continue
    const isEnd = slash !== ''
    if (hidden === undefined) text += markup.slice(end, found.index)
    end = found.index + whole.length
    if (hidden !== undefined) {
      if (isEnd && name === hidden) hidden = undefined
      continue
    }
    if (name === 'alternatives') hasAlternatives = !isEnd
    if (!isEnd && !whole.endsWith('/>') && isCopy(name, hasAlternatives)) hidden = name
    if (blocks.has(name)) text += ' '
    if (name === 'title' && !isEnd) heading = text.length
    if (name === 'title' && isEnd && heading !== undefined) text = withHeading(text, heading)
  }
  return text + markup.slice(end)
}

/** TeX that stands beside the same formula in MathML. */
function isCopy(name: string, hasAlternatives: boolean): boolean {
  return name === 'annotation' || (name === 'tex-math' && hasAlternatives)
}

/** Headings of abstracts. The word "Abstract" is left out; other headings end with a colon. */
function withHeading(text: string, start: number): string {
  const heading = text.slice(start).trim()
  if (/^(?:abstract|summary)\W*$/i.test(heading)) return text.slice(0, start)
  return `${text}${/\p{P}$/u.test(heading) ? ' ' : ': '}`
}

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi

const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    szlig: 'ß',
    oslash: 'ø',
  }),
)

/** Marks that stand above or below a letter, as in `&eacute;`. */
const marks = new Map(
  Object.entries({
    grave: '\u0300',
    acute: '\u0301',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    ring: '\u030a',
    caron: '\u030c',
    cedil: '\u0327',
  }),
)

/** A reference that is not known stays as it is: `AT&T; and others`. */
function decoded(text: string): string {
  return text.replace(reference, (whole, decimal?: string, hex?: string, name = '') => {
    if (decimal !== undefined) return character(Number(decimal), whole)
    if (hex !== undefined) return character(Number.parseInt(hex, 16), whole)
    const mark = marks.get(name.slice(1))
    return named.get(name) ?? (mark === undefined ? whole : `${name[0]}${mark}`.normalize('NFC'))
  })
}

/** Control characters and halves of surrogate pairs are no text. */
function character(code: number, whole: string): string {
  if (code > 0x10ffff) return whole
  const text = String.fromCodePoint(code)
  return /[\p{Cc}\p{Cs}]/u.test(text) ? ' ' : text
}
