import { movingOf, useChange } from '../../lib/hooks/edits/use-recent-changes'
import { i18n } from '../../lib/i18n'
import { useReporter } from '../controls/toast'
import { moveChange } from './move-change'

/** The way back from a file that was taken over, for as long as there is one. */
export function ImportUndo({ importId }: { importId: string }) {
  const reporter = useReporter()
  const change = useChange(importId)
  if (change === undefined) return null
  const isUndone = change.undone !== undefined
  const moving = movingOf(change)
  const label = isUndone ? i18n.t('data.takingBack') : i18n.t('data.importing')
  return (
    <>
      {moving === undefined ? (
        isUndone && <p>{i18n.t('data.takenBack')}</p>
      ) : (
        <>
          <p>{label}</p>
          <progress aria-label={label} value={moving.done} max={moving.of} />
        </>
      )}
      <div class="data-buttons">
        {/* One button that changes its word: the focus stays where it is. */}
        <button type="button" class="quiet" onClick={() => void moveChange(change, reporter)}>
          {isUndone ? i18n.t('journal.redo') : i18n.t('popup.undo')}
        </button>
      </div>
    </>
  )
}
