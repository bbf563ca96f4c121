import { limits } from './limits'

/**
 * An author's name in its parts, as bibliographies sort and abbreviate it: a person, or a group that is one name.
 * A part that the name does not have is empty.
 */
export type AuthorName =
  | {
      readonly kind: 'person'
      /** `Pia Q.` */
      readonly given: string
      /** `van der`: belongs to the family name, but is not sorted by. */
      readonly particle: string
      readonly family: string
      /** `Jr.`, `III` */
      readonly suffix: string
    }
  | { readonly kind: 'group'; readonly name: string }

/** The last word of a group's name. No family name is among them. */
const groupEnding =
  /(?:^|[\s-])(?:teams?|collaborations?|consorti(?:um|a)|contributors|groups?|research|labs|laborator(?:y|ies)|institutes?|universit(?:y|é|ät)|community|committee|initiative|foundation|association|society|project|network|authors|inc|ltd|llc|gmbh|corp|corporation)\.?$/iu

/** Behind another word: `Lakeside AI`. Written `Ai` it is a family name, but not behind a full stop (`Kilo. ai`). */
const intelligence = /\sAI$|\.\s?ai$/
/** `Team Kilo`, `AI at Lakeside` */
const groupBeginning =
  /^(?:team\s|AI (?:at|of|for)\s|(?:the )?(?:universit\p{L}+|institut\p{L}*|department) (?:of|for|de)\s)/iu

/**
 * A laboratory, where what stands before is no given name: several words, or one such as `GAIR`. `Ivo Lab` is a
 * person.
 */
const laboratory =
  /(?:\S\s+\S+|\d|\p{L}-\p{L}|\p{Lu}{2}|\p{Ll}\p{Lu})\S*\s+(?:[Ll]ab|LAB|[Cc]ent(?:er|re))$/u

const suffix = /^(?:(?:jr|sr)\.?|II|III|IV|2nd|3rd|4th)$/i
/** In small letters these would be other words. */
const roman = /^[IV]+$/i

/** Small words that stand before a family name, in the languages of Europe and of the Arab world. */
const particles = new Set(
  (
    'af al av bin da dal das de degli dei del della den der di do dos du el ibn la las le los op ten ter te tot ' +
    'van vom von zu zum zur'
  ).split(' '),
)
/** Capitalised, these are hardly ever a given name or a family name of its own. */
const capitalParticles = new Set('De Del Della Dos Von'.split(' '))
/** `Agüera y Arcas` is one family name. */
const conjunctions = new Set(['e', 'i', 'y'])

/** Scripts whose names have no space, or stand family first where there is one. */
const familyFirst = /^[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}\s·・]+$/u

/**
 * Takes a name apart that is written in reading order (`Pia van der Moor Jr.`), or with the family name before a
 * comma (`Moor, Pia`). Never throws; what can't be taken apart is a family name as a whole.
 */
export function parseAuthorName(name: string): AuthorName {
  // No name that is stored is as long: it is not worth a long look.
  if (name.length > limits.author) return person({ family: name })
  if (isGroup(name)) return { kind: 'group', name }
  if (familyFirst.test(name)) return person({ family: name })
  const [first = '', ...behind] = name.split(',').map((part) => part.trim())
  const suffixes = behind.filter(isSuffix)
  const given = behind.filter((part) => part !== '' && !isSuffix(part))
  if (given.length > 0) {
    const { particle, family } = familyOf(first.split(/\s+/))
    return person({ given: given.join(' '), particle, family, suffix: suffixes.join(' ') })
  }
  const words = first.split(/\s+/)
  const last = words.at(-1) ?? ''
  if (words.length > 1 && isSuffix(last)) suffixes.unshift(...words.splice(-1))
  return person({ ...inReadingOrder(words), suffix: suffixes.join(' ') })
}

/** Whether a name, or what was taken for one, is a suffix such as `Jr.` alone. */
export function isSuffix(text: string): boolean {
  return suffix.test(text) && (!roman.test(text) || text === text.toUpperCase())
}

/** Whether a name is that of a group: a team, a company, a collaboration. */
export function isGroup(name: string): boolean {
  if (!/\s/.test(name)) return false
  return (
    groupBeginning.test(name) ||
    groupEnding.test(name) ||
    intelligence.test(name) ||
    laboratory.test(name)
  )
}

interface Parts {
  readonly given?: string
  readonly particle?: string
  readonly family: string
  readonly suffix?: string
}

function person({ given = '', particle = '', family, suffix = '' }: Parts): AuthorName {
  return { kind: 'person', given, particle, family, suffix }
}

function inReadingOrder(words: readonly string[]): Parts {
  const last = words.length - 1
  // The first word is a given name, unless it is a small particle: `de Souza`.
  let start = last
  const first = particles.has(words[0] ?? '') ? 0 : 1
  for (let at = first; at < last; at += 1) {
    if (isParticle(words, at)) {
      start = at
      break
    }
    if (conjunctions.has(words[at] ?? '') && at > first) {
      start = at - 1
      break
    }
  }
  return { given: words.slice(0, start).join(' '), ...familyOf(words.slice(start)) }
}

/** `Van der Merwe` begins with a particle too, but `Van` alone is a name. */
function isParticle(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  if (particles.has(word) || capitalParticles.has(word)) return true
  const isCapital = particles.has(word.toLowerCase()) && word !== word.toUpperCase()
  return isCapital && at + 2 < words.length && particles.has(words[at + 1] ?? '')
}

/** The small words at the beginning, and what is behind them; a capital `De` is a part of the name itself. */
function familyOf(words: readonly string[]): { particle: string; family: string } {
  let end = 0
  for (let at = 0; at < words.length - 1; at += 1) {
    if (particles.has(words[at] ?? '')) end = at + 1
    else if (!particles.has((words[at] ?? '').toLowerCase())) break
  }
  return { particle: words.slice(0, end).join(' '), family: words.slice(end).join(' ') }
}
