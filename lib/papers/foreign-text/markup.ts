import { MathBuilder } from './math-text'
import { namedSigns } from './named-signs'
import { lowered, raised } from './scripts'

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
export function markupText(markup: string): string {
  const text = decoded(withoutTags(markup.slice(0, longest)))
  // Markup that was escaped twice ends in tags; what authors write seldom closes one.
  return decoded(/<\/[a-z]/i.test(text) ? withoutTags(text) : text)
}

function withoutTags(markup: string): string {
  const done: string[] = []
  /** What can still change: the end of the text, as far as emphasis goes. */
  let text = ''
  let end = 0
  let hidden: string | undefined
  let hasAlternatives = false
  let heading: number | undefined
  let math: MathBuilder | undefined
  /** Where the text of each open piece of emphasis, formula or script begins. */
  const starts: number[] = []
  for (const found of markup.matchAll(tag)) {
    const [whole, slash = '', prefix, written = ''] = found
    const name = written.toLowerCase()
    if (prefix === undefined && !tagNames.has(name)) continue
    const isEnd = slash !== ''
    const isEmpty = whole.endsWith('/>')
    const words = markup.slice(end, found.index)
    end = found.index + whole.length
    if (hidden !== undefined) {
      if (isEnd && name === hidden) hidden = undefined
      continue
    }
    if (math === undefined) text += words
    else math.add(decoded(words))
    if (text.length > longestEmphasis) {
      done.push(text.slice(0, -1))
      text = text.slice(-1)
      starts.length = 0
      heading = undefined
    }
    if (name === 'alternatives') hasAlternatives = !isEnd
    if (!isEnd && !isEmpty && isCopy(name, hasAlternatives)) hidden = name
    if (math !== undefined && name !== 'math') {
      if (isEnd) math.close(name)
      else if (!isEmpty) math.open(name)
      continue
    }
    if (blocks.has(name)) text += ' '
    if (isEmpty) continue
    if (name === 'math' && !isEnd) math = new MathBuilder()
    if (name === 'math' && isEnd && math !== undefined) {
      text += escapedText(math.text())
      math = undefined
    }
    if (inline.has(name) || scripts.has(name)) {
      if (!isEnd) starts.push(text.length)
      else if (scripts.has(name)) text = withScript(text, starts.pop(), name)
      else {
        const start = starts.pop() ?? 0
        if (lacksSpace(text.slice(start), name, markup.slice(end, end + 2))) text += ' '
        text = withSpaceBefore(text, start)
      }
    }
    if (name === 'title' && !isEnd) heading = text.length
    if (name === 'title' && isEnd && heading !== undefined) text = withHeading(text, heading)
  }
  if (math !== undefined) text += escapedText(math.text())
  return done.join('') + text + markup.slice(end)
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

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,9}));/gi

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
    return (
      namedSigns.get(name) ?? (mark === undefined ? whole : `${name[0]}${mark}`.normalize('NFC'))
    )
  })
}

/** Control characters and halves of surrogate pairs are no text. */
function character(code: number, whole: string): string {
  if (code > 0x10ffff) return whole
  const text = String.fromCodePoint(code)
  return /[\p{Cc}\p{Cs}]/u.test(text) ? ' ' : text
}

/** In characters; what is longer is a whole text in italics. */
const longestEmphasis = 2_000
/** Emphasis and formulas, at which publishers leave out white space. */
const inline = new Set(
  'b bold em i inline-formula italic math sc scp strong styled-content'.split(' '),
)
const scripts = new Set(['sub', 'sup'])

/** A small letter right before emphasis or a formula that begins with a letter: `hoppers<i>Laodelphax</i>`. */
function withSpaceBefore(text: string, start: number): string {
  if (start === 0) return text
  const isGlued =
    /\p{Ll}$/u.test(text.slice(start - 2, start)) && /^[\p{L}$]/u.test(text.slice(start))
  return isGlued ? `${text.slice(0, start)} ${text.slice(start)}` : text
}

/**
 * A word right behind emphasis or a formula that ends with a letter: `</i>in China`, `</math>Decay`, but not
 * `<i>k</i>NN` nor the hyphen of `<i>k</i>-means`, nor the rest of a word whose first letter is set off: `<b>L</b>ane`.
 */
function lacksSpace(emphasised: string, name: string, behind: string): boolean {
  if (!/[\p{L}$]$/u.test(emphasised.slice(-2))) return false
  if (!/^(?:\p{Ll}|\p{Lu}\p{Ll})/u.test(behind)) return false
  const isFormula = name === 'math' || name === 'inline-formula'
  return isFormula || !/^\p{L}$/u.test(emphasised)
}

/** Numbers that would run into the one before them: `10<sup>6</sup>` is not 106. Elsewhere `H2O` is as people write. */
function withScript(text: string, start: number | undefined, name: string): string {
  if (start === undefined || !/\p{N}$/u.test(text.slice(0, start))) return text
  const script = text.slice(start)
  const written = name === 'sup' ? raised(script) : lowered(script)
  return written === undefined ? text : text.slice(0, start) + written
}

/** Signs of markup in a formula's text, which is decoded with the rest. */
function escapedText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
