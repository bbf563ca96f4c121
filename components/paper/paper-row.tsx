import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FieldFocus } from '../../lib/hooks/list/use-current-row'
import { useNow } from '../../lib/hooks/use-now'
import { i18n } from '../../lib/i18n'
import { ageOf } from '../../lib/papers/age'
import type { Row } from '../../lib/queries/row'
import { memo } from '../controls/memo'
import { FoldButton } from './fold-button'
import { FormulaText } from './formula-text'
import { PaperDetails } from './paper-details'
import { PaperFacts } from './paper-facts'
import { PaperThumbnail } from './paper-thumbnail'
import { keepFocus, RowCheckbox, selectingWay } from './row-checkbox'
import { useRowList } from './row-list'
import { VoteCount } from './vote-count'
import { Words } from './words'
import './paper-row.css'
import './compact-rows.css'

interface Props {
  row: Row
  /** Its place in the list; absent where places say nothing. */
  rank?: number | undefined
  /** `shown`: was unseen when the popup opened, and has been on screen since. Absent where it was seen before. */
  freshness?: 'unseen' | 'shown' | undefined
  isCurrent: boolean
  isOpen: boolean
  /** A field of the open row that takes the focus. */
  focus?: FieldFocus | undefined
  /** It is being hidden. */
  isFolding?: boolean
  /** Absent while nothing is being selected. */
  isSelected?: boolean | undefined
  /** Stands in the place of the summary. The same element while it says the same. */
  excerpt?: ComponentChildren
}

/** A paper in any list. Memoised: a key that goes on by one row draws two rows again and not all of them. */
export const PaperRow = memo((props: Props) => {
  const { row, rank, freshness, isCurrent, isOpen, isFolding = false, isSelected } = props
  const { paper, entry } = row
  const { look, kind, handlers } = useRowList()
  const now = useNow()
  const { status, tags = [] } = entry ?? {}
  const canSelect = handlers.select !== undefined
  const thumbnail = look.hasThumbnails && !isOpen ? paper.thumbnailUrl : undefined
  const title = useRef<HTMLButtonElement>(null)
  const titleId = `title-${paper.id}`
  // Before the next key comes: rows that take the focus one after the other would each make themselves current.
  useLayoutEffect(() => {
    const element = title.current?.closest('li')
    if (!isCurrent || !element || element.contains(document.activeElement)) return
    title.current?.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      class={`paper-row ${freshness ?? 'seen'} ${status ?? ''} ${isFolding ? 'folding' : ''} ${thumbnail === undefined ? '' : 'illustrated'} ${isSelected ? 'selected' : ''}`}
      inert={isFolding}
      aria-current={isCurrent ? 'true' : undefined}
      data-paper-id={paper.id}
      onFocusCapture={isCurrent ? undefined : () => handlers.choose(row)}
      onAnimationEnd={isFolding ? () => handlers.onFolded?.(row) : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !isField(event.target)) return
        // The popup stays open, and keys are for the list again.
        event.preventDefault()
        title.current?.focus()
      }}
    >
      <div class="paper-votes">
        {paper.votes !== undefined && <VoteCount votes={paper.votes} gained={row.gained ?? 0} />}
        {rank !== undefined && (
          <span class="paper-rank" title={i18n.t('paper.rank', [rank])}>
            <span key={rank} aria-hidden="true">
              #{rank}
            </span>
            <span class="only-spoken">{i18n.t('paper.rank', [rank])}</span>
          </span>
        )}
        {isSelected !== undefined && (
          <RowCheckbox
            isSelected={isSelected}
            titleId={titleId}
            onSelect={(way) => handlers.select?.(row, way)}
          />
        )}
      </div>
      <div class="paper-body">
        <h2>
          <button
            ref={title}
            id={titleId}
            type="button"
            class="paper-title"
            aria-expanded={isOpen}
            onMouseDown={canSelect ? keepFocus : undefined}
            onClick={(event) => {
              const way = canSelect ? selectingWay(event) : undefined
              if (way === undefined) handlers.toggleExpanded(row)
              else handlers.select?.(row, way)
            }}
          >
            {freshness !== undefined && (
              <span class="paper-dot" role="img" aria-label={dotLabels[freshness]()} />
            )}
            <Words of={paper.title} kind="title" />
          </button>
        </h2>
        <PaperFacts
          paper={paper}
          status={status}
          announced={row.announced}
          watches={row.watches}
          age={ageOf(paper, kind)}
          now={now}
          isOpen={isOpen}
          onChooseOrganization={handlers.chooseOrganization}
        />
        {tags.length > 0 && !isOpen && (
          <ul class="quiet-list paper-tags" aria-label={i18n.t('paper.tags')}>
            {tags.map((tag) => (
              <li key={tag}>
                <Words of={tag} kind="tag" />
              </li>
            ))}
          </ul>
        )}
        {isOpen ? (
          <PaperDetails row={row} focus={props.focus} />
        ) : (
          (props.excerpt ??
          (paper.aiSummary !== undefined && look.density === 'comfortable' && (
            <p class="paper-summary">
              <FormulaText text={paper.aiSummary} />
            </p>
          )))
        )}
      </div>
      {thumbnail !== undefined && <PaperThumbnail key={thumbnail} address={thumbnail} />}
      <FoldButton status={status} title={paper.title} onPress={() => handlers.toggleSave(row)} />
    </li>
  )
})

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea')
}

const dotLabels = {
  unseen: () => i18n.t('paper.unseen'),
  shown: () => i18n.t('paper.justShown'),
}
