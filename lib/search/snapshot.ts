import type { Segment } from '../db/rows'
import { type Entry, isSameTag } from '../papers/entry'
import type { PaperId } from '../papers/paper-id'
import { markBits, SegmentBuilder } from './build-segment'
import { dayNumber, entryDocument } from './document'
import { idsOf } from './merge-segments'
import type { Filter, Query, Term } from './query'
import { type SearchedSegment, scoreTerm } from './score-term'
import { TopList } from './top-list'

/** A document of the index. */
interface Found {
  readonly id: PaperId
  readonly day: number
  readonly hasCode: boolean
}

/** Everything that can be found, in memory, as it was at one moment. */
export class Snapshot {
  readonly #found: Found[] = []
  readonly #numbers = new Map<string, number>()
  readonly #parts: SearchedSegment[]
  /** By number. */
  readonly #entries = new Map<number, Entry>()

  /** @param segments the oldest first */
  constructor(segments: readonly Segment[]) {
    // Of a paper the newest segment that has it counts.
    this.#parts = segments
      .toReversed()
      .map((segment) => ({ segment, numbers: this.#addPapers(segment) }))
  }

  /** How many papers or mere names can be found. */
  get size(): number {
    return this.#found.length
  }

  has(id: PaperId): boolean {
    return (this.#numbers.get(id) ?? -1) >= 0
  }

  /** @param entries each by the id of its paper, not by another name of it */
  addEntries(entries: readonly Entry[]): void {
    const builder = new SegmentBuilder()
    const numbers = Int32Array.from(entries, (entry) => {
      builder.add(entryDocument(entry))
      const id = entry.paperId
      const known = this.#numbers.get(id) ?? -1
      const number = known >= 0 ? known : this.#found.push({ id, day: 0, hasCode: false }) - 1
      this.#entries.set(number, entry)
      return number
    })
    this.#parts.push({ segment: builder.finish(), numbers })
  }

  #addPapers({ ids, days, marks }: Segment): Int32Array {
    return Int32Array.from(idsOf(ids), (id, document) => {
      if (this.#numbers.has(id)) return -1
      const mark = marks[document] ?? 0
      const day = days[document] ?? 0
      const hasCode = (mark & markBits.code) !== 0
      const isGone = (mark & markBits.gone) !== 0
      // The ids of a segment are those of papers.
      const number = isGone ? -1 : this.#found.push({ id: id as PaperId, day, hasCode }) - 1
      this.#numbers.set(id, number)
      return number
    })
  }

  find({ terms, filters }: Query, limit: number): { paperIds: readonly PaperId[]; total: number } {
    const count = this.#found.length
    const total = new Float32Array(count).fill(1)
    for (const filter of filters) {
      const passes = this.#passing(filter)
      for (let number = 0; number < count; number++) {
        if ((passes[number] !== 0) === filter.isExcluded) total[number] = 0
      }
    }
    for (const term of terms) this.#addTerm(term, total)
    const top = new TopList<number>(limit, (one, other) => this.#compare(total, one, other))
    for (let number = 0; number < count; number++) if (total[number] !== 0) top.add(number)
    return {
      paperIds: top.items.flatMap((number) => this.#found[number]?.id ?? []),
      total: top.total,
    }
  }

  /** @param total 0 where the paper is not among those that are found, and else more */
  #addTerm(term: Term, total: Float32Array): void {
    const count = total.length
    const scores = new Float32Array(count)
    for (const part of this.#parts) scoreTerm(part, term, scores)
    if (term.isExcluded) {
      for (let number = 0; number < count; number++) if (scores[number] !== 0) total[number] = 0
      return
    }
    let holding = 0
    for (let number = 0; number < count; number++) if (scores[number] !== 0) holding++
    // A term that few papers have counts more.
    const rarity = Math.log(1 + count / (holding + 1))
    for (let number = 0; number < count; number++) {
      const score = scores[number] ?? 0
      if (score === 0) total[number] = 0
      else if (total[number] !== 0) total[number] = (total[number] ?? 0) + score * rarity
    }
  }

  /** The better one first. */
  #compare(total: Float32Array, one: number, other: number): number {
    const byScore = (total[other] ?? 0) - (total[one] ?? 0)
    if (byScore !== 0) return byScore
    const [first, second] = [this.#found[one], this.#found[other]]
    if (first === undefined || second === undefined) return 0
    return second.day - first.day || (first.id > second.id ? -1 : 1)
  }

  #passing(filter: Filter): Uint8Array {
    switch (filter.kind) {
      case 'tag':
        return this.#withEntry(({ tags }) => tags.some((tag) => isSameTag(tag, filter.tag)))
      case 'status':
        return this.#withEntry(({ status }) => status === filter.status)
      case 'has':
        if (filter.what === 'code') return this.#with(({ hasCode }) => hasCode)
        return this.#withEntry(({ note, tags }) =>
          filter.what === 'note' ? note !== '' : tags.length > 0,
        )
      case 'after':
      case 'before': {
        const bound = dayNumber(filter.day)
        const isAfter = filter.kind === 'after'
        return this.#with(({ day }) => day !== 0 && (isAfter ? day >= bound : day <= bound))
      }
    }
  }

  #with(passes: (found: Found) => boolean): Uint8Array {
    return Uint8Array.from(this.#found, (found) => (passes(found) ? 1 : 0))
  }

  #withEntry(passes: (entry: Entry) => boolean): Uint8Array {
    const passing = new Uint8Array(this.#found.length)
    for (const [number, entry] of this.#entries) if (passes(entry)) passing[number] = 1
    return passing
  }
}
