import { lookUpLimit } from '../messaging/limits'
import { listenForChanges } from '../messaging/listen'
import type { Knowledge, Request } from '../messaging/protocol'
import { isConnected, send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'
import type { Mention, Site } from '../sites/site'
import { type Bar, createBar } from './bar'
import type { Editing } from './editor'
import { createMark, type Mark } from './mark'
import { watchPage } from './page-watcher'

/**
 * Annotates a page for as long as it is open: the bar under the title of the paper that it is about, a mark
 * behind each mention of a paper of which something is known.
 */
export function annotate(site: Site): void {
  const stop = new AbortController()
  const annotations = new Annotations(site, () => stop.abort())
  stop.signal.addEventListener('abort', () => annotations.remove())
  watchPage(() => annotations.reconcile(), stop.signal)
  listenForChanges((paperIds) => annotations.refresh(paperIds), stop.signal)
}

/** A mark, and the paper that it speaks of: a page may re-use the row for another one. */
interface Placed {
  readonly paperId: PaperId
  readonly mark: Mark
}

class Annotations {
  readonly #site: Site
  readonly #stop: () => void
  /** What the worker said; null where it knows nothing. A paper that is not in it has not been asked for. */
  readonly #known = new Map<PaperId, Knowledge | null>()
  /** Every mention on the page, as of the last look at it. */
  #mentions = new Map<Element, PaperId>()
  readonly #marks = new Map<Element, Placed>()
  #bar: { readonly title: Element; readonly paperId: PaperId; readonly bar: Bar } | undefined
  readonly #near = new IntersectionObserver((changes) => this.#markNear(changes), {
    rootMargin: '400px',
  })

  constructor(site: Site, stop: () => void) {
    this.#site = site
    this.#stop = stop
  }

  /** Brings the annotations in line with the page. Running it twice changes nothing. */
  reconcile(): void {
    if (!isConnected()) {
      this.#stop()
      return
    }
    const url = new URL(location.href)
    this.#placeBar(this.#site.findTitle?.(document), this.#site.identify(url))
    const found = new Map<Element, PaperId>()
    for (const { anchor, paperId } of this.#mentionsOf(url)) found.set(anchor, paperId)
    for (const anchor of this.#mentions.keys()) {
      if (!found.has(anchor)) this.#near.unobserve(anchor)
    }
    this.#mentions = found
    for (const [anchor, placed] of this.#marks) {
      const stands = anchor.nextSibling === placed.mark.host && found.get(anchor) === placed.paperId
      if (!stands) this.#removeMark(anchor)
    }
    for (const anchor of found.keys()) {
      if (!this.#marks.has(anchor)) this.#watch(anchor)
    }
    const asked = new Set(found.values())
    void this.#ask([...asked].filter((paperId) => !this.#known.has(paperId)))
  }

  /** Asks again about those of the papers that this page shows. */
  refresh(paperIds: readonly PaperId[]): void {
    const shown = new Set(paperIds)
    if (this.#bar !== undefined && shown.has(this.#bar.paperId))
      void this.#describe(this.#bar.paperId)
    for (const { paperId, mark } of this.#marks.values()) {
      if (mark.hasOpenCard && shown.has(paperId)) void this.#describe(paperId)
    }
    void this.#ask(paperIds.filter((paperId) => this.#known.has(paperId)))
  }

  /** Takes everything of ours off the page. */
  remove(): void {
    this.#near.disconnect()
    for (const anchor of [...this.#marks.keys()]) this.#removeMark(anchor)
    this.#bar?.bar.host.remove()
    this.#bar = undefined
  }

  #mentionsOf(url: URL): Iterable<Mention> {
    return this.#site.findMentions?.(document, url) ?? []
  }

  async #ask(paperIds: readonly PaperId[]): Promise<void> {
    if (paperIds.length === 0) return
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
      // Not known, so it is asked for again with the next change of the page.
      for (const paperId of paperIds) this.#known.delete(paperId)
      if (result.error.code === 'orphaned') this.#stop()
      return
    }
    for (const paperId of paperIds) this.#known.set(paperId, result.value[paperId] ?? null)
    this.#showKnown(new Set(paperIds))
  }

  /** Brings the marks of these papers in line with what is known. */
  #showKnown(paperIds: ReadonlySet<PaperId>): void {
    for (const [anchor, paperId] of this.#mentions) {
      if (!paperIds.has(paperId)) continue
      const placed = this.#marks.get(anchor)
      const known = this.#known.get(paperId)
      if (placed === undefined) this.#watch(anchor)
      else if (known) placed.mark.show(known)
      else if (!placed.mark.hasOpenCard) this.#removeMark(anchor)
    }
  }

  /** Fetches what bar and card show of a paper. */
  async #describe(paperId: PaperId): Promise<void> {
    const result = await send('describe', { paperId })
    if (!result.ok) {
      if (result.error.code === 'orphaned') this.#stop()
      else if (this.#bar?.paperId === paperId) this.#bar.bar.showFailure(result.error)
      return
    }
    if (this.#bar?.paperId === paperId) this.#bar.bar.show(result.value)
    for (const placed of this.#marks.values()) {
      if (placed.paperId === paperId) placed.mark.describe(result.value)
    }
  }

  #placeBar(title: Element | undefined, paperId: PaperId | undefined): void {
    const placed = this.#bar
    if (placed !== undefined) {
      const stands = title?.nextSibling === placed.bar.host && placed.paperId === paperId
      if (stands) return
      placed.bar.host.remove()
      this.#bar = undefined
    }
    if (title === undefined || paperId === undefined) return
    const bar = createBar(title, this.#editingOf(paperId))
    this.#bar = { title, paperId, bar }
    title.after(bar.host)
    void this.#describe(paperId)
  }

  /** Marks a mention once it comes near to what is on the screen. */
  #watch(anchor: Element): void {
    // Observed anew, because an observer tells about an element only when it is new or has moved.
    this.#near.unobserve(anchor)
    const paperId = this.#mentions.get(anchor)
    if (paperId !== undefined && this.#known.get(paperId)) {
      this.#near.observe(anchor)
    }
  }

  #markNear(changes: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) this.#placeMark(target)
    }
  }

  #placeMark(anchor: Element): void {
    const paperId = this.#mentions.get(anchor)
    const known = paperId && this.#known.get(paperId)
    if (!paperId || !known || this.#marks.has(anchor)) return
    const mark = createMark(anchor, {
      ...this.#editingOf(paperId),
      onOpen: () => void this.#describe(paperId),
    })
    mark.show(known)
    anchor.after(mark.host)
    this.#marks.set(anchor, { paperId, mark })
    this.#near.unobserve(anchor)
  }

  #removeMark(anchor: Element): void {
    this.#marks.get(anchor)?.mark.remove()
    this.#marks.delete(anchor)
  }

  #editingOf(paperId: PaperId): Editing {
    return {
      edit: async (change) => {
        const page = this.#bar?.paperId === paperId ? this.#readPage() : undefined
        const result = await send('editEntry', {
          paperId,
          ...change,
          ...(page === undefined ? {} : { page }),
        })
        // The worker announces it too, but only to pages that it may find: this one need not wait for that.
        if (result.ok) await Promise.all([this.#describe(paperId), this.#ask([paperId])])
        return result
      },
      async cite(format) {
        const result = await send('cite', { paperId, format })
        return result.ok ? result.value : undefined
      },
      async listTags() {
        const result = await send('listTags', {})
        return result.ok ? result.value : []
      },
    }
  }

  /** What the page says of its paper. Whatever it is, the worker checks it. */
  #readPage(): Request<'editEntry'>['page'] {
    const reading: unknown = this.#site.readPaper?.(document, new URL(location.href))
    return reading as Request<'editEntry'>['page']
  }
}
