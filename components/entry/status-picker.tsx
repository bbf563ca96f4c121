import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { statusText } from '../../lib/i18n/status-text'
import { type Status, statuses } from '../../lib/papers/entry'
import './status-picker.css'

interface Props {
  status: Status | undefined
  /** Takes the focus when it comes. */
  hasFocus?: boolean
  /** Null takes the paper's own status back. */
  onChoose: (status: Status | null) => void
}

/** Saves a paper, and chooses among the statuses. Pressing the paper's own takes it back. */
export function StatusPicker({ status, hasFocus = false, onChoose }: Props) {
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (hasFocus) group.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()
  }, [])
  return (
    <fieldset ref={group} class="status-picker" aria-label={i18n.t('edit.status')}>
      {statuses.map((one) => (
        <button
          key={one}
          type="button"
          class={one}
          aria-pressed={one === status}
          title={one === status && one === 'saved' ? i18n.t('paper.unsave') : undefined}
          onClick={() => onChoose(one === status ? null : one)}
        >
          {one === 'saved' && <span class="sheet" aria-hidden="true" />}
          {statusText(one)}
        </button>
      ))}
    </fieldset>
  )
}
