import type { Result } from '../errors/result'
import type { ControlWords, Description, Reply } from '../messaging/protocol'
import type { CitationFormat } from '../papers/citation-format'
import type { EntryChange } from '../papers/entry'
import type { PaperId } from '../papers/paper-id'
import { toggledSave } from '../papers/save-toggle'
import { createAlsoAsControl } from './also-as-control'
import { createCopyControl } from './copy-control'
import { element } from './element'
import { failureWords } from './failure-words'
import { createNoteControl } from './note-control'
import { onPress } from './press'
import { createStatusControl } from './status-control'
import { createTagsControl } from './tags-control'

/** What an editor needs of the rest. */
export interface Editing {
  /** Stores a change of the paper's entry, under an id by which it can be undone. */
  edit(change: EntryChange, id: string): Promise<Result<Reply<'editEntry'>>>
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
  readonly tags: HTMLElement
  readonly note: HTMLButtonElement
  readonly noteField: HTMLElement
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
  focusTags(): void
}

/** How long undo is offered, and what was undone is told, in milliseconds. */
const newsDuration = 10_000

/**
 * The controls with which a paper's entry is changed in place, for a bar or a card to arrange. Every change
 * but that of a text, which the field undoes by itself, can be taken back.
 */
export function createEditor(
  { edit, separate, undo, cite, listTags }: Editing,
  words: ControlWords,
  isRoomy: boolean,
): Editor {
  const news = element('span', 'news')
  news.role = 'status'
  let shown: Description | undefined
  let isOwn = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function change(wanted: EntryChange): Promise<void> {
    const id = crypto.randomUUID()
    const entry = await act(() => edit(wanted, id))
    if (entry !== undefined && wanted.note === undefined) offerUndo(id)
  }

  async function takeApart(name: PaperId): Promise<void> {
    const id = crypto.randomUUID()
    if ((await act(() => separate(name, id))) !== undefined) offerUndo(id)
  }

  async function takeBack(id: string): Promise<void> {
    const undone = await act(() => undo(id))
    if (undone) tell(undone.text)
  }

  /** @returns undefined where it failed, and the user has been told */
  async function act<T>(work: () => Promise<Result<T>>): Promise<T | undefined> {
    isOwn = true
    const result = await work()
    isOwn = false
    clearNews()
    if (result.ok) return result.value
    news.replaceChildren(failureWords(result.error))
    news.classList.add('problem')
    return undefined
  }

  function offerUndo(id: string): void {
    const button = element('button', 'undo', words.undo)
    button.type = 'button'
    onPress(button, () => takeBack(id))
    tell(button)
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
  const tags = createTagsControl(change, listTags, words)
  const note = createNoteControl(change, words)
  const copying = createCopyControl(cite, words)
  const alsoAs = createAlsoAsControl(takeApart, words)

  return {
    status: status.element,
    tags: tags.element,
    note: note.button,
    noteField: note.field,
    alsoAs: alsoAs.element,
    copying,
    news,
    isOwnAction: () => isOwn,
    show(description) {
      shown = description
      status.show(description.status)
      tags.show(description.tags)
      note.show(description.note)
      alsoAs.show(description.alsoAs)
      copying.hidden = !description.isCitable
    },
    save() {
      const status = shown && toggledSave(shown.status)
      if (status !== undefined) void change({ status })
    },
    focusTags: tags.focus,
  }
}
