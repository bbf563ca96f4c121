import { splitFormulas } from '../formulas'

/*
 * Text out of TeX, as authors write it into the forms of arXiv: outside of formulas there are accents, escaped signs,
 * quotes and dashes, and now and then a command that sets type.
 */

/** Marks by the command that sets them on the next letter. */
const marks: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

/** Commands that stand for a sign. */
const signs: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  i: 'ı',
  j: 'ȷ',
  l: 'ł',
  L: 'Ł',
  ng: 'ŋ',
  o: 'ø',
  O: 'Ø',
  oe: 'œ',
  OE: 'Œ',
  ss: 'ß',
  th: 'þ',
  TH: 'Þ',
  dots: '…',
  ldots: '…',
  textasciitilde: '~',
  textasciicircum: '^',
  textdegree: '°',
  textellipsis: '…',
  textemdash: '—',
  textendash: '–',
  textgreater: '>',
  textless: '<',
  textmu: 'µ',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  textregistered: '®',
  texttrademark: '™',
  textunderscore: '_',
}

/** Letters that have a mark already in their own form. */
const dotless: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' }

const names = Object.keys(signs).sort((one, other) => other.length - one.length)
/** A command of letters ends before what is no letter; white space behind it, or a pair of braces, belongs to it. */
const sign = String.raw`\\(${names.join('|')})(?![A-Za-z])(?:\{\}|\s(?=[A-Za-z]))?`
const signPattern = new RegExp(String.raw`\{${sign}\}|${sign}`, 'g')

const letter = '[A-Za-zıȷ]'
/** `\'e`, `\'{e}`, `{\'e}`, `\v{c}`, `\c c`: a command of a letter needs a brace or a space behind it. */
const accent = String.raw`\\(?:(['"^~.=${'`'}])\s?|([uvHcdbrk])(?:\s(?=[A-Za-z])|(?=\{)))(?:\{(${letter})\}|(${letter}))`
const accentPattern = new RegExp(String.raw`\{${accent}\}|${accent}`, 'g')

/** Commands that set what is in their braces in other type, which is left as text. */
const style =
  /\\(?:emph|text(?:it|bf|tt|sc|sf|rm|sl|up|md|normal)?|underline|mbox|url|uline)\{([^{}\\]*)\}/g
const oldStyle = /\{\\(?:em|it|bf|tt|sc|sf|rm|sl)\s+([^{}\\]*)\}/g
/** `\href{https://…}{text}` */
const link = /\\href\{[^{}]*\}\{([^{}\\]*)\}/g

/**
 * A text as people read it, out of one that may have TeX in it. Formulas between dollars stay as they are, and so does
 * what is no TeX that is known: an unknown command, a path on a disk, an option such as `--all`.
 *
 * @param text of any length; the time taken grows with it alone
 */
export function texText(text: string): string {
  if (!/[\\~`]|--|''/.test(text)) return text
  const parts = splitFormulas(text)
  const read = parts
    .map(({ source, formula }) => (formula === undefined ? readWords(source) : source))
    .join('')
  const plain = read.replace(escapedDollar, '$')
  // A dollar that would make a formula of what is none keeps its sign.
  return formulasIn(plain) === formulasIn(read) ? plain : read
}

function formulasIn(text: string): number {
  return splitFormulas(text).filter(({ formula }) => formula !== undefined).length
}

const escapedDollar = /\\\$/g

function readWords(text: string): string {
  return withTies(text)
    .replace(signPattern, (whole, braced?: string, bare?: string) => {
      const sign = signs[braced ?? bare ?? ''] ?? whole
      // Within a word a command eats the white space behind it: `Gro\ss e`.
      return /\s$/.test(whole) && !/\p{L}/u.test(sign) ? `${sign} ` : sign
    })
    .replace(accentPattern, (whole, ...groups: (string | undefined)[]) => {
      const [command, base] = groups.slice(0, 8).filter((group) => typeof group === 'string')
      return accented(command ?? '', base ?? '') ?? whole
    })
    .replace(link, '$1')
    .replace(style, '$1')
    .replace(oldStyle, '$1')
    .replace(/\\([&%#_{}])/g, '$1')
    .replace(/\\[ ,;:](?=\S)|(?<=\s)\\\\(?=\s)/g, ' ')
    .replace(/``([^`']{1,400})''/g, '“$1”')
    .replace(/(?<=^|[\s(])`([^`'\s](?:[^`']{0,200}[^`'\s])?)'(?=$|[\s,.;:)?!])/g, '‘$1’')
    .replace(/(?<![-!<])---(?![->])/g, '—')
    .replace(/(?<=[\p{L}\p{N}.)])--(?=[\p{L}\p{N}(])|(?<=\s)--(?=\s)/gu, '–')
}

/** `Table~1` is tied by a space; `~20` is about twenty, `5~10` from five to ten, and `/~lane` an address. */
function withTies(text: string): string {
  return text.replace(
    /(?<=[\p{L}.,;:)\]}])(?<!\\[A-Za-z]?)~(?=[\p{L}\p{N}(\\$[])|(?<=\p{N})~(?=[\p{L}(\\])/gu,
    ' ',
  )
}

function accented(command: string, base: string): string | undefined {
  const composed = `${dotless[base] ?? base}${marks[command] ?? ''}`.normalize('NFC')
  return [...composed].length === 1 ? composed : undefined
}
