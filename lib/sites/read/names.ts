import { limits } from '../../papers/limits'
import { plainText } from './plain-text'

const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i
/** Degrees and affiliations, in this case of letters only: Ma and Md are names. */
const noPartOfName = /^(?:Ph\.?D|M\.?D)\.?$|Universi|Institut|Department|Laborator|College/
/** A semicolon that does not end a character reference such as `&#39;`. */
const betweenNames = /;(?<!&#?\w{1,8};)/

/**
 * The names of authors in reading order, from values that hold one name each or several with semicolons
 * between them: `Family, Given; Family, Given`.
 */
export function namesIn(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.split(betweenNames))
    .map((value) => plainText(inReadingOrder(value), limits.author))
    .filter(isName)
    .slice(0, limits.authors)
}

/**
 * `Family, Given` and `Family, Jr., Given` as `Given Family` and `Given Family Jr.`; empty where more commas
 * leave open what is what.
 */
function inReadingOrder(value: string): string {
  const [family = '', ...others] = value.split(',').map((part) => part.trim())
  const endings = others.filter((part) => suffix.test(part))
  const given = others.filter((part) => !suffix.test(part) && !noPartOfName.test(part))
  return given.length > 1 ? '' : [...given, family, ...endings].join(' ')
}

/** Collaborations leave lone signs between the names, and some pages put addresses there. */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !/@|^https?:/i.test(text)
}
