import type { DogearDatabase } from '../../lib/db/database'
import type { FieldFocus } from '../../lib/hooks/list/use-current-row'
import { useFound } from '../../lib/hooks/use-loaded'
import { i18n } from '../../lib/i18n'
import { linkText } from '../../lib/i18n/link-text'
import type { CitationFormat } from '../../lib/papers/citation-format'
import type { Entry, EntryChange } from '../../lib/papers/entry'
import { arxivIdOf, linksOf } from '../../lib/papers/links'
import type { Paper } from '../../lib/papers/paper'
import { EntryEditor } from '../entry/entry-editor'
import { AuthorList } from './author-list'
import { CopyButtons } from './copy-buttons'
import { FilterWord } from './filter-word'
import { FollowButton } from './following'
import { FormulaText } from './formula-text'
import { LinkedWorksList } from './linked-works-list'
import './paper-details.css'

interface Props {
  db: DogearDatabase
  paper: Paper
  entry: Entry | undefined
  /** Undefined while it is being read. */
  abstract?: string | undefined
  /** A field that takes the focus. */
  focus: FieldFocus | undefined
  /** Returns whether it was stored. */
  onChange: (change: EntryChange) => Promise<boolean>
  onCopy: (format: CitationFormat) => void
  /** Milliseconds since the epoch. */
  now: number
  onChooseKeyword: (keyword: string) => void
}

/** What a row shows when it is expanded: the controls of its entry, abstract, authors, keywords, links. */
export function PaperDetails(props: Props) {
  const { db, paper, entry, abstract, focus, onChange, onCopy, now, onChooseKeyword } = props
  const handles = [paper.organizationHandle, paper.submitterHandle].filter(Boolean)
  const Accounts = useFound(handles[0], loadAccounts)
  return (
    <div class="paper-details">
      <EntryEditor key={focus?.number} entry={entry} focus={focus?.field} onChange={onChange} />
      {paper.aiSummary !== undefined && (
        <p class="paper-details-summary">
          <FormulaText text={paper.aiSummary} />
        </p>
      )}
      <p class="paper-abstract">
        {abstract === '' ? i18n.t('paper.noAbstract') : <FormulaText text={abstract ?? ''} />}
      </p>
      {paper.organization !== undefined && (
        <p class="paper-authors">
          {paper.organization} <FollowButton field="org" name={paper.organization} hasText />
        </p>
      )}
      {Accounts ? (
        <Accounts db={db} paper={paper} />
      ) : (
        // Their lines are kept free, so that nothing below moves when they come.
        handles.map((handle) => (
          <p key={handle} class="paper-authors">
            {'\u00a0'}
          </p>
        ))
      )}
      {paper.authors.length > 0 && <AuthorList authors={paper.authors} />}
      {paper.keywords.length > 0 && (
        <ul class="quiet-list paper-keywords" aria-label={i18n.t('paper.keywords')}>
          {paper.keywords.map((keyword) => (
            <li key={keyword}>
              <FilterWord of={keyword} onChoose={onChooseKeyword} />
            </li>
          ))}
        </ul>
      )}
      <ul class="quiet-list paper-links">
        {linksOf(paper).map(({ kind, address }) => (
          <li key={kind}>
            <a class="link" href={address} target="_blank" rel="noreferrer">
              {linkText(kind)}
            </a>
          </li>
        ))}
      </ul>
      {arxivIdOf(paper) !== undefined && <LinkedWorksList db={db} paper={paper} now={now} />}
      <CopyButtons onCopy={onCopy} />
    </div>
  )
}

/** It knows about settings, which is dear to load. */
async function loadAccounts() {
  const { PaperAccounts } = await import('./paper-accounts')
  return PaperAccounts
}
