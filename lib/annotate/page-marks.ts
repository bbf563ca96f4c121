import { call, read } from '../dom/page-nodes'
import { send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'
import type { Mention } from '../sites/site'
import type { Editing } from './editor'
import { bringFailureWords } from './failure-words'
import { groundOf } from './ground'
import { inSlices } from './idle'
import { isSeen } from './is-seen'
import type { KnownPapers } from './known-papers'
import { createMark, type Mark } from './mark'

/** A mark, and the paper that it speaks of: a page may re-use the row for another one. */
interface Placed {
  readonly paperId: PaperId
  readonly mark: Mark
}

/** The names that the page gives the work of each mention, by what the mark goes behind. */
export type Mentions = ReadonlyMap<Element, readonly PaperId[]>

/** How often a mark that the page removes comes back. */
const mostReturns = 5
/** How long what can't be seen may take to appear, in milliseconds. */
const appearing = 1_000
/** How many marks are made at a time: the page is asked about all of them before it is changed for any of them. */
const batch = 20

/** The marks of a page, behind those mentions that are near the screen and that a person can see. */
export class PageMarks {
  readonly #known: KnownPapers
  readonly #editingOf: (paperId: PaperId) => Editing
  /** As of the last look at the page. */
  #mentions: Mentions = new Map()
  readonly #marks = new Map<Element, Placed>()
  readonly #returns = new WeakMap<Element, number>()
  readonly #appearing = new WeakSet<Element>()
  /** Near the screen, with how much of each there then was. */
  readonly #near = new Map<Element, DOMRectReadOnly>()
  #isPlacing = false
  // What is beside the screen may never be on it.
  readonly #observer = new IntersectionObserver((changes) => this.#takeNear(changes), {
    rootMargin: '400px 0px',
    // Once more where half of it is there: at first, a little of it is.
    threshold: [0, 0.5],
  })

  constructor(known: KnownPapers, editingOf: (paperId: PaperId) => Editing) {
    this.#known = known
    this.#editingOf = editingOf
  }

  /** Brings the marks in line with what the page mentions. */
  place(mentions: Mentions): void {
    for (const anchor of this.#mentions.keys()) {
      if (!mentions.has(anchor)) this.#observer.unobserve(anchor)
    }
    this.#mentions = mentions
    for (const [anchor, { paperId, mark }] of this.#marks) {
      const isThere = read(anchor, 'nextSibling') === mark.host
      if (!isThere) this.#returns.set(anchor, (this.#returns.get(anchor) ?? 0) + 1)
      if (!isThere || !mentions.get(anchor)?.includes(paperId)) this.#remove(anchor)
    }
    for (const anchor of mentions.keys()) {
      if (!this.#marks.has(anchor)) this.#watch(anchor)
    }
  }

  /** Brings the marks of these papers in line with what is known. */
  show(paperIds: ReadonlySet<PaperId>): void {
    for (const [anchor, names] of this.#mentions) {
      if (!names.some((name) => paperIds.has(name))) continue
      const placed = this.#marks.get(anchor)
      const known = this.#known.among(names)
      if (placed === undefined) this.#watch(anchor)
      else if (known?.paperId === placed.paperId) placed.mark.show(known.knowledge)
      else if (!placed.mark.hasOpenCard) {
        this.#remove(anchor)
        this.#watch(anchor)
      }
    }
  }

  /** Asks again what those open cards show that are of these papers. */
  describeOpen(paperIds: ReadonlySet<PaperId>): void {
    for (const { paperId, mark } of this.#marks.values()) {
      if (mark.hasOpenCard && paperIds.has(paperId)) void this.describe(paperId)
    }
  }

  /** Fetches what the card of a paper shows. */
  async describe(paperId: PaperId): Promise<void> {
    const result = await send('describe', { paperId })
    for (const placed of this.#marks.values()) {
      if (placed.paperId !== paperId) continue
      if (result.ok) placed.mark.describe(result.value)
      else placed.mark.showFailure(result.error)
    }
    if (!result.ok && result.error.code === 'refused') void this.#known.check()
  }

  /** Sees again whether the page is light or dark. A mark in use stays as it is. */
  readGround(): void {
    for (const [anchor, { mark }] of this.#marks) {
      if (mark.hasOpenCard) continue
      this.#remove(anchor)
      this.#watch(anchor)
    }
  }

  remove(): void {
    this.#observer.disconnect()
    this.#near.clear()
    this.#mentions = new Map()
    for (const anchor of [...this.#marks.keys()]) this.#remove(anchor)
  }

  /** Marks a mention once it comes near to what is on the screen. */
  #watch(anchor: Element): void {
    // Once more from the beginning, because an observer tells about an element only when it is new or has moved.
    this.#observer.unobserve(anchor)
    if (this.#known.among(this.#mentions.get(anchor) ?? []) !== undefined) {
      this.#observer.observe(anchor)
    }
  }

  #takeNear(changes: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, intersectionRect } of changes) {
      if (isIntersecting) this.#near.set(target, intersectionRect)
      else this.#near.delete(target)
    }
    if (this.#isPlacing || this.#near.size === 0) return
    this.#isPlacing = true
    void inSlices(this.#batches()).finally(() => {
      this.#isPlacing = false
    })
  }

  *#batches(): Generator<void> {
    while (this.#near.size > 0) {
      const places = [...this.#near].slice(0, batch).flatMap(([anchor, box]) => {
        this.#near.delete(anchor)
        return this.#canMark(anchor, box) ? [{ anchor, ground: groundOf(anchor) }] : []
      })
      for (const { anchor, ground } of places) this.#mark(anchor, ground)
      yield
    }
  }

  #canMark(anchor: Element, box: DOMRectReadOnly): boolean {
    if (this.#marks.has(anchor) || (this.#returns.get(anchor) ?? 0) >= mostReturns) return false
    if (isSeen(anchor, box)) return true
    if (!this.#appearing.has(anchor)) setTimeout(() => this.#watch(anchor), appearing)
    this.#appearing.add(anchor)
    return false
  }

  #mark(anchor: Element, ground: 'light' | 'dark'): void {
    const known = this.#known.among(this.#mentions.get(anchor) ?? [])
    if (known === undefined) return
    const { paperId, knowledge } = known
    const mark = createMark(ground, {
      ...this.#editingOf(paperId),
      onOpen: () => void this.describe(paperId),
    })
    mark.show(knowledge)
    call(anchor, 'after', mark.host)
    this.#marks.set(anchor, { paperId, mark })
    this.#observer.unobserve(anchor)
    void bringFailureWords()
  }

  #remove(anchor: Element): void {
    this.#marks.get(anchor)?.mark.remove()
    this.#marks.delete(anchor)
  }
}

/** One more mention, beside those of the same place. */
export function addMention(found: Map<Element, PaperId[]>, { anchor, paperId }: Mention): void {
  const names = found.get(anchor)
  if (names === undefined) found.set(anchor, [paperId])
  else if (!names.includes(paperId)) names.push(paperId)
}
