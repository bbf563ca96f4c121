import type { Segment } from '../db/rows'
import { ByteWriter } from './byte-writer'
import { type Document, fields } from './document'
import { tokensIn } from './tokens'

/** Where a word stands in the documents. */
interface Postings {
  readonly documents: number[]
  /** Of each of the documents. */
  readonly fields: number[]
  /** Distances, doubled; 1 is added where another one follows in the same field. */
  readonly distances: number[]
  field: number
  position: number
}

/** Positions beyond are not kept: no phrase is found so late in a text. */
const lastPosition = 0xffff

/** Puts documents, each with another id, into a segment of the index. `docs/decisions/0012` has the format. */
export class SegmentBuilder {
  readonly #documents: Document[] = []
  readonly #titleLengths: number[] = []
  readonly #terms = new Map<string, Postings>()

  get size(): number {
    return this.#documents.length
  }

  add(document: Document): void {
    const number = this.#documents.push(document) - 1
    let titleLength = 0
    for (const [field, name] of fields.entries()) {
      let position = 0
      for (const text of document.texts[name] ?? []) {
        for (const token of tokensIn(text)) this.#place(token, number, field, position++)
        if (name === 'title') titleLength = position
        position++
      }
    }
    this.#titleLengths.push(Math.min(titleLength, 0xff))
  }

  #place(token: string, document: number, field: number, position: number): void {
    let term = this.#terms.get(token)
    if (term === undefined) {
      term = { documents: [], fields: [], distances: [], field: -1, position: 0 }
      this.#terms.set(token, term)
    }
    const { documents, distances } = term
    const isNew = documents.at(-1) !== document
    if (isNew) {
      documents.push(document)
      term.fields.push(0)
    }
    const last = documents.length - 1
    const isFirst = isNew || term.field !== field
    if (isFirst) term.fields[last] = (term.fields[last] ?? 0) | (1 << field)
    if (position > lastPosition && !isFirst) return
    if (!isFirst) distances[distances.length - 1] = (distances.at(-1) ?? 0) | 1
    const kept = Math.min(position, lastPosition)
    distances.push((kept - (isFirst ? 0 : term.position)) * 2)
    term.field = field
    term.position = kept
  }

  finish(): Segment {
    const names = [...this.#terms.keys()].sort()
    const postings = new ByteWriter()
    const positions = new ByteWriter()
    const termStarts = new Uint32Array(names.length + 1)
    const postingStarts = new Uint32Array(names.length + 1)
    const positionStarts = new Uint32Array(names.length + 1)
    for (const [index, name] of names.entries()) {
      termStarts[index + 1] = (termStarts[index] ?? 0) + name.length
      const term = this.#terms.get(name)
      if (term === undefined) continue
      let before = 0
      for (const [at, document] of term.documents.entries()) {
        postings.number(document - before)
        postings.byte(term.fields[at] ?? 0)
        before = document
      }
      for (const distance of term.distances) positions.number(distance)
      postingStarts[index + 1] = postings.length
      positionStarts[index + 1] = positions.length
    }
    return {
      ids: this.#documents.map(({ id }) => id).join('\n'),
      days: Uint32Array.from(this.#documents, ({ day }) => day),
      marks: Uint8Array.from(
        this.#documents,
        ({ hasCode, isGone }) => (hasCode ? markBits.code : 0) | (isGone ? markBits.gone : 0),
      ),
      titleLengths: Uint8Array.from(this.#titleLengths),
      terms: names.join(''),
      termStarts,
      postings: postings.finish(),
      postingStarts,
      positions: { bytes: positions.finish(), starts: positionStarts },
    }
  }
}

/** The bits of `Segment.marks`. */
export const markBits = { code: 1, gone: 2 } as const
