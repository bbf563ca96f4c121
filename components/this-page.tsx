import { i18n } from '../lib/i18n'
import type { Status } from '../lib/papers/entry'
import { type PaperId, paperIdAddress } from '../lib/papers/paper-id'
import './this-page.css'

interface Props {
  paperId: PaperId
  /** Undefined where nobody has told it yet. */
  title: string | undefined
  status: Status | undefined
  onToggleSave: () => void
}

/** The paper of the current tab, above the list. */
export function ThisPage({ paperId, title, status, onToggleSave }: Props) {
  const isSaved = status === 'saved'
  const name = title ?? paperIdAddress(paperId).replace(/^https:\/\/(www\.)?/, '')
  return (
    <section
      class={isSaved ? 'this-page saved' : 'this-page'}
      aria-label={i18n.t('thisPage.label')}
    >
      <span class="this-page-label" aria-hidden="true">
        {i18n.t('thisPage.label')}
      </span>
      <span class="this-page-title" title={name}>
        {name}
      </span>
      <button
        type="button"
        class={isSaved ? '' : 'primary'}
        aria-pressed={isSaved}
        onClick={onToggleSave}
      >
        {isSaved ? i18n.t('status.saved') : i18n.t('paper.save')}
      </button>
    </section>
  )
}
