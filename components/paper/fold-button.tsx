import { i18n } from '../../lib/i18n'
import type { Status } from '../../lib/papers/entry'
import './fold-button.css'

interface Props {
  status?: Status | undefined
  /** The paper's title, so that a screen reader tells one save button from the next. */
  title: string
  onPress: () => void
}

/** The corner of a row: folded when the paper is saved. Pressing it folds or unfolds. */
export function FoldButton({ status, title, onPress }: Props) {
  const isSaved = status === 'saved'
  return (
    <button
      type="button"
      class="fold-button"
      aria-pressed={isSaved}
      aria-label={i18n.t('paper.saveNamed', [title])}
      title={isSaved ? i18n.t('paper.unsave') : i18n.t('paper.save')}
      onClick={onPress}
    >
      <span class="fold-corner" />
    </button>
  )
}
