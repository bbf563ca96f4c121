import type { Failure } from '../errors/result'
import type { PageTrouble } from '../errors/site-trouble'
import { lookUpLimit } from '../messaging/limits'
import { listenForBroadcasts } from '../messaging/listen'
import type { Broadcast, Knowledge, Request } from '../messaging/protocol'
import { isConnected, send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'
import type { Mention, Site } from '../sites/site'
import { type Bar, createBar } from './bar'
import type { Editing } from './editor'
import { createMark, type Mark } from './mark'
import { listenForKeys } from './page-keys'
import { observePage } from './page-observer'

/**
 * Annotates a page for as long as it is open: the bar under the title of the paper that it is about, a mark
 * behind each mention of a paper of which something is known.
 */
export function annotate(site: Site): void {
  // The worker puts the script into pages that were open before, which may be loading it already.
  if (Reflect.has(globalThis, here)) return
  Reflect.set(globalThis, here, true)
  const stop = new AbortController()
  const annotations = new Annotations(site, () => stop.abort())
  stop.signal.addEventListener('abort', () => {
    annotations.remove()
    Reflect.deleteProperty(globalThis, here)
  })
  observePage(() => {
    annotations.reconcile().catch(() => annotations.tell('failed'))
  }, stop.signal)
  // By then a page that makes its title by itself has one.
  const timer = setTimeout(() => annotations.missTitle(), titlePatience)
  stop.signal.addEventListener('abort', () => clearTimeout(timer))
  listenForBroadcasts((broadcast) => annotations.hear(broadcast), stop.signal)
  matchMedia('(prefers-color-scheme: dark)').addEventListener(
    'change',
    () => void annotations.readGround(),
    stop,
  )
  listenForKeys({ s: () => annotations.save(), t: () => annotations.editTags() }, stop.signal)
}

/** How long the title of a paper may be in coming, in milliseconds. */
const titlePatience = 5_000

/** In the world of our scripts, which the page does not see. */
const here = 'dogear'

/** A mark, and the paper that it speaks of: a page may re-use the row for another one. */
interface Placed {
  readonly paperId: PaperId
  readonly mark: Mark
}

/** The bar, and the names of its paper on this page, of which the first is the one in the address. */
interface PlacedBar {
  readonly title: Element
  readonly paperId: PaperId
  readonly aliases: readonly PaperId[]
  readonly bar: Bar
}

class Annotations {
  readonly #site: Site
  readonly #stop: () => void
  /** What the worker said; null where it knows nothing. A paper that is not in it has not been asked for. */
  readonly #known = new Map<PaperId, Knowledge | null>()
  /** Every mention on the page, as of the last look at it, with the names that the page gives the paper there. */
  #mentions: ReadonlyMap<Element, readonly PaperId[]> = new Map()
  /** Counts how often the page was looked at. */
  #turn = 0
  readonly #marks = new Map<Element, Placed>()
  #bar: PlacedBar | undefined
  /** The paper of the page's address, as of the last look at it. */
  #paperId: PaperId | undefined
  #hasTold = false
  readonly #near = new IntersectionObserver((changes) => this.#markNear(changes), {
    rootMargin: '400px',
  })

  constructor(site: Site, stop: () => void) {
    this.#site = site
    this.#stop = stop
  }

  /** @returns whether the page has a bar, as with the next one */
  save(): boolean {
    this.#bar?.bar.save()
    return this.#bar !== undefined
  }

  editTags(): boolean {
    this.#bar?.bar.editTags()
    return this.#bar !== undefined
  }

  /** Brings the annotations in line with the page. Running it twice changes nothing. */
  async reconcile(): Promise<void> {
    if (!isConnected()) {
      this.#stop()
      return
    }
    this.#turn += 1
    const turn = this.#turn
    const url = new URL(location.href)
    this.#paperId = this.#site.identifyPage?.(document, url) ?? this.#site.identify(url)
    this.#placeBar(this.#site.findTitle?.(document, url), this.#paperId, url)
    const found = await this.#findMentions(url)
    // The page has changed in the meantime and is looked at anew, or Dogear has left it.
    if (turn === this.#turn) this.#placeMarks(found)
  }

  #placeMarks(found: ReadonlyMap<Element, readonly PaperId[]>): void {
    for (const anchor of this.#mentions.keys()) {
      if (!found.has(anchor)) this.#near.unobserve(anchor)
    }
    this.#mentions = found
    for (const [anchor, { paperId, mark }] of this.#marks) {
      const stands = anchor.nextSibling === mark.host && found.get(anchor)?.includes(paperId)
      if (!stands) this.#removeMark(anchor)
    }
    for (const anchor of found.keys()) {
      if (!this.#marks.has(anchor)) this.#watch(anchor)
    }
    const asked = new Set([...found.values()].flat())
    void this.#ask([...asked].filter((paperId) => !this.#known.has(paperId)))
  }

  /** @returns whether there was something to do */
  hear(broadcast: Broadcast): boolean {
    switch (broadcast.name) {
      case 'changed':
        this.#refresh(broadcast.paperIds)
        return true
      case 'editTags':
        return this.editTags()
      case 'sitesChanged':
        // A page that Dogear may no longer be on is refused the answer.
        void this.#lookUp([])
        return true
    }
  }

  /** Asks again about those of the papers that this page shows. */
  #refresh(paperIds: readonly PaperId[]): void {
    const shown = new Set(paperIds)
    if (this.#bar !== undefined && namesOn(this.#bar).some((name) => shown.has(name)))
      void this.#describeBar(this.#bar)
    for (const { paperId, mark } of this.#marks.values()) {
      if (mark.hasOpenCard && shown.has(paperId)) void this.#describe(paperId)
    }
    void this.#ask(paperIds.filter((paperId) => this.#known.has(paperId)))
  }

  /** Sees again whether the page is light or dark, once it has heard the same. A mark in use stays as it is. */
  async readGround(): Promise<void> {
    await idle()
    this.#bar?.bar.readGround()
    for (const [anchor, { mark }] of this.#marks) {
      if (mark.hasOpenCard) continue
      this.#removeMark(anchor)
      this.#watch(anchor)
    }
  }

  /** Tells where the address is that of a paper and there is none on the page. */
  missTitle(): void {
    const isExpected = this.#paperId !== undefined && this.#site.findTitle !== undefined
    if (isExpected && this.#bar === undefined) this.tell('no-title')
  }

  /** Tells what is wrong with the page: once, however often it is. */
  tell(trouble: PageTrouble): void {
    if (!this.#hasTold) void send('noteTrouble', { trouble })
    this.#hasTold = true
  }

  /** Takes everything of ours off the page. */
  remove(): void {
    this.#turn += 1
    this.#near.disconnect()
    for (const anchor of [...this.#marks.keys()]) this.#removeMark(anchor)
    this.#bar?.bar.host.remove()
    this.#bar = undefined
  }

  /** A little at a time: whoever uses the page does not wait for us. */
  async #findMentions(url: URL): Promise<Map<Element, PaperId[]>> {
    const found = new Map<Element, PaperId[]>()
    let pauseAt = performance.now() + longestSlice
    for (const mention of this.#site.findMentions?.(document, url) ?? []) {
      if (mention !== undefined) addMention(found, mention)
      if (performance.now() < pauseAt) continue
      await idle()
      pauseAt = performance.now() + longestSlice
    }
    return found
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
      this.#stopIfUnwanted(result.error)
      return
    }
    for (const paperId of paperIds) this.#known.set(paperId, result.value[paperId] ?? null)
    this.#showKnown(new Set(paperIds))
  }

  /** Brings the marks of these papers in line with what is known. */
  #showKnown(paperIds: ReadonlySet<PaperId>): void {
    for (const [anchor, names] of this.#mentions) {
      if (!names.some((name) => paperIds.has(name))) continue
      const placed = this.#marks.get(anchor)
      const known = this.#knownAmong(names)
      if (placed === undefined) this.#watch(anchor)
      else if (known?.paperId === placed.paperId) placed.mark.show(known.knowledge)
      else if (!placed.mark.hasOpenCard) {
        this.#removeMark(anchor)
        this.#watch(anchor)
      }
    }
  }

  /** The first of a work's names under which something is known of it. */
  #knownAmong(
    names: readonly PaperId[],
  ): { readonly paperId: PaperId; readonly knowledge: Knowledge } | undefined {
    for (const paperId of names) {
      const knowledge = this.#known.get(paperId)
      if (knowledge) return { paperId, knowledge }
    }
    return undefined
  }

  /** Fetches what the card of a paper shows. */
  async #describe(paperId: PaperId): Promise<void> {
    const result = await send('describe', { paperId })
    if (!result.ok) {
      this.#stopIfUnwanted(result.error)
      return
    }
    for (const placed of this.#marks.values()) {
      if (placed.paperId === paperId) placed.mark.describe(result.value)
    }
  }

  async #describeBar({ paperId, aliases, bar }: PlacedBar): Promise<void> {
    const result = await send('describe', { paperId, aliases })
    if (result.ok) bar.show(result.value)
    else if (!this.#stopIfUnwanted(result.error)) bar.showFailure(result.error)
  }

  /** Whether Dogear was updated, or is no longer wanted on this page. */
  #stopIfUnwanted({ code }: Failure): boolean {
    const isUnwanted = code === 'orphaned' || code === 'refused'
    if (isUnwanted) this.#stop()
    return isUnwanted
  }

  #placeBar(title: Element | undefined, paperId: PaperId | undefined, url: URL): void {
    const aliases = paperId === undefined ? [] : (this.#site.readAliases?.(document, url) ?? [])
    const placed = this.#bar
    if (placed !== undefined) {
      const stands = title?.nextSibling === placed.bar.host && placed.paperId === paperId
      if (stands && String(placed.aliases) === String(aliases)) return
      if (stands) {
        this.#bar = { ...placed, aliases }
        void this.#describeBar(this.#bar)
        return
      }
      placed.bar.host.remove()
      this.#bar = undefined
    }
    if (title === undefined || paperId === undefined) return
    const bar = createBar(title, this.#editingOf(paperId))
    this.#bar = { title, paperId, aliases, bar }
    title.after(bar.host)
    void this.#describeBar(this.#bar)
  }

  /** Marks a mention once it comes near to what is on the screen. */
  #watch(anchor: Element): void {
    // Observed anew, because an observer tells about an element only when it is new or has moved.
    this.#near.unobserve(anchor)
    if (this.#knownAmong(this.#mentions.get(anchor) ?? []) !== undefined) {
      this.#near.observe(anchor)
    }
  }

  #markNear(changes: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) this.#placeMark(target)
    }
  }

  #placeMark(anchor: Element): void {
    const known = this.#knownAmong(this.#mentions.get(anchor) ?? [])
    if (known === undefined || this.#marks.has(anchor)) return
    const { paperId, knowledge } = known
    const mark = createMark(anchor, {
      ...this.#editingOf(paperId),
      onOpen: () => void this.#describe(paperId),
    })
    mark.show(knowledge)
    anchor.after(mark.host)
    this.#marks.set(anchor, { paperId, mark })
    this.#near.unobserve(anchor)
  }

  #removeMark(anchor: Element): void {
    this.#marks.get(anchor)?.mark.remove()
    this.#marks.delete(anchor)
  }

  #editingOf(paperId: PaperId): Editing {
    const askAgain = (id: PaperId) => this.#askAgain(id)
    return {
      edit: async (change, id) => {
        const page = this.#bar?.paperId === paperId ? this.#readPage() : undefined
        const request = { paperId, ...change, ...(page === undefined ? {} : { page }) }
        const result = await send('editEntry', request, id)
        // The worker broadcasts it too, but only to pages that it may find: this one need not wait for that.
        if (result.ok) await askAgain(paperId)
        return result
      },
      async separate(name, id) {
        const result = await send('separate', { paperId, name }, id)
        if (result.ok) await askAgain(paperId)
        return result
      },
      async undo(changeId) {
        const result = await send('undoChange', { changeId })
        if (result.ok) await askAgain(paperId)
        return result
      },
      async cite(format) {
        const result = await send('cite', { paperId, format })
        return result.ok ? result.value : undefined
      },
      async listTags(typed) {
        const result = await send('listTags', { typed })
        return result.ok ? result.value : []
      },
    }
  }

  async #askAgain(paperId: PaperId): Promise<void> {
    const bar = this.#bar?.paperId === paperId ? this.#bar : undefined
    await Promise.all([
      bar && this.#describeBar(bar),
      this.#describe(paperId),
      this.#ask([paperId]),
    ])
  }

  /** What the page says of its paper. Whatever it is, the worker checks it. */
  #readPage(): Request<'editEntry'>['page'] {
    const reading: unknown = this.#site.readPaper?.(document, new URL(location.href))
    return reading as Request<'editEntry'>['page']
  }
}

function namesOn({ paperId, aliases }: PlacedBar): PaperId[] {
  return [paperId, ...aliases]
}

function addMention(found: Map<Element, PaperId[]>, { anchor, paperId }: Mention): void {
  const names = found.get(anchor)
  if (names === undefined) found.set(anchor, [paperId])
  else if (!names.includes(paperId)) names.push(paperId)
}

/** In milliseconds: half a frame. */
const longestSlice = 8

/** In a page that is never idle, after so many milliseconds all the same. */
const longestPause = 100

function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: longestPause })
  })
}
