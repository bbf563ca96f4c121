import type { Segment } from '../db/rows'
import { bitOf, bitsOf, type Field, fields } from './document'
import { Places } from './places'
import type { Term } from './query'
import { eachPlace, eachPosting, fieldOfPlace, type Range, rangeOf } from './read-segment'
import { tokensOf } from './tokens'

/** A segment as it is searched. */
export interface SearchedSegment {
  readonly segment: Segment
  /** The number of each of its documents among all that can be found; -1 for one that does not count. */
  readonly numbers: Int32Array
}

/** How much a word counts, by where it stands. */
const weights: Readonly<Record<Field, number>> = {
  title: 8,
  tag: 4,
  author: 4,
  keyword: 4,
  org: 2,
  note: 1.5,
  summary: 1.25,
  abstract: 1,
}
/** How much a word counts that only begins as it was typed. */
const begun = 0.5
/** A word says more about a title that has few. A title of so many words counts as it is. */
const usualTitle = 9

/** By the bits of the fields, what they count without the title. */
const weightOf = Float32Array.from({ length: 0x100 }, (_, bits) =>
  fields
    .filter((field) => field !== 'title' && (bits & bitOf(field)) !== 0)
    .reduce((sum, field) => sum + weights[field], 0),
)
const titleBit = bitOf('title')
const titleWeight = Float32Array.from(
  { length: 0x100 },
  (_, length) => weights.title / (0.75 + (0.25 * length) / usualTitle),
)

/**
 * Finds a term in a segment.
 *
 * @param scores by the numbers of the documents: how much the term counts there, 0 where it is not. What is
 *   found more than once counts once, as much as it does where it counts most
 */
export function scoreTerm(part: SearchedSegment, term: Term, scores: Float32Array): void {
  const tokens = term.words.flatMap(tokensOf)
  const last = tokens.at(-1)
  if (last === undefined) return
  const range = rangeOf(part.segment, last, term.isPrefix)
  const allowed = bitsOf(term.field)
  if (tokens.length === 1) scoreWord(part, range, allowed, scores)
  else scorePhrase(part, { before: tokens.slice(0, -1), last: range, allowed }, scores)
}

function scoreWord(
  part: SearchedSegment,
  { start, end, whole }: Range,
  allowed: number,
  scores: Float32Array,
) {
  for (let term = start; term < end; term++) {
    const factor = term === whole ? 1 : begun
    eachPosting(part.segment, term, (document, bits) =>
      note(part, document, bits & allowed, factor, scores),
    )
  }
}

function note(
  part: SearchedSegment,
  document: number,
  bits: number,
  factor: number,
  scores: Float32Array,
) {
  const number = part.numbers[document] ?? -1
  if (bits === 0 || number < 0) return
  let score = weightOf[bits] ?? 0
  if ((bits & titleBit) !== 0) score += titleWeight[part.segment.titleLengths[document] ?? 0] ?? 0
  score *= factor
  if (score > (scores[number] ?? 0)) scores[number] = score
}

interface Phrase {
  /** All its words but the last one. */
  readonly before: readonly string[]
  readonly last: Range
  readonly allowed: number
}

function scorePhrase(
  part: SearchedSegment,
  { before, last, allowed }: Phrase,
  scores: Float32Array,
): void {
  const ranges = before.map((token) => rangeOf(part.segment, token, false))
  const shared = sharedFields(part, [...ranges, last], allowed)
  if (shared === undefined) return
  let expected: Places | undefined
  for (const { start } of ranges) {
    const known: Places | undefined = expected
    const places = new Places(part.numbers.length)
    eachPlace(part.segment, start, shared, (document, place) => {
      if (known === undefined || known.has(document, place)) places.add(document, place + 1)
    })
    expected = places
  }
  if (expected === undefined) return
  const known = expected
  for (let term = last.start; term < last.end; term++) {
    const factor = term === last.whole ? 1 : begun
    known.rewind()
    eachPlace(part.segment, term, shared, (document, place) => {
      if (!known.has(document, place)) return
      note(part, document, fieldOfPlace(place) & allowed, factor, scores)
    })
  }
}

/** By document, the bits of the fields that hold all of these words; undefined where none can. */
function sharedFields(
  { segment, numbers }: SearchedSegment,
  ranges: readonly Range[],
  allowed: number,
): Uint8Array | undefined {
  let shared = new Uint8Array(numbers.length).fill(allowed)
  for (const { start, end } of ranges) {
    if (start === end) return undefined
    const holding = new Uint8Array(numbers.length)
    for (let term = start; term < end; term++) {
      eachPosting(segment, term, (document, bits) => {
        holding[document] = (holding[document] ?? 0) | (bits & (shared[document] ?? 0))
      })
    }
    shared = holding
  }
  return shared
}
