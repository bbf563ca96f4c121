import type { Segment } from '../db/rows'

export function termCount({ termStarts }: Segment): number {
  return termStarts.length - 1
}

export function termAt({ terms, termStarts }: Segment, index: number): string {
  return terms.slice(termStarts[index], termStarts[index + 1])
}

/** @returns the index of the first word that does not come before this text */
export function lowerBound(segment: Segment, text: string): number {
  let low = 0
  let high = termCount(segment)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (termAt(segment, middle) < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The words that are this text, or begin with it: from one index up to and without the other. */
export interface Range {
  readonly start: number
  readonly end: number
  /** The index of the text itself; -1 where it is none of the words. */
  readonly whole: number
}

export function rangeOf(segment: Segment, text: string, isPrefix: boolean): Range {
  const start = lowerBound(segment, text)
  const isWhole = start < termCount(segment) && termAt(segment, start) === text
  const whole = isWhole ? start : -1
  if (!isPrefix) return { start, end: isWhole ? start + 1 : start, whole }
  // No word holds the last of all code units, which is no letter.
  return { start, end: lowerBound(segment, `${text}\uffff`), whole }
}

/** Calls back for each paper in which a word stands, in their order in the segment. */
export function eachPosting(
  { postings, postingStarts }: Segment,
  term: number,
  visit: (document: number, fields: number) => void,
): void {
  let at = postingStarts[term] ?? 0
  const end = postingStarts[term + 1] ?? at
  let document = 0
  while (at < end) {
    let byte = postings[at++] ?? 0
    let distance = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = postings[at++] ?? 0
      distance |= (byte & 0x7f) << shift
    }
    document += distance
    visit(document, postings[at++] ?? 0)
  }
}

/**
 * Calls back for each place of a word in the wanted papers.
 *
 * @param isWanted by document
 * @param visit papers come in their order, and their places too
 */
export function eachPlace(
  segment: Segment,
  term: number,
  isWanted: Uint8Array,
  visit: (document: number, place: number) => void,
): void {
  const { bytes, starts } = segment.positions
  let at = starts[term] ?? 0
  eachPosting(segment, term, (document, fields) => {
    const wanted = isWanted[document] !== 0
    for (let rest = fields; rest !== 0; rest &= rest - 1) {
      const field = 31 - Math.clz32(rest & -rest)
      let position = 0
      for (let follows = true; follows; ) {
        let byte = bytes[at++] ?? 0
        let number = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0
          number |= (byte & 0x7f) << shift
        }
        follows = (number & 1) === 1
        position += number >>> 1
        if (wanted) visit(document, field * positionsOfAField + position)
      }
    }
  })
}

/** More than there are positions: a place is a field and a position in one, and that of the next word is one more. */
const positionsOfAField = 0x20000

/** The bit of its field. */
export function fieldOfPlace(place: number): number {
  return 1 << Math.floor(place / positionsOfAField)
}
