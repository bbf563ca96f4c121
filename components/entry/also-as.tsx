import { i18n } from '../../lib/i18n'
import type { PaperId } from '../../lib/papers/paper-id'
import { paperName } from '../../lib/papers/paper-name'
import './also-as.css'

interface Props {
  names: readonly PaperId[]
  onSeparate: (name: PaperId) => void
}

/** The paper's other names. Where one is of another paper the user says so, and it goes. */
export function AlsoAs({ names, onSeparate }: Props) {
  return (
    <div class="also-as">
      {i18n.t('edit.alsoAs')}
      <ul class="quiet-list">
        {names.map((name) => {
          const text = paperName(name)
          const label = i18n.t('edit.separate', [text])
          return (
            <li key={name}>
              <span title={text}>{text}</span>
              <button
                type="button"
                aria-label={label}
                title={label}
                onClick={() => onSeparate(name)}
              >
                ×
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
