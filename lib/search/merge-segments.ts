import type { Segment } from '../db/rows'
import { markBits } from './build-segment'
import { ByteWriter } from './byte-writer'
import { eachPosting, termAt, termCount } from './read-segment'

/** How many words are merged between two looks at the clock. */
const termsAtOnce = 64

/**
 * Makes one segment of several. Of a paper that is in more than one only the newest counts.
 *
 * @param segments the oldest first
 * @param areAll whether there are no older ones: nothing need then be known of papers that are gone
 * @param turn is called again and again, to let others have their turn; may throw to end the work
 */
export async function mergeSegments(
  segments: readonly Segment[],
  areAll: boolean,
  turn: () => Promise<void>,
): Promise<Segment> {
  const { numbers, ...documents } = mergeDocuments(segments, areAll)
  const inputs = segments.map((segment, index) => ({
    segment,
    numbers: numbers[index] ?? new Int32Array(),
    next: 0,
    count: termCount(segment),
    term: termCount(segment) > 0 ? termAt(segment, 0) : undefined,
  }))
  const terms: string[] = []
  const termStarts = new Starts()
  const postingStarts = new Starts()
  const positionStarts = new Starts()
  const postings = new ByteWriter()
  const positions = new ByteWriter()
  for (let count = 1; ; count++) {
    const term = firstOf(inputs.map(({ term }) => term))
    if (term === undefined) break
    let before = 0
    const start = postings.length
    for (const input of inputs) {
      if (input.term !== term) continue
      eachPlaceBytes(input.segment, input.next, (document, fields, from, to) => {
        const number = input.numbers[document] ?? -1
        if (number < 0) return
        postings.number(number - before)
        postings.byte(fields)
        positions.copy(input.segment.positions.bytes, from, to)
        before = number
      })
      input.next += 1
      input.term = input.next < input.count ? termAt(input.segment, input.next) : undefined
    }
    if (postings.length > start) {
      terms.push(term)
      termStarts.end(termStarts.last + term.length)
      postingStarts.end(postings.length)
      positionStarts.end(positions.length)
    }
    if (count % termsAtOnce === 0) await turn()
  }
  return {
    ...documents,
    terms: terms.join(''),
    termStarts: termStarts.finish(),
    postings: postings.finish(),
    postingStarts: postingStarts.finish(),
    positions: { bytes: positions.finish(), starts: positionStarts.finish() },
  }
}

class Starts {
  readonly #starts = [0]

  get last(): number {
    return this.#starts.at(-1) ?? 0
  }

  end(at: number): void {
    this.#starts.push(at)
  }

  finish(): Uint32Array {
    return Uint32Array.from(this.#starts)
  }
}

/** @returns besides, the new numbers of each segment's papers; -1 for one that does not count */
function mergeDocuments(segments: readonly Segment[], areAll: boolean) {
  const listed = segments.map(({ ids }) => idsOf(ids))
  const newest = new Map<string, number>()
  for (const [index, ids] of listed.entries()) for (const id of ids) newest.set(id, index)
  const kept: string[] = []
  const days: number[] = []
  const marked: number[] = []
  const titleLengths: number[] = []
  const numbers = segments.map((segment, index) =>
    Int32Array.from(listed[index] ?? [], (id, document) => {
      const mark = segment.marks[document] ?? 0
      if (newest.get(id) !== index || (areAll && (mark & markBits.gone) !== 0)) return -1
      days.push(segment.days[document] ?? 0)
      marked.push(mark)
      titleLengths.push(segment.titleLengths[document] ?? 0)
      return kept.push(id) - 1
    }),
  )
  return {
    numbers,
    ids: kept.join('\n'),
    days: Uint32Array.from(days),
    marks: Uint8Array.from(marked),
    titleLengths: Uint8Array.from(titleLengths),
  }
}

export function idsOf(ids: string): string[] {
  return ids === '' ? [] : ids.split('\n')
}

function firstOf(terms: readonly (string | undefined)[]): string | undefined {
  let first: string | undefined
  for (const term of terms) {
    if (term !== undefined && (first === undefined || term < first)) first = term
  }
  return first
}

/** Calls back for each paper in which a word stands, with the part of the positions that is about it. */
function eachPlaceBytes(
  segment: Segment,
  term: number,
  visit: (document: number, fields: number, from: number, to: number) => void,
): void {
  const { bytes, starts } = segment.positions
  let at = starts[term] ?? 0
  eachPosting(segment, term, (document, fields) => {
    const from = at
    for (let rest = fields; rest !== 0; rest &= rest - 1) {
      for (let follows = true; follows; ) {
        follows = ((bytes[at] ?? 0) & 1) === 1
        while ((bytes[at++] ?? 0) > 0x7f) {}
      }
    }
    visit(document, fields, from, at)
  })
}
