import type { ControlWords } from '../messaging/protocol'
import type { EntryChange } from '../papers/entry'
import { entryLimits } from '../papers/limits'
import { element } from './element'
import { onUser } from './user-events'

export interface NoteControl {
  readonly field: HTMLTextAreaElement
  /** @param note undefined while it is not known, and can't be written */
  show(note: string | undefined): void
  /** Stores what is typed and not stored yet. */
  store(): Promise<void>
  /** Whether something is typed of which the worker has not said that it is stored. */
  hasUnsaved(): boolean
}

/** After this pause in typing the note is stored, in milliseconds. */
const pause = 400

/**
 * The paper's note: plain text, stored as it is typed, and at once when the field or the page is left.
 *
 * @param edit says whether the change is stored
 */
export function createNoteControl(
  edit: (change: EntryChange) => Promise<boolean>,
  words: ControlWords,
): NoteControl {
  const field = element('textarea', '')
  field.ariaLabel = words.note
  field.placeholder = words.notePlaceholder
  field.maxLength = entryLimits.typedNote
  field.rows = 3
  field.readOnly = true
  let stored = ''
  /** What is on its way to the worker. */
  let sent = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  async function store(): Promise<void> {
    clearTimeout(timer)
    const note = field.value
    if (note === sent) return
    sent = note
    const isStored = await edit({ note })
    if (isStored) stored = note
    // Another try comes with the next letter, or when the field is left.
    else if (sent === note) sent = stored
  }

  onUser(field, 'input', () => {
    clearTimeout(timer)
    timer = setTimeout(store, pause)
  })
  let left: AbortController | undefined
  onUser(field, 'focus', () => {
    left = new AbortController()
    onUser(document, 'visibilitychange', store, left)
    onUser(window, 'pagehide', store, left)
  })
  onUser(field, 'blur', () => {
    void store()
    left?.abort()
  })
  return {
    field,
    store,
    hasUnsaved: () => field.value !== stored,
    show(note) {
      // What the user is typing right now is newer than what comes back from the database.
      if (field.value !== stored) return
      field.readOnly = note === undefined
      stored = note ?? ''
      sent = stored
      if (field.value !== stored) field.value = stored
    },
  }
}
