import type { PageTrouble } from '../errors/site-trouble'
import type { Broadcast } from '../messaging/protocol'
import { isConnected, send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'
import type { Site } from '../sites/site'
import type { Editing } from './editor'
import { entryMessages } from './entry-messages'
import { idle, inSlices } from './idle'
import { KnownPapers } from './known-papers'
import { PageBar, type Subject } from './page-bar'
import { addMention, type Mentions, PageMarks } from './page-marks'

/** What Dogear has put into a page, and what it knows of the papers there. */
export class PageAnnotations {
  readonly #site: Site
  readonly #stop: () => void
  readonly #known: KnownPapers
  readonly #marks: PageMarks
  readonly #bar: PageBar
  /** Counts how often the page was looked at. */
  #turn = 0
  /** The paper of the page's address, as of the last look at it. */
  #paperId: PaperId | undefined
  #hasTold = false

  /** @param stop Dogear is gone, or may no longer be on this page */
  constructor(site: Site, stop: () => void) {
    this.#site = site
    this.#stop = stop
    const editingOf = (paperId: PaperId) => this.#editingOf(paperId)
    this.#known = new KnownPapers((paperIds) => this.#marks.show(paperIds), stop)
    this.#marks = new PageMarks(this.#known, editingOf)
    this.#bar = new PageBar(editingOf, () => void this.#known.check())
  }

  /** @returns whether the page has a bar, as with the next one */
  save(): boolean {
    this.#bar.bar?.save()
    return this.#bar.bar !== undefined
  }

  editTags(): boolean {
    this.#bar.bar?.editTags()
    return this.#bar.bar !== undefined
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
    this.#bar.place(this.#readSubject(this.#paperId, url))
    const mentions = await this.#findMentions(url)
    // The page has changed in the meantime and is looked at again, or Dogear has left it.
    if (turn !== this.#turn) return
    this.#marks.place(mentions)
    await this.#known.ask(new Set([...mentions.values()].flat()))
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
        void this.#known.check()
        return true
    }
  }

  /** Sees again whether the page is light or dark, once the page has heard the same. */
  async readGround(): Promise<void> {
    await idle()
    this.#bar.bar?.readGround()
    this.#marks.readGround()
  }

  /** Tells where the address is that of a paper and there is none on the page. */
  missTitle(): void {
    const isExpected = this.#paperId !== undefined && this.#site.findTitle !== undefined
    if (isExpected && this.#bar.subject === undefined) this.tell('no-title')
  }

  /** Tells what is wrong with the page: once, however often it is. */
  tell(trouble: PageTrouble): void {
    if (!this.#hasTold) void send('noteTrouble', { trouble })
    this.#hasTold = true
  }

  /** Takes everything of ours off the page, but for what the user has typed and can't be stored. */
  remove(): void {
    this.#turn += 1
    this.#known.stop()
    this.#marks.remove()
    this.#bar.remove()
  }

  #readSubject(paperId: PaperId | undefined, url: URL): Subject | undefined {
    const title = paperId && this.#site.findTitle?.(document, url)
    if (!title) return undefined
    return { title, paperId, aliases: this.#site.readAliases?.(document, url) ?? [] }
  }

  async #findMentions(url: URL): Promise<Mentions> {
    const found = new Map<Element, PaperId[]>()
    const mentions = this.#site.findMentions?.(document, url) ?? []
    function* add(): Generator<void> {
      for (const mention of mentions) {
        if (mention !== undefined) addMention(found, mention)
        yield
      }
    }
    await inSlices(add())
    return found
  }

  /** Asks again about those of the papers that this page shows. */
  #refresh(paperIds: readonly PaperId[]): void {
    const changed = new Set(paperIds)
    const { subject } = this.#bar
    const names = subject === undefined ? [] : [subject.paperId, ...subject.aliases]
    if (names.some((name) => changed.has(name))) void this.#bar.describe()
    this.#marks.describeOpen(changed)
    void this.#known.askAgain(changed)
  }

  #editingOf(paperId: PaperId): Editing {
    const subject = () => (this.#bar.subject?.paperId === paperId ? this.#bar.subject : undefined)
    return entryMessages({
      paperId,
      aliases: () => subject()?.aliases ?? [],
      readPage: () => subject() && this.#site.readPaper?.(document, new URL(location.href)),
      onChange: async () => {
        await Promise.all([
          subject() && this.#bar.describe(),
          this.#marks.describe(paperId),
          this.#known.askAgain([paperId]),
        ])
      },
    })
  }
}
