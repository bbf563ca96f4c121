import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useTagCompletions } from '../../lib/hooks/edits/use-tag-completions'
import { i18n } from '../../lib/i18n'
import { type EntryChange, isSameTag, normalizeTag } from '../../lib/papers/entry'
import { entryLimits } from '../../lib/papers/limits'
import './tag-field.css'

interface Props {
  tags: readonly string[]
  /** Takes the focus when it comes. */
  hasFocus?: boolean
  onChange: (change: EntryChange) => void
}

/**
 * The paper's tags: each can be removed, new ones are typed, with the user's own tags to complete them.
 * Enter or a comma adds, backspace in an empty field removes the last.
 */
export function TagField({ tags, hasFocus = false, onChange }: Props) {
  const completions = useTagCompletions()
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  // Before the next key comes, which is for this field.
  useLayoutEffect(() => {
    if (hasFocus) input.current?.focus()
  }, [])

  function addTyped(): void {
    if (input.current === null) return
    // A comma that was pasted parts tags as a typed one does.
    const addTags = input.current.value.split(',').map(normalizeTag).filter(Boolean)
    input.current.value = ''
    if (addTags.length > 0) onChange({ addTags })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return
    const isEmpty = input.current?.value === ''
    const last = tags.at(-1)
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      addTyped()
    } else if (event.key === 'Backspace' && isEmpty && last !== undefined) {
      onChange({ removeTags: [last] })
    } else if (event.key === 'Escape' && !isEmpty && input.current !== null) {
      // The popup stays open.
      event.preventDefault()
      input.current.value = ''
    }
  }

  return (
    <div class="tag-field">
      {tags.length > 0 && (
        <ul class="quiet-list tag-list" aria-label={i18n.t('paper.tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <span>{tag}</span>
              <button
                type="button"
                aria-label={i18n.t('edit.removeTag', [tag])}
                title={i18n.t('edit.removeTag', [tag])}
                onClick={() => {
                  onChange({ removeTags: [tag] })
                  // This button goes.
                  input.current?.focus()
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        class="new-tag"
        list={listId}
        aria-label={i18n.t('edit.newTag')}
        placeholder={i18n.t('edit.addTag')}
        maxLength={entryLimits.tag}
        autocomplete="off"
        onFocus={({ currentTarget }) => void completions.load(currentTarget.value)}
        onInput={({ currentTarget }) => void completions.load(currentTarget.value)}
        onBlur={addTyped}
        onKeyDown={onKeyDown}
      />
      <datalist id={listId}>
        {completions.tags
          .filter((tag) => !tags.some((other) => isSameTag(tag, other)))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  )
}
