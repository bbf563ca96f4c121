import type { Result } from '../errors/result'
import { failureText } from '../i18n'
import type { ControlWords, Description, Reply } from '../messaging/protocol'
import type { CitationFormat } from '../papers/citation-format'
import { type EntryChange, inverseChange } from '../papers/entry'
import { element } from './element'
import { createNoteControl } from './note-control'
import { onPress } from './press'
import { createStatusControl } from './status-control'
import { createTagsControl } from './tags-control'

/** What an editor needs of the rest. */
export interface Editing {
  /** Stores a change of the paper's entry. */
  edit(change: EntryChange): Promise<Result<Reply<'editEntry'>>>
  listTags(): Promise<readonly string[]>
  /** @returns undefined where nothing is known of the paper but its name */
  cite(format: CitationFormat): Promise<string | undefined>
}

export interface Editor {
  readonly status: HTMLElement
  readonly tags: HTMLElement
  readonly note: HTMLButtonElement
  readonly noteField: HTMLElement
  /** Says what went wrong, and offers to undo. */
  readonly news: HTMLElement
  /** Whether the last change came from this editor. */
  isOwnAction(): boolean
  show(description: Description): void
}

/** How long undo is offered, in milliseconds. */
const undoDuration = 10_000

/**
 * The controls with which a paper's entry is changed in place, for a bar or a card to arrange. Every change
 * but that of a text, which the field undoes by itself, can be taken back.
 */
export function createEditor(
  { edit, listTags }: Editing,
  words: ControlWords,
  isRoomy: boolean,
): Editor {
  const news = element('span', 'news')
  news.role = 'status'
  let shown: Description | undefined
  let isOwn = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function change(wanted: EntryChange): Promise<void> {
    const before = shown
    isOwn = true
    const result = await edit(wanted)
    isOwn = false
    if (!result.ok) {
      news.replaceChildren(failureText(result.error, Date.now()))
      news.classList.add('problem')
      return
    }
    clearNews()
    if (wanted.note === undefined && before !== undefined)
      offerUndo(inverseChange(before, result.value))
  }

  function offerUndo(inverse: EntryChange): void {
    const button = element('button', 'undo', words.undo)
    button.type = 'button'
    onPress(button, () => change(inverse))
    news.replaceChildren(button)
    timer = setTimeout(clearNews, undoDuration)
  }

  function clearNews(): void {
    clearTimeout(timer)
    news.replaceChildren()
    news.classList.remove('problem')
  }

  const status = createStatusControl((chosen) => change({ status: chosen }), words, isRoomy)
  const tags = createTagsControl(change, listTags, words)
  const note = createNoteControl(change, words)

  return {
    status: status.element,
    tags: tags.element,
    note: note.button,
    noteField: note.field,
    news,
    isOwnAction: () => isOwn,
    show(description) {
      shown = description
      status.show(description.status)
      tags.show(description.tags)
      note.show(description.note)
    },
  }
}
