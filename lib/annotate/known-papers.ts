import type { Failure } from '../errors/result'
import { lookUpLimit } from '../messaging/limits'
import type { Knowledge } from '../messaging/protocol'
import { send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'

/** A name under which something is known of a work, and what. */
export interface KnownPaper {
  readonly paperId: PaperId
  readonly knowledge: Knowledge
}

/** What the worker has told of the papers of one page. */
export class KnownPapers {
  /** Null where the worker knows nothing. A paper that is not in it has not been asked for. */
  readonly #known = new Map<PaperId, Knowledge | null>()
  readonly #onTold: (paperIds: ReadonlySet<PaperId>) => void
  readonly #onUnwanted: () => void
  /** To be asked for when the worker allows it. */
  readonly #waiting = new Set<PaperId>()
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param onTold something is known now of these papers, or known differently
   * @param onUnwanted Dogear may no longer be on this page
   */
  constructor(onTold: (paperIds: ReadonlySet<PaperId>) => void, onUnwanted: () => void) {
    this.#onTold = onTold
    this.#onUnwanted = onUnwanted
  }

  /** Asks for those that have not been asked for yet. */
  async ask(paperIds: Iterable<PaperId>): Promise<void> {
    await this.#askFor([...paperIds].filter((paperId) => !this.#known.has(paperId)))
  }

  /** Asks again for those that have been asked for. */
  async askAgain(paperIds: Iterable<PaperId>): Promise<void> {
    await this.#askFor([...paperIds].filter((paperId) => this.#known.has(paperId)))
  }

  /** Finds out whether Dogear may still be on this page: an answer is refused where not. */
  async check(): Promise<void> {
    await this.#lookUp([])
  }

  /** The first of a work's names under which something is known of it. */
  among(names: readonly PaperId[]): KnownPaper | undefined {
    for (const paperId of names) {
      const knowledge = this.#known.get(paperId)
      if (knowledge) return { paperId, knowledge }
    }
    return undefined
  }

  /** Asks no more. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  async #askFor(paperIds: readonly PaperId[]): Promise<void> {
    for (const paperId of paperIds) {
      if (!this.#known.has(paperId)) this.#known.set(paperId, null)
    }
    for (let first = 0; first < paperIds.length; first += lookUpLimit) {
      await this.#lookUp(paperIds.slice(first, first + lookUpLimit))
    }
  }

  async #lookUp(paperIds: readonly PaperId[]): Promise<void> {
    const result = await send('lookUp', { paperIds: [...paperIds] })
    if (!result.ok) {
      this.#takeFailure(paperIds, result.error)
      return
    }
    for (const paperId of paperIds) this.#known.set(paperId, result.value[paperId] ?? null)
    this.#onTold(new Set(paperIds))
  }

  #takeFailure(paperIds: readonly PaperId[], { code, retryAt }: Failure): void {
    if (code === 'refused') this.#onUnwanted()
    if (retryAt === undefined) {
      // Not known, so that they are asked for with the next change of the page.
      for (const paperId of paperIds) this.#known.delete(paperId)
      return
    }
    for (const paperId of paperIds) this.#waiting.add(paperId)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const waiting = [...this.#waiting]
      this.#waiting.clear()
      void this.#askFor(waiting)
    }, retryAt - Date.now())
  }
}
