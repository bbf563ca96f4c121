import { Search, X } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { searchLimits } from '../../lib/messaging/limits'
import { Icon } from '../controls/icon'
import { IconButton } from '../controls/icon-button'

interface Props {
  field: RefObject<HTMLInputElement | null>
  typed: string
  /** How many papers were found, in words; undefined where that is not known yet, or nothing is looked for. */
  count: string | undefined
  onWrite: (text: string) => void
  /** Goes to the first paper that was found. */
  onFirst: () => void
  onAskElsewhere: () => void
  onClose: () => void
}

/** After this pause in typing it is told how many papers were found, in milliseconds. */
const tellingPause = 800

/** Where the words to find are written, and how many papers have them. */
export function FindField({
  field,
  typed,
  count,
  onWrite,
  onFirst,
  onAskElsewhere,
  onClose,
}: Props) {
  function clear(): void {
    onWrite('')
    field.current?.focus()
  }
  function handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.shiftKey) onAskElsewhere()
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onFirst()
    else return
    // The popup stays open.
    event.preventDefault()
  }
  return (
    <search aria-label={i18n.t('find.label')}>
      <div class="find-bar">
        <Icon of={Search} />
        <input
          ref={field}
          type="text"
          aria-label={i18n.t('find.label')}
          placeholder={i18n.t('find.placeholder')}
          value={typed}
          maxLength={searchLimits.words}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => onWrite(currentTarget.value)}
          onKeyDown={handleKey}
        />
        {typed !== '' && (
          <button type="button" class="link" onClick={clear}>
            {i18n.t('find.clear')}
          </button>
        )}
        <IconButton icon={X} label={i18n.t('find.close')} onPress={onClose} />
      </div>
      {/* What is below says it, once the typing pauses. */}
      <p class="find-count" aria-hidden="true">
        {count ?? '\u00a0'}
      </p>
      <Telling text={count ?? ''} />
    </search>
  )
}

/** Says a text to screen readers when it has stood still for a while, and not at each key. */
function Telling({ text }: { text: string }) {
  const [told, setTold] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setTold(text), tellingPause)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p class="only-spoken" role="status">
      {told}
    </p>
  )
}
