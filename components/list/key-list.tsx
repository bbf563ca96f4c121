import { X } from 'lucide'
import { useEffect, useId, useRef } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { IconButton } from '../controls/icon-button'
import { keysOfList, keysOfPaper, keysOfSelection, keysThroughRows } from './keys'
import './key-list.css'

/** All keys of the list, over the list. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      class="key-list"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) close()
      }}
      onKeyDown={(event) => {
        // Not for the list below: the key that closes this dialog would do something there too.
        event.stopPropagation()
        if (event.key !== 'Escape' && event.key !== '?') return
        // The popup stays open.
        event.preventDefault()
        close()
      }}
    >
      <div class="key-list-head">
        <h2 id={titleId}>{i18n.t('keys.title')}</h2>
        <IconButton icon={X} label={i18n.t('keys.close')} onPress={close} />
      </div>
      <div class="key-list-columns">
        <Column of={[...keysThroughRows, ...keysOfSelection, ...keysOfList]} />
        <Column of={keysOfPaper} />
      </div>
    </dialog>
  )
}

type Told =
  | (typeof keysThroughRows)[number]
  | (typeof keysOfSelection)[number]
  | (typeof keysOfList)[number]
  | (typeof keysOfPaper)[number]

function Column({ of }: { of: readonly Told[] }) {
  return (
    <dl>
      {of.map(({ keys, meaning }) => (
        <div key={keys[0]}>
          <dt>
            {labelsOf(keys).map((label) => (
              <kbd key={label}>{label}</kbd>
            ))}
          </dt>
          <dd>{i18n.t(meaning)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What stands on the keys; of more than two the first and the last. */
function labelsOf(keys: readonly string[]): readonly string[] {
  const labels = keys.flatMap((key) => {
    const [name = '', ...held] = key.split('+').reverse()
    const label = name === ' ' ? i18n.t('keys.space') : (signs[name] ?? name)
    return held.includes('Shift') ? `⇧${label}` : [...held, label]
  })
  return labels.length > 2 ? [...labels.slice(0, 1), '…', ...labels.slice(-1)] : labels
}

/** What stands on keys that type no character. */
const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}
