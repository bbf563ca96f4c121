import { useState } from 'preact/hooks'
import {
  journalLimit,
  movingOf,
  type ToldChange,
  useRecentChanges,
} from '../../lib/hooks/edits/use-recent-changes'
import { useNow } from '../../lib/hooks/use-now'
import { i18n, relativeText } from '../../lib/i18n'
import { changeText } from '../../lib/i18n/journal-text'
import { useReporter } from '../controls/toast'
import { OptionsSection } from '../page/page-section'
import { moveChange } from './move-change'
import './recent-changes-section.css'

/** So many changes are shown unless all are wanted. */
const shownFirst = 8

/** What the user did to papers, the newest first, and how to undo it. */
export function RecentChangesSection() {
  const live = useRecentChanges()
  return (
    <OptionsSection id="changes" title={i18n.t('journal.title')} isBusy={live.state === 'loading'}>
      <p class="page-note">{i18n.t('journal.intro', [journalLimit])}</p>
      {live.state === 'failed' && <p role="alert">{i18n.t('journal.failed')}</p>}
      {live.state === 'ready' && <Changes changes={live.value} />}
    </OptionsSection>
  )
}

function Changes({ changes }: { changes: readonly ToldChange[] }) {
  const reporter = useReporter()
  const [areAllShown, setAreAllShown] = useState(false)
  const now = useNow()
  if (changes.length === 0) {
    return (
      <div class="page-panel changes-panel changes-none">
        <p>{i18n.t('journal.none')}</p>
        <p class="changes-when">{i18n.t('journal.noneWhy')}</p>
      </div>
    )
  }

  const hasMore = !areAllShown && changes.length > shownFirst
  return (
    <div class="page-panel changes-panel">
      <ul class="quiet-list">
        {(hasMore ? changes.slice(0, shownFirst) : changes).map((change) => (
          <ChangeRow
            key={change.id}
            change={change}
            now={now}
            onMove={() => void moveChange(change, reporter)}
          />
        ))}
      </ul>
      {hasMore && (
        <button type="button" class="quiet changes-more" onClick={() => setAreAllShown(true)}>
          {i18n.t('journal.showAll', [changes.length])}
        </button>
      )}
    </div>
  )
}

interface RowProps {
  change: ToldChange
  now: number
  onMove: () => void
}

function ChangeRow({ change, now, onMove }: RowProps) {
  const isUndone = change.undone !== undefined
  const moving = movingOf(change)
  const textId = `change-${change.id}`
  return (
    <li class={isUndone ? 'changes-line undone' : 'changes-line'}>
      <span class="changes-text">
        <span id={textId} class="changes-what">
          {changeText(change)}
        </span>
        <span class="changes-when">
          <time dateTime={new Date(change.at).toISOString()}>{relativeText(change.at, now)}</time>
          {moving === undefined && isUndone && ` · ${i18n.t('journal.undone')}`}
        </span>
        {moving !== undefined && (
          <progress
            class="changes-moving"
            aria-label={isUndone ? i18n.t('journal.undoing') : i18n.t('journal.redoing')}
            value={moving.done}
            max={moving.of}
          />
        )}
      </span>
      {/* One button that changes its word: the focus stays where it is. */}
      <button type="button" class="quiet" aria-describedby={textId} onClick={onMove}>
        {isUndone ? i18n.t('journal.redo') : i18n.t('popup.undo')}
      </button>
    </li>
  )
}
