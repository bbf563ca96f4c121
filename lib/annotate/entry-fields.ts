import type { ControlWords, Description, Reply } from '../messaging/protocol'
import type { EntryChange } from '../papers/entry'
import { button, element } from './element'
import { createNoteControl } from './note-control'
import { privateFrame } from './private-frame'
import { createTagsControl } from './tags-control'
import { onUser } from './user-events'

export interface EntryFields {
  /** Say how many tags there are and whether there is a note, and open the fields. */
  readonly openers: readonly HTMLButtonElement[]
  /** Where the fields are while they are open. */
  readonly place: HTMLElement
  show(description: Description): void
  /** Opens the fields, if need be, and puts the cursor where a new tag is written. */
  editTags(): void
  /**
   * Stores what is typed and not stored yet, and takes all of it out of the page.
   *
   * @returns whether it is gone: what can't be stored stays where it is
   */
  close(): Promise<boolean>
}

/** What the fields need of the rest. */
interface Writing {
  /** Says whether the change is stored. */
  edit(change: EntryChange): Promise<boolean>
  listTags(typed: string): Promise<readonly string[]>
  /** @returns undefined where they can't be had, and the user has been told */
  read(): Promise<Reply<'readTagsAndNote'> | undefined>
}

type Field = 'tags' | 'note'

/**
 * The paper's tags and its note. They are in the page only while the user has their fields open, and then in a frame
 * of their own.
 */
export function createEntryFields(
  { edit, listTags, read }: Writing,
  words: ControlWords,
): EntryFields {
  const tags = createTagsControl(edit, listTags, words)
  const note = createNoteControl(edit, words)
  const place = element('span', 'place')
  let opened: Field | undefined

  const content = element('span', 'written', tags.element, note.field)
  const frame = privateFrame(words.fields, content, focusOpened)
  const tagsButton = button('opener', () => toggle('tags'))
  const noteButton = button('opener', () => toggle('note'))
  onUser(content, 'keydown', ({ key, isComposing }) => {
    if (key !== 'Escape' || isComposing) return
    const opener = opened === 'tags' ? tagsButton : noteButton
    void close().then(() => opener.focus())
  })

  function toggle(field: Field): Promise<unknown> {
    return opened === field ? close() : open(field)
  }

  /** At once, so that what is typed right behind the press goes where it is meant to. */
  async function open(field: Field): Promise<void> {
    const isOpen = opened !== undefined
    opened = field
    if (isOpen) focusOpened()
    else place.append(frame)
    render()
    if (!(await refresh())) await close()
  }

  function focusOpened(): void {
    if (opened === 'tags') tags.focus()
    if (opened === 'note') note.field.focus()
  }

  async function close(): Promise<boolean> {
    if (opened === undefined) return true
    await Promise.all([tags.store(), note.store()])
    if (tags.hasUnsaved() || note.hasUnsaved()) return false
    opened = undefined
    frame.remove()
    tags.show([])
    note.show(undefined)
    render()
    return true
  }

  async function refresh(): Promise<boolean> {
    const written = await read()
    if (written === undefined) return false
    tags.show(written.tags)
    note.show(written.note)
    return true
  }

  function render(): void {
    tagsButton.ariaExpanded = String(opened !== undefined)
    noteButton.ariaExpanded = String(opened !== undefined)
  }

  render()
  return {
    openers: [tagsButton, noteButton],
    place,
    close,
    editTags: () => void open('tags'),
    show({ language, tagsText, hasNote }) {
      content.lang = language
      tagsButton.textContent = tagsText ?? words.addTag
      tagsButton.classList.toggle('empty', tagsText === undefined)
      noteButton.textContent = hasNote ? words.note : words.addNote
      noteButton.classList.toggle('empty', !hasNote)
      if (opened !== undefined) void refresh()
    },
  }
}
