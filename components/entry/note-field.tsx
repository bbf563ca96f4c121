import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useDraft } from '../../lib/hooks/edits/use-draft'
import { i18n } from '../../lib/i18n'
import { entryLimits } from '../../lib/papers/limits'
import './note-field.css'

interface Props {
  note: string
  /** Opens with the focus in it when it comes. */
  hasFocus?: boolean
  /** Returns whether it was stored. */
  onStore: (note: string) => Promise<boolean>
}

/** The paper's note: plain text behind a button that shows how it begins, and stays in its place while it is open. */
export function NoteField({ note, hasFocus = false, onStore }: Props) {
  const { text, write, flush } = useDraft(note, onStore)
  const [isOpen, setIsOpen] = useState(hasFocus)
  const button = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  // Before the next key comes, which is for this field.
  useLayoutEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])

  function close(): void {
    flush()
    setIsOpen(false)
    button.current?.focus()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class={isOpen || text === '' ? 'note-button empty' : 'note-button'}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setIsOpen(true))}
      >
        {isOpen ? i18n.t('edit.note') : text === '' ? i18n.t('edit.addNote') : `“${text}”`}
      </button>
      {isOpen && (
        <textarea
          ref={field}
          class="note-text"
          rows={3}
          value={text}
          maxLength={entryLimits.typedNote}
          aria-label={i18n.t('edit.note')}
          placeholder={i18n.t('edit.notePlaceholder')}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onBlur={flush}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return
            // The popup stays open.
            event.preventDefault()
            close()
          }}
        />
      )}
    </>
  )
}
