import { i18n } from '../lib/i18n'
import './key-hints.css'

export function KeyHints() {
  const hints: readonly [readonly string[], string][] = [
    [['j', 'k'], i18n.t('popup.keyMove')],
    [['s'], i18n.t('popup.keySave')],
    [['space'], i18n.t('popup.keyExpand')],
    [['o'], i18n.t('popup.keyOpen')],
    [['z'], i18n.t('popup.keyUndo')],
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
    </footer>
  )
}
