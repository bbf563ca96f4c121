import { isGroup, isSuffix } from './author-name'
import { limits } from './limits'

/** What authors, sites and typesetting leave at a name: signs of footnotes, commas, lone signs. */
const marks = String.raw`[\s,;:*∗†‡§¶‖#|/\\^_~•·]`
const leading = new RegExp(String.raw`^(?:${marks}|\d{1,2}(?=\s?\p{Lu}\p{Ll}|\s\p{Lu}\.))+`, 'u')
const trailing = new RegExp(String.raw`(?:${marks}|(?<=\p{Ll}|,)\d{1,2})+$`, 'u')
/** People of the same name are told apart by a number at dblp: `Wei Wang 0001`. */
const dblpNumber = /\s0\d{3}$/
const leadingAnd = /^(?:and|&)\s+/i
const trailingAnd = /\s+(?:and|&|et al\.?)$/

/** How much of a value is looked at, in characters: one can hold a few names. */
const longestValue = 2_000

/**
 * The names of a paper's authors out of what a source has in their places, one or more in each. A dropped author is
 * worse than an odd one: what has a letter in it stays, and two authors of one name are two.
 *
 * Taken away are the signs of footnotes, affiliations in brackets behind a name, a stray "and", the numbers of dblp
 * and lone signs; a suffix that came as a name of its own goes to the name before it; "A and B" are two.
 *
 * @param values one line each, white space collapsed
 */
export function authorNames(values: readonly string[]): string[] {
  const names: string[] = []
  for (const value of values) {
    for (const name of namesIn(value.slice(0, longestValue))) {
      const before = names.at(-1)
      if (isSuffix(name) && before !== undefined) {
        // With its suffix the last of two may look like a whole name: `B Jr. and B`, `III`.
        names.splice(-1, 1, ...namesIn(`${before} ${name}`))
      } else if (/\p{L}/u.test(name) && !/^(?:and|et al\.?)$/i.test(name)) names.push(name)
    }
  }
  return names
}

/**
 * The authors in a line with commas between them, in which affiliations may stand in brackets, and brackets in
 * these: `Pia Lane (Foo Univ., Dept. (CS)), Rémi Moor`. A bracket that is never closed ends with its comma.
 *
 * @param line white space collapsed
 */
export function authorNamesInLine(line: string): string[] {
  return authorNames(splitOutsideBrackets(line))
}

/** Authors without those that stand next to themselves, as where a source names one for each affiliation. */
export function withoutRepeats(names: readonly string[]): string[] {
  return names.filter((name, index) => name !== names[index - 1] || hasInitialsOnly(name))
}

/** `Y. Wang` next to `Y. Wang` are two people. */
function hasInitialsOnly(name: string): boolean {
  return !/\p{L}{2,}.*\s/u.test(name)
}

function splitOutsideBrackets(line: string): string[] {
  const closings = closingBrackets(line)
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < line.length; at += 1) {
    at = closings.get(at) ?? at
    if (line[at] !== ',') continue
    parts.push(line.slice(start, at))
    start = at + 1
  }
  return [...parts, line.slice(start)]
}

/** Where the bracket ends that opens at a place; none for one that is never closed. */
function closingBrackets(line: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '(') open.push(at)
    const opening = line[at] === ')' ? open.pop() : undefined
    if (opening !== undefined) closings.set(opening, at)
  }
  return closings
}

/** The names in a value, of which each stays as it is when it is looked at again. */
function namesIn(value: string): string[] {
  const whole = cleaned(value)
  const parts = separated(whole)
  return parts.length > 1 ? parts.flatMap(namesIn) : [cleaned(whole.slice(0, limits.author))]
}

/** `Pia Lane and Rémi Moor`, where each looks like a whole name and neither is a group. */
function separated(value: string): string[] {
  if (!/\s(?:and|&)\s/i.test(value) || isGroup(value)) return [value]
  const parts = value.split(/\s*,\s+and\s+|\s+(?:and|&)\s+|,\s+/i)
  const areNames = parts.every(
    (part, index) => (part === '' && index === 0) || /^\p{Lu}\S*(?:\s\S+){1,4}$/u.test(part),
  )
  return areNames && !parts.some(isGroup) ? parts : [value]
}

function cleaned(part: string): string {
  let name = part
  let before: string
  do {
    before = name
    name = withoutAffiliation(name)
      .replace(leading, '')
      .replace(trailing, '')
      .replace(dblpNumber, '')
      .replace(leadingAnd, '')
      .replace(trailingAnd, '')
  } while (name !== before)
  return name
}

/** A bracket behind a name, also one that is not closed or has lost its beginning. One within is a nickname. */
function withoutAffiliation(name: string): string {
  let depth = 0
  for (let at = name.length - 1; at > 0; at -= 1) {
    const sign = name[at] ?? ''
    if (/[)\]]/.test(sign)) depth += 1
    else if (/[([]/.test(sign)) {
      // Never closed: all that follows belongs to it.
      if (depth === 0) return name.slice(0, at)
      depth -= 1
      if (depth === 0) return name.slice(0, at)
    } else if (depth === 0 && /\p{L}/u.test(sign)) {
      const opening = name.search(/[([]/)
      if (opening > 0 && !/[)\]]/.test(name.slice(opening))) return name.slice(0, opening)
      break
    }
  }
  return name
    .replace(/^[([]\s*(?=[^()[\]]*$)|(?<=^[^()[\]]*)[)\]]+$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1')
}
