import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DogearDatabase } from '../../lib/db/database'
import type { FieldFocus } from '../../lib/hooks/list/use-current-row'
import type { SelectingWay } from '../../lib/hooks/list/use-selection'
import { agoText, countText, i18n } from '../../lib/i18n'
import { statusText } from '../../lib/i18n/status-text'
import { ageOf } from '../../lib/papers/age'
import type { CitationFormat } from '../../lib/papers/citation-format'
import type { Entry, EntryChange } from '../../lib/papers/entry'
import type { Announcement, ViewKind } from '../../lib/papers/list'
import type { Paper } from '../../lib/papers/paper'
import type { Watch } from '../../lib/papers/watch'
import type { Look } from '../../lib/settings/look'
import { FilterWord } from './filter-word'
import { FoldButton } from './fold-button'
import { FormulaText } from './formula-text'
import { PaperDetails } from './paper-details'
import { PaperThumbnail } from './paper-thumbnail'
import { keepFocus, RowCheckbox, selectingWay } from './row-checkbox'
import { VoteCount } from './vote-count'
import { WatchMark } from './watch-mark'
import { Words } from './words'
import './paper-row.css'
import './compact-rows.css'

/** `shown`: was unseen when the popup opened, and has been on screen since. */
export type Freshness = 'unseen' | 'shown' | 'seen'

interface Props {
  db: DogearDatabase
  paper: Paper
  /** Its place in a list; undefined where it stands in none. */
  rank: number | undefined
  /** How it came into the list, where it is not new in it. */
  announced?: Announcement | undefined
  /** Votes gained in the last day. */
  gained?: number | undefined
  /** Of the list that the row is in. */
  kind: ViewKind
  look: Look
  /** Milliseconds since the epoch. */
  now: number
  entry: Entry | undefined
  freshness: Freshness
  isCurrent: boolean
  isExpanded: boolean
  /** Those that the paper matches; undefined where it matches none. */
  watches: readonly Watch[] | undefined
  /** Undefined while it is being read. */
  abstract?: string | undefined
  /** A field of the open row that takes the focus. */
  focus?: FieldFocus | undefined
  /** Stands in the place of the summary. */
  excerpt?: ComponentChildren
  /** It is being hidden. */
  isFolding: boolean
  onExpand: () => void
  onToggleSave: () => void
  /** Returns whether it was stored. */
  onChange: (change: EntryChange) => Promise<boolean>
  onCopy: (format: CitationFormat) => void
  onFocus: () => void
  /** Undefined while nothing is being selected. */
  isSelected?: boolean | undefined
  /** Undefined where nothing can be selected. */
  onSelect?: (way: SelectingWay) => void
  onFolded: () => void
  /** Shows only the papers of the list that have it. */
  onChooseKeyword: (keyword: string) => void
  onChooseOrganization: (organization: string) => void
}

export function PaperRow(props: Props) {
  const { paper, entry, freshness, isExpanded, isCurrent, isFolding, isSelected, onSelect } = props
  const { status, tags = [] } = entry ?? {}
  const { density, hasThumbnails } = props.look
  const thumbnail = hasThumbnails && !isExpanded ? paper.thumbnailUrl : undefined
  const age = ageOf(paper, props.kind)
  const title = useRef<HTMLButtonElement>(null)
  const titleId = `title-${paper.id}`
  // Before the next key comes: rows that take the focus one after the other would each make themselves current.
  useLayoutEffect(() => {
    const row = title.current?.closest('li')
    if (!isCurrent || !row || row.contains(document.activeElement)) return
    title.current?.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      class={`paper-row ${freshness} ${status ?? ''} ${isFolding ? 'folding' : ''} ${thumbnail === undefined ? '' : 'illustrated'} ${isSelected ? 'selected' : ''}`}
      inert={isFolding}
      aria-current={isCurrent ? 'true' : undefined}
      data-paper-id={paper.id}
      onFocusCapture={isCurrent ? undefined : props.onFocus}
      onAnimationEnd={isFolding ? props.onFolded : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !isField(event.target)) return
        // The popup stays open, and keys are for the list again.
        event.preventDefault()
        title.current?.focus()
      }}
    >
      <div class="paper-votes">
        {paper.votes !== undefined && <VoteCount votes={paper.votes} gained={props.gained ?? 0} />}
        {props.rank !== undefined && (
          <span class="paper-rank" title={i18n.t('paper.rank', [props.rank])}>
            <span key={props.rank} aria-hidden="true">
              #{props.rank}
            </span>
            <span class="only-spoken">{i18n.t('paper.rank', [props.rank])}</span>
          </span>
        )}
        {isSelected !== undefined && onSelect && (
          <RowCheckbox isSelected={isSelected} titleId={titleId} onSelect={onSelect} />
        )}
      </div>
      <div class="paper-body">
        <h2>
          <button
            ref={title}
            id={titleId}
            type="button"
            class="paper-title"
            aria-expanded={isExpanded}
            onMouseDown={onSelect && keepFocus}
            onClick={(event) => {
              const way = selectingWay(event)
              if (way !== undefined && onSelect) onSelect(way)
              else props.onExpand()
            }}
          >
            {freshness === 'seen' ? null : (
              <span class="paper-dot" role="img" aria-label={dotLabels[freshness]()} />
            )}
            <Words of={paper.title} kind="title" />
          </button>
        </h2>
        <p class="paper-facts">
          {props.announced !== undefined && (
            <span class="paper-announced">{announcements[props.announced]()}</span>
          )}
          {status !== undefined && status !== 'saved' && (
            <span class="paper-status">{statusText(status)}</span>
          )}
          {props.watches !== undefined && (
            <WatchMark of={props.watches} beside={paper.organization} />
          )}
          <span
            class={`paper-byline ${paper.organization === undefined ? '' : 'paper-organization'}`}
          >
            {paper.organization === undefined ? (
              byline(paper)
            ) : isExpanded ? (
              <FilterWord of={paper.organization} onChoose={props.onChooseOrganization} />
            ) : (
              <Words of={paper.organization} kind="org" />
            )}
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
          {age !== undefined && (
            <span class="paper-age">{ageTexts[age.kind](agoText(age.day, props.now))}</span>
          )}
        </p>
        {tags.length > 0 && !isExpanded && (
          <ul class="quiet-list paper-tags" aria-label={i18n.t('paper.tags')}>
            {tags.map((tag) => (
              <li key={tag}>
                <Words of={tag} kind="tag" />
              </li>
            ))}
          </ul>
        )}
        {isExpanded ? (
          <PaperDetails
            db={props.db}
            paper={paper}
            entry={entry}
            abstract={props.abstract}
            now={props.now}
            focus={props.focus}
            onChange={props.onChange}
            onCopy={props.onCopy}
            onChooseKeyword={props.onChooseKeyword}
          />
        ) : (
          (props.excerpt ??
          (paper.aiSummary !== undefined && density === 'comfortable' && (
            <p class="paper-summary">
              <FormulaText text={paper.aiSummary} />
            </p>
          )))
        )}
      </div>
      {thumbnail !== undefined && <PaperThumbnail key={thumbnail} address={thumbnail} />}
      <FoldButton status={status} title={paper.title} onPress={props.onToggleSave} />
    </li>
  )
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea')
}

const dotLabels = {
  unseen: () => i18n.t('paper.unseen'),
  shown: () => i18n.t('paper.justShown'),
}

const announcements: Readonly<Record<Announcement, () => string>> = {
  'cross-list': () => i18n.t('source.crossList'),
  replacement: () => i18n.t('source.replacement'),
}

const ageTexts = {
  listed: (ago: string) => i18n.t('rows.listed', [ago]),
  published: (ago: string) => i18n.t('rows.published', [ago]),
}

function byline({ authors }: Paper): string {
  const [only] = authors
  if (only === undefined) return i18n.t('paper.noAuthors')
  return authors.length === 1 ? only : i18n.t('paper.authors', authors.length)
}
