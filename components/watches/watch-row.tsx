import { useMemo } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import type { Paper } from '../../lib/papers/paper'
import { type Watch, watchName } from '../../lib/papers/watch'
import { matchesWatch, readQuestion } from '../../lib/search/watch-question'
import { Switch } from '../controls/switch'
import { previewText } from './watch-form'
import './watch-row.css'

interface Props {
  watch: Watch
  /** On which it is tried. */
  papers: readonly Paper[]
  onToggle: () => void
  onEdit: () => void
  onRemove: () => void
}

/** A watch: what it asks, how much it matches, and whether it is on. */
export function WatchRow({ watch, papers, onToggle, onEdit, onRemove }: Props) {
  const { id, question, isEnabled } = watch
  const name = watchName(watch)
  const count = useMemo(() => {
    const { question: asked } = readQuestion(question)
    return asked === undefined ? 0 : papers.filter((paper) => matchesWatch(asked, paper)).length
  }, [question, papers])
  return (
    <li class="watch-row">
      <div class="watch-row-text">
        <p class="watch-row-name">{name}</p>
        {name !== question && <p class="watch-row-question">{question}</p>}
        <p class="watch-row-count">
          {isEnabled ? previewText(count, papers.length) : i18n.t('watches.isOff')}
        </p>
      </div>
      <div class="watch-row-controls">
        <button
          type="button"
          class="quiet"
          aria-label={i18n.t('watches.editNamed', [name])}
          onClick={onEdit}
        >
          {i18n.t('watches.edit')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={i18n.t('watches.removeNamed', [name])}
          onClick={onRemove}
        >
          {i18n.t('watches.remove')}
        </button>
        <span id={`${id}-switch`} class="only-spoken">
          {i18n.t('watches.isOn', [name])}
        </span>
        <Switch id={`${id}-on`} isOn={isEnabled} labelledBy={`${id}-switch`} onToggle={onToggle} />
      </div>
    </li>
  )
}
