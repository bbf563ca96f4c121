import { call, read } from '../dom/page-nodes'
import { Allowance } from '../messaging/allowance'
import { send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'
import { type Bar, createBar } from './bar'
import type { Editing } from './editor'
import { bringFailureWords } from './failure-words'

/** The paper that a page is about. */
export interface Subject {
  /** The heading that the bar goes below. */
  readonly title: Element
  readonly paperId: PaperId
  /** The other names that the page gives the paper. */
  readonly aliases: readonly PaperId[]
}

interface Placed extends Subject {
  readonly bar: Bar
}

/** The bar of a page, where it has one. */
export class PageBar {
  readonly #editingOf: (paperId: PaperId) => Editing
  readonly #onRefused: () => void
  #placed: Placed | undefined
  /** A page that keeps removing the bar, or keeps going elsewhere, has it no longer for a while. */
  readonly #placings = new Allowance(10, 6)

  /** @param onRefused the worker does not tell of the paper */
  constructor(editingOf: (paperId: PaperId) => Editing, onRefused: () => void) {
    this.#editingOf = editingOf
    this.#onRefused = onRefused
  }

  /** What the bar is about. */
  get subject(): Subject | undefined {
    return this.#placed
  }

  get bar(): Bar | undefined {
    return this.#placed?.bar
  }

  /** Brings the bar in line with what the page is about; undefined where that is no paper. */
  place(subject: Subject | undefined): void {
    if (this.#placed?.paperId !== subject?.paperId) this.remove()
    if (subject === undefined) return
    const placed = this.#placed
    const stands = placed !== undefined && read(subject.title, 'nextSibling') === placed.bar.host
    if (!stands && this.#placings.take() > 0) return
    // The same bar again where the page has removed it: there may be something typed in it.
    const bar = placed?.bar ?? createBar(subject.title, this.#editingOf(subject.paperId))
    this.#placed = { ...subject, bar }
    if (!stands) call(subject.title, 'after', bar.host)
    if (String(placed?.aliases) !== String(subject.aliases)) void this.describe()
  }

  /** Asks what is to be shown. */
  async describe(): Promise<void> {
    if (this.#placed === undefined) return
    const { paperId, aliases, bar } = this.#placed
    const result = await send('describe', { paperId, aliases: [...aliases] })
    if (result.ok) bar.show(result.value)
    else bar.showFailure(result.error)
    if (!result.ok && result.error.code === 'refused') this.#onRefused()
    await bringFailureWords()
  }

  remove(): void {
    void this.#placed?.bar.leave()
    this.#placed = undefined
  }
}
