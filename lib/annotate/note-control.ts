import type { ControlWords } from '../messaging/protocol'
import type { EntryChange } from '../papers/entry'
import { entryLimits } from '../papers/limits'
import { element } from './element'
import { onPress } from './press'

export interface NoteControl {
  /** Opens the field, and shows the beginning of the note while it is closed. */
  readonly button: HTMLButtonElement
  readonly field: HTMLTextAreaElement
  show(note: string): void
}

/** After this pause in typing the note is stored, in milliseconds. */
const pause = 400

/** The paper's note: plain text, stored as it is typed, and at once when the field or the page is left. */
export function createNoteControl(
  edit: (change: EntryChange) => Promise<unknown>,
  words: ControlWords,
): NoteControl {
  const button = element('button', 'note')
  button.type = 'button'
  const field = element('textarea', '')
  field.ariaLabel = words.note
  field.placeholder = words.notePlaceholder
  field.maxLength = entryLimits.typedNote
  field.rows = 3
  field.hidden = true
  let stored = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  function store(): void {
    clearTimeout(timer)
    if (field.value === stored) return
    stored = field.value
    void edit({ note: stored })
  }

  function render(): void {
    button.textContent = stored === '' ? words.addNote : `“${stored}”`
    button.ariaExpanded = String(!field.hidden)
    button.classList.toggle('empty', stored === '')
  }

  onPress(button, async () => {
    field.hidden = !field.hidden
    render()
    if (!field.hidden) field.focus()
  })
  field.addEventListener('input', (event) => {
    if (!event.isTrusted) return
    clearTimeout(timer)
    timer = setTimeout(store, pause)
  })
  field.addEventListener('focus', () => {
    document.addEventListener('visibilitychange', store)
    addEventListener('pagehide', store)
  })
  field.addEventListener('blur', () => {
    store()
    document.removeEventListener('visibilitychange', store)
    removeEventListener('pagehide', store)
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    store()
    field.hidden = true
    render()
    button.focus()
  })
  render()
  return {
    button,
    field,
    show(note) {
      // What the user is typing right now is newer than what comes back from the database.
      if (!field.hidden && field.value !== stored) return
      stored = note
      if (field.value !== note) field.value = note
      render()
    },
  }
}
