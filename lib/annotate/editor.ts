import type { Result } from '../errors/result'
import type { ControlWords, Description, Reply } from '../messaging/protocol'
import type { CitationFormat } from '../papers/citation-format'
import type { EntryChange } from '../papers/entry'
import type { PaperId } from '../papers/paper-id'
import { toggledSave } from '../papers/save-toggle'
import { createAlsoAsControl } from './also-as-control'
import { createCopyControl } from './copy-control'
import { button, element } from './element'
import { createEntryFields } from './entry-fields'
import { failureWords } from './failure-words'
import { createStatusControl } from './status-control'

/** What an editor needs of the rest. */
export interface Editing {
  /** Stores a change of the paper's entry, under an id by which it can be undone. */
  edit(change: EntryChange, id: string): Promise<Result<Reply<'editEntry'>>>
  /** What the user has written about the paper. */
  readTagsAndNote(): Promise<Result<Reply<'readTagsAndNote'>>>
  /** Those that may complete what is typed. */
  listTags(typed: string): Promise<readonly string[]>
  /** Says that a name is of another paper, under an id by which it can be undone. */
  separate(name: PaperId, id: string): Promise<Result<null>>
  undo(id: string): Promise<Result<Reply<'undoChange'>>>
  /** @returns undefined where nothing is known of the paper but its name */
  cite(format: CitationFormat): Promise<string | undefined>
}

export interface Editor {
  readonly status: HTMLElement
  /** Open the fields of tags and note. */
  readonly openers: readonly HTMLElement[]
  /** Where these fields are while they are open. */
  readonly fields: HTMLElement
  readonly alsoAs: HTMLElement
  readonly copying: HTMLElement
  /** Says what went wrong, and offers to undo. */
  readonly news: HTMLElement
  /** Whether the last change came from this editor. */
  isOwnAction(): boolean
  show(description: Description): void
  /** Saves the paper where it has no status, and takes that back where it is saved. */
  save(): void
  /** Puts the cursor where a new tag is written. */
  editTags(): void
  /** Closes the fields, as far as what is typed in them can be stored: whether it could. */
  closeFields(): Promise<boolean>
}

/** How long undo is offered, and what was undone is told, in milliseconds. */
const newsDuration = 10_000

/**
 * The controls with which a paper's entry is changed in place, for a bar or a card to arrange. Every change
 * but that of a text, which the field undoes by itself, can be taken back.
 */
export function createEditor(
  { edit, separate, undo, cite, listTags, readTagsAndNote }: Editing,
  words: ControlWords,
  isRoomy: boolean,
): Editor {
  const news = element('span', 'news')
  news.role = 'status'
  let shown: Description | undefined
  let isOwn = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** @returns whether it is stored */
  async function change(wanted: EntryChange): Promise<boolean> {
    const id = crypto.randomUUID()
    const entry = await act(() => edit(wanted, id))
    if (entry !== undefined && wanted.note === undefined) offerUndo(id)
    return entry !== undefined
  }

  async function takeApart(name: PaperId): Promise<void> {
    const id = crypto.randomUUID()
    if ((await act(() => separate(name, id))) !== undefined) offerUndo(id)
  }

  async function takeBack(id: string): Promise<void> {
    // What was undone may name a tag, which is none of the page's business.
    if (await act(() => undo(id))) tell(words.undone)
  }

  /** @returns undefined where it failed, and the user has been told */
  async function act<T>(work: () => Promise<Result<T>>): Promise<T | undefined> {
    isOwn = true
    const result = await work()
    isOwn = false
    clearNews()
    return valueIn(result)
  }

  /** @returns undefined where it failed, and the user has been told */
  function valueIn<T>(result: Result<T>): T | undefined {
    if (result.ok) return result.value
    clearNews()
    news.replaceChildren(failureWords(result.error))
    news.classList.add('problem')
    return undefined
  }

  function offerUndo(id: string): void {
    tell(button('undo', () => takeBack(id), words.undo))
  }

  function tell(what: string | HTMLElement): void {
    news.replaceChildren(what)
    timer = setTimeout(clearNews, newsDuration)
  }

  function clearNews(): void {
    clearTimeout(timer)
    news.replaceChildren()
    news.classList.remove('problem')
  }

  const status = createStatusControl((chosen) => change({ status: chosen }), words, isRoomy)
  const fields = createEntryFields(
    { edit: change, listTags, read: async () => valueIn(await readTagsAndNote()) },
    words,
  )
  const copying = createCopyControl(cite, words)
  const alsoAs = createAlsoAsControl(takeApart, words)

  return {
    status: status.element,
    openers: fields.openers,
    fields: fields.place,
    alsoAs: alsoAs.element,
    copying,
    news,
    isOwnAction: () => isOwn,
    show(description) {
      shown = description
      status.show(description.status)
      fields.show(description)
      alsoAs.show(description.alsoAs)
      copying.hidden = !description.isCitable
    },
    save() {
      const status = shown && toggledSave(shown.status)
      if (status !== undefined) void change({ status })
    },
    editTags: fields.editTags,
    closeFields: fields.close,
  }
}
