import { i18n } from '../lib/i18n'
import './key-hints.css'

/** The keys that are used most, and the way to all of them. */
export function KeyHints({ onShowAll }: { onShowAll: () => void }) {
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
    </footer>
  )
}
