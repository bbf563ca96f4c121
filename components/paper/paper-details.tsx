import { useAbstract } from '../../lib/hooks/list/use-abstract'
import type { FieldFocus } from '../../lib/hooks/list/use-current-row'
import { i18n } from '../../lib/i18n'
import { linkText } from '../../lib/i18n/link-text'
import { arxivIdOf, linksOf } from '../../lib/papers/links'
import type { Row } from '../../lib/queries/row'
import { lazily } from '../controls/lazily'
import { EntryEditor } from '../entry/entry-editor'
import { AuthorList } from './author-list'
import { CopyButtons } from './copy-buttons'
import { FilterWord } from './filter-word'
import { FollowButton } from './following'
import { FormulaText } from './formula-text'
import { LinkedWorksList } from './linked-works-list'
import { useRowList } from './row-list'
import './paper-details.css'

interface Props {
  row: Row
  /** A field that takes the focus. */
  focus: FieldFocus | undefined
}

/** What a row shows when it is open: the controls of its entry, abstract, authors, keywords, links. */
export function PaperDetails({ row, focus }: Props) {
  const { paper, entry } = row
  const read = useAbstract(row.abstract === undefined ? paper.id : undefined)
  const abstract = row.abstract ?? read
  const { handlers } = useRowList()
  const handles = [paper.organizationHandle, paper.submitterHandle].filter(Boolean)
  return (
    <div class="paper-details">
      <EntryEditor
        key={focus?.number}
        entry={entry}
        focus={focus?.field}
        onChange={(change) => handlers.change(row, change)}
      />
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
      {handles.length > 0 && (
        <PaperAccounts
          paper={paper}
          // Their lines are kept free, so that nothing below moves when they come.
          placeholder={handles.map((handle) => (
            <p key={handle} class="paper-authors">
              {'\u00a0'}
            </p>
          ))}
        />
      )}
      {paper.authors.length > 0 && <AuthorList authors={paper.authors} />}
      {paper.keywords.length > 0 && (
        <ul class="quiet-list paper-keywords" aria-label={i18n.t('paper.keywords')}>
          {paper.keywords.map((keyword) => (
            <li key={keyword}>
              <FilterWord of={keyword} onChoose={handlers.chooseKeyword} />
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
      {arxivIdOf(paper) !== undefined && <LinkedWorksList paper={paper} />}
      <CopyButtons onCopy={(format) => handlers.copy(row, format)} />
    </div>
  )
}

/** The accounts know about settings, which are costly to load. */
const PaperAccounts = lazily(async () => (await import('./paper-accounts')).PaperAccounts)
