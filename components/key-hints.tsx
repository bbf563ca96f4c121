import { PanelRight } from 'lucide'
import { i18n } from '../lib/i18n'
import { IconButton } from './icon-button'
import './key-hints.css'

interface Props {
  onShowAll: () => void
  /** Undefined where there is no side panel, and in the panel itself. */
  onOpenPanel: (() => void) | undefined
}

/** The keys that are used most, and the way to all of them. */
export function KeyHints({ onShowAll, onOpenPanel }: Props) {
  const hints: readonly [readonly string[], string][] = [
    [['j', 'k'], i18n.t('keys.move')],
    [['s'], i18n.t('keys.save')],
    [['x'], i18n.t('keys.hide')],
    [['t'], i18n.t('keys.tag')],
    [['z'], i18n.t('keys.undo')],
  ]
  return (
    <footer class="key-hints">
      {hints.map(([keys, meaning]) => (
        <span key={meaning}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {meaning}
        </span>
      ))}
      <button type="button" aria-haspopup="dialog" onClick={onShowAll}>
        <kbd>?</kbd> {i18n.t('keys.all')}
      </button>
      {onOpenPanel && (
        <IconButton icon={PanelRight} label={i18n.t('panel.open')} onPress={onOpenPanel} />
      )}
    </footer>
  )
}
