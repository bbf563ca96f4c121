import { X } from 'lucide'
import { useEffect, useId, useRef } from 'preact/hooks'
import { i18n } from '../lib/i18n'
import { IconButton } from './icon-button'
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
        <Column of={listKeys()} />
        <Column of={paperKeys()} />
      </div>
    </dialog>
  )
}

function Column({ of }: { of: readonly Keys[] }) {
  return (
    <dl>
      {of.map(([keys, meaning]) => (
        <div key={meaning}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}

type Keys = readonly [keys: readonly string[], meaning: string]

function listKeys(): readonly Keys[] {
  return [
    [['j', '↓'], i18n.t('keys.next')],
    [['k', '↑'], i18n.t('keys.previous')],
    [['Home', 'End'], i18n.t('keys.ends')],
    [[i18n.t('keys.space'), '→'], i18n.t('keys.expand')],
    [['←'], i18n.t('keys.collapse')],
    [['0', '…', '4'], i18n.t('keys.kinds')],
    [['[', ']'], i18n.t('keys.step')],
    [['{', '}'], i18n.t('keys.source')],
    [['g'], i18n.t('arrange.keySort')],
    [['f'], i18n.t('arrange.keyFilters')],
    [['/'], i18n.t('find.open')],
    [['z'], i18n.t('keys.undo')],
    [['⇧z'], i18n.t('journal.keyRedo')],
    [['v'], i18n.t('selection.keyToggle')],
    [['⇧j', '⇧k'], i18n.t('selection.keyExtend')],
    [['Ctrl', 'a'], i18n.t('selection.keyAll')],
    [['Esc'], i18n.t('selection.keyClear')],
    [['?'], i18n.t('keys.all')],
  ]
}

/** What is done to the current paper. */
function paperKeys(): readonly Keys[] {
  return [
    [['s'], i18n.t('keys.save')],
    [['r'], i18n.t('keys.reading')],
    [['e'], i18n.t('keys.read')],
    [['x'], i18n.t('keys.hide')],
    [['t'], i18n.t('keys.tag')],
    [['n'], i18n.t('keys.note')],
    [['o'], i18n.t('keys.open')],
    [['p'], i18n.t('keys.pdf')],
    [['c'], i18n.t('keys.code')],
    [['u'], i18n.t('keys.vote')],
    [['y'], i18n.t('keys.bibtex')],
    [['w'], i18n.t('keys.follow')],
  ]
}
