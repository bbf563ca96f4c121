import { ChevronDown, ChevronUp } from 'lucide'
import { useState } from 'preact/hooks'
import { bylineText, i18n, listFactTexts, starsText } from '../../lib/i18n'
import { statusText } from '../../lib/i18n/status-text'
import type { CitationFormat } from '../../lib/papers/citation-format'
import type { EntryChange } from '../../lib/papers/entry'
import type { PaperId } from '../../lib/papers/paper-id'
import { paperName } from '../../lib/papers/paper-name'
import type { ThisPage as Page } from '../../lib/queries/this-page'
import { IconButton } from '../controls/icon-button'
import { AlsoAs } from '../entry/also-as'
import { EntryEditor } from '../entry/entry-editor'
import { CopyButtons } from '../paper/copy-buttons'
import './this-page.css'

interface Props {
  page: Page
  /** Opens with the focus in the field for tags. */
  isTagging: boolean
  /** Returns whether it was stored. */
  onChange: (change: EntryChange) => Promise<boolean>
  onSeparate: (name: PaperId) => void
  onCopy: (format: CitationFormat) => void
}

/** The paper of the current tab, above the list: one line, and all controls on demand. */
export function ThisPage({ page, isTagging, onChange, onSeparate, onCopy }: Props) {
  const [isExpanded, setIsExpanded] = useState(isTagging)
  const [focus, setFocus] = useState<'status' | 'tags' | undefined>(isTagging ? 'tags' : undefined)
  const { paper, entry, names, completion } = page
  const { status, tags = [] } = entry ?? {}
  const title = titleOf(page)
  const expand = (to: typeof focus) => {
    setFocus(to)
    setIsExpanded(true)
  }
  return (
    <section
      class={`this-page ${status ?? ''} ${isExpanded ? 'expanded' : ''}`}
      aria-label={i18n.t('thisPage.label')}
    >
      <div class="this-page-head">
        <div class="this-page-name">
          <p>
            <span class="this-page-label" aria-hidden="true">
              {i18n.t('thisPage.label')}
            </span>
            <span class="this-page-title" title={title}>
              {title}
            </span>
          </p>
          {completion !== undefined && !paper?.title && (
            <p class="this-page-progress" role="status">
              {completion.failures === 0 ? i18n.t('paper.fetching') : i18n.t('paper.notFetched')}
            </p>
          )}
          {!isExpanded && tags.length > 0 && (
            <ul class="quiet-list this-page-tags" aria-label={i18n.t('paper.tags')}>
              {tags.map((tag) => (
                <li key={tag}>{tag}</li>
              ))}
            </ul>
          )}
        </div>
        {isExpanded ? null : status === undefined ? (
          <button type="button" class="primary" onClick={() => onChange({ status: 'saved' })}>
            {i18n.t('paper.save')}
          </button>
        ) : (
          <button
            type="button"
            class="this-page-status"
            aria-expanded={false}
            title={i18n.t('edit.more')}
            onClick={() => expand('status')}
          >
            {statusText(status)}
          </button>
        )}
        <IconButton
          icon={isExpanded ? ChevronUp : ChevronDown}
          label={i18n.t('edit.more')}
          isExpanded={isExpanded}
          onPress={() => (isExpanded ? setIsExpanded(false) : expand(undefined))}
        />
      </div>
      {isExpanded && (
        <div class="this-page-rest">
          {paper !== undefined && <PaperLines paper={paper} />}
          <EntryEditor entry={entry} focus={focus} onChange={onChange} />
          {names.length > 0 && <AlsoAs names={names} onSeparate={onSeparate} />}
          {paper !== undefined && <CopyButtons onCopy={onCopy} />}
        </div>
      )}
    </section>
  )
}

/** What the paper is called as far as it is known: a source may know a paper and not its title. */
export function titleOf({ paperId, paper }: Page): string {
  return paper?.title || paperName(paperId)
}

function PaperLines({ paper }: { paper: NonNullable<Page['paper']> }) {
  const byline = bylineText(paper)
  const stars = paper.code?.stars
  const facts = [...listFactTexts(paper), ...(stars === undefined ? [] : [starsText(stars)])]
  return (
    <>
      {byline !== '' && <p class="this-page-byline">{byline}</p>}
      {facts.length > 0 && (
        <p class="this-page-facts">
          {facts.map(({ text, spoken }) => (
            <span key={text} title={spoken}>
              <span aria-hidden="true">{text}</span>
              <span class="only-spoken">{spoken}</span>
            </span>
          ))}
        </p>
      )}
    </>
  )
}
