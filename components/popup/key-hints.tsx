import { PanelRight, X } from 'lucide'
import { i18n } from '../../lib/i18n'
import { IconButton } from '../controls/icon-button'
import './key-hints.css'

interface Props {
  /** The user has not used them yet: they stand in a sentence, which can be closed. */
  isFirst: boolean
  onClose: () => void
  onShowAll: () => void
  /** Undefined where there is no side panel, and in the panel itself. */
  onOpenPanel: (() => void) | undefined
}

/** The keys that are used most, and the way to all of them. */
export function KeyHints({ isFirst, onClose, onShowAll, onOpenPanel }: Props) {
  return (
    <footer class="key-hints">
      {isFirst ? (
        <FirstHint key="first" onClose={onClose} onShowAll={onShowAll} />
      ) : (
        <Hints key="all" onShowAll={onShowAll} />
      )}
      {onOpenPanel && (
        <IconButton icon={PanelRight} label={i18n.t('panel.open')} onPress={onOpenPanel} />
      )}
    </footer>
  )
}

/** As high as what comes after it. */
function FirstHint({ onClose, onShowAll }: Pick<Props, 'onClose' | 'onShowAll'>) {
  return (
    <>
      <button type="button" class="first-key-hint" aria-haspopup="dialog" onClick={onShowAll}>
        {sentence()}
      </button>
      <IconButton icon={X} label={i18n.t('keyHint.close')} onPress={onClose} />
    </>
  )
}

/** Each language puts the keys where it likes, so each is marked before it goes in. */
function sentence() {
  const mark = '\u2063'
  const marked = (key: string) => `${mark}${key}${mark}`
  const text = i18n.t('keyHint.line', [marked('j'), marked('k'), marked('s'), marked('?')])
  const parts = text.split(mark)
  return parts.map((part, index) => (index % 2 === 1 ? <kbd key={part}>{part}</kbd> : part))
}

function Hints({ onShowAll }: Pick<Props, 'onShowAll'>) {
  // The last of them leave where there is no room.
  const hints: readonly [readonly string[], string][] = [
    [['j', 'k'], i18n.t('keys.move')],
    [['s'], i18n.t('keys.save')],
    [['x'], i18n.t('keys.hide')],
    [['t'], i18n.t('keys.tag')],
    [['z'], i18n.t('keys.undo')],
  ]
  return (
    <>
      <div class="key-hints-line">
        {hints.map(([keys, meaning]) => (
          <span key={meaning}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{' '}
            {meaning}
          </span>
        ))}
      </div>
      <button type="button" aria-haspopup="dialog" onClick={onShowAll}>
        <kbd>?</kbd> {i18n.t('keys.all')}
      </button>
    </>
  )
}
