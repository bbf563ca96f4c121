import { useEffect, useRef } from 'preact/hooks'
import type { FieldFocus } from '../lib/hooks/use-current-row'
import { countText, i18n } from '../lib/i18n'
import type { CitationFormat } from '../lib/papers/citation-format'
import type { Entry, EntryChange } from '../lib/papers/entry'
import type { Paper } from '../lib/papers/paper'
import { FoldButton } from './fold-button'
import { PaperDetails } from './paper-details'
import { statusText } from './status-picker'
import './paper-row.css'

/** `shown`: was unseen when the popup opened, and has been on screen since. */
export type Freshness = 'unseen' | 'shown' | 'seen'

interface Props {
  paper: Paper
  rank: number
  entry: Entry | undefined
  freshness: Freshness
  isCurrent: boolean
  isExpanded: boolean
  /** Undefined while it is being read. */
  abstract?: string | undefined
  /** A field of the open row that takes the focus. */
  focus?: FieldFocus | undefined
  /** It is being hidden. */
  isFolding: boolean
  onExpand: () => void
  onToggleSave: () => void
  /** Returns whether it was stored. */
  onChange: (change: EntryChange) => Promise<boolean>
  onCopy: (format: CitationFormat) => void
  onFocus: () => void
  onFolded: () => void
}

export function PaperRow(props: Props) {
  const { paper, entry, freshness, isExpanded, isCurrent, isFolding } = props
  const { status, tags = [] } = entry ?? {}
  const title = useRef<HTMLButtonElement>(null)
  const titleId = `title-${paper.id}`
  useEffect(() => {
    const row = title.current?.closest('li')
    if (!isCurrent || !row || row.contains(document.activeElement)) return
    title.current?.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      class={`paper-row ${freshness} ${status ?? ''} ${isFolding ? 'folding' : ''}`}
      inert={isFolding}
      aria-current={isCurrent ? 'true' : undefined}
      data-paper-id={paper.id}
      onFocusCapture={props.onFocus}
      onAnimationEnd={isFolding ? props.onFolded : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !isField(event.target)) return
        // The popup stays open, and keys are for the list again.
        event.preventDefault()
        title.current?.focus()
      }}
    >
      <div class="paper-votes">
        {paper.votes !== undefined && (
          <>
            <span class="only-spoken">{i18n.t('paper.votes', paper.votes)}</span>
            {/* Another number is another element: one with more digits does not slide aside. */}
            <span key={paper.votes} class="paper-votes-count" aria-hidden="true">
              {countText(paper.votes)}
            </span>
          </>
        )}
        <span class="paper-rank" title={i18n.t('paper.rank', [props.rank])}>
          <span key={props.rank} aria-hidden="true">
            #{props.rank}
          </span>
          <span class="only-spoken">{i18n.t('paper.rank', [props.rank])}</span>
        </span>
      </div>
      <div class="paper-body">
        <h2>
          <button
            ref={title}
            id={titleId}
            type="button"
            class="paper-title"
            aria-expanded={isExpanded}
            onClick={props.onExpand}
          >
            {freshness === 'seen' ? null : (
              <span class="paper-dot" role="img" aria-label={dotLabels[freshness]()} />
            )}
            {paper.title}
          </button>
        </h2>
        <p class="paper-facts">
          {status !== undefined && status !== 'saved' && (
            <span class="paper-status">{statusText(status)}</span>
          )}
          <span
            class={`paper-byline ${paper.organization === undefined ? '' : 'paper-organization'}`}
          >
            {byline(paper)}
          </span>
          {paper.code?.stars !== undefined && (
            <span title={i18n.t('paper.stars', paper.code.stars)}>
              <span aria-hidden="true">★ {countText(paper.code.stars)}</span>
              <span class="only-spoken">{i18n.t('paper.stars', paper.code.stars)}</span>
            </span>
          )}
          {paper.comments !== undefined && paper.comments > 0 && (
            <span>{i18n.t('paper.comments', paper.comments)}</span>
          )}
        </p>
        {tags.length > 0 && !isExpanded && (
          <ul class="quiet-list paper-tags" aria-label={i18n.t('paper.tags')}>
            {tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
        {isExpanded ? (
          <PaperDetails
            paper={paper}
            entry={entry}
            abstract={props.abstract}
            focus={props.focus}
            onChange={props.onChange}
            onCopy={props.onCopy}
          />
        ) : (
          paper.aiSummary !== undefined && <p class="paper-summary">{paper.aiSummary}</p>
        )}
      </div>
      <FoldButton status={status} title={paper.title} onPress={props.onToggleSave} />
    </li>
  )
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea')
}

const dotLabels = {
  unseen: () => i18n.t('paper.unseen'),
  shown: () => i18n.t('paper.justShown'),
}

function byline({ organization, authors }: Paper): string {
  if (organization !== undefined) return organization
  const [only] = authors
  if (only === undefined) return i18n.t('paper.noAuthors')
  return authors.length === 1 ? only : i18n.t('paper.authors', authors.length)
}
