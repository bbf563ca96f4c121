import { useEffect, useRef, useState } from 'preact/hooks'
import type { CurrentRow } from '../../lib/hooks/list/use-current-row'
import { isHidden } from '../../lib/hooks/list/use-hidden-rows'
import type { Selection } from '../../lib/hooks/list/use-selection'
import { useKeys } from '../../lib/hooks/use-keys'
import { i18n } from '../../lib/i18n'
import { statusText } from '../../lib/i18n/status-text'
import { editLimit } from '../../lib/messaging/limits'
import { type Status, statuses } from '../../lib/papers/entry'
import type { Row } from '../../lib/queries/row'
import { TagField } from '../entry/tag-field'
import {
  changeTagsOfRows,
  commonTags,
  type SelectionEdit,
  saveRows,
  setStatusOfRows,
} from './selection-edits'
import type { Actions } from './use-actions'
import './selection-bar.css'

interface Props {
  selection: Selection
  /** How many are selected, in words. */
  text: string
  /** All rows that the user goes through. */
  rows: readonly Row[]
  current: CurrentRow
  actions: Actions
}

/** What can be done to the selected papers, by button and by key. */
export function SelectionBar({ selection, text, rows, current, actions }: Props) {
  const [isTagging, setIsTagging] = useState(false)
  const bar = useRef<HTMLElement>(null)
  const tagButton = useRef<HTMLButtonElement>(null)
  const isEmpty = selection.rows.length === 0
  useEffect(
    () => () => {
      // A button of this bar may have the focus: it goes back to the list.
      if (bar.current?.contains(document.activeElement)) focusCurrentRow()
    },
    [],
  )

  const make = ({ edits, text: told }: SelectionEdit) => actions.changeAll(edits, told)
  const save = () => make(saveRows(selection.rows))
  const setStatus = (status: Status) => make(setStatusOfRows(selection.rows, status))
  async function hide(): Promise<void> {
    const isHiding = !selection.rows.every(isHidden)
    if (!(await setStatus('hidden')) || !isHiding) return
    const next = nextOf(rows, selection, current.row)
    if (next !== undefined) current.choose(next.paper.id)
    selection.clear()
  }
  function openTags(): void {
    setIsTagging(true)
    // The field is there where it was open before.
    bar.current?.querySelector<HTMLElement>('.new-tag')?.focus()
  }
  function stopTagging(): void {
    setIsTagging(false)
    tagButton.current?.focus()
  }
  // Beside the keys of the list, which leaves these to the selection.
  useKeys(
    isEmpty
      ? {}
      : {
          s: save,
          r: () => setStatus('reading'),
          e: () => setStatus('read'),
          x: hide,
          t: openTags,
        },
  )

  const press: Record<Status, () => unknown> = {
    saved: save,
    reading: () => setStatus('reading'),
    read: () => setStatus('read'),
    hidden: hide,
  }
  return (
    <footer ref={bar} class="selection-bar">
      {isTagging && !isEmpty && (
        <form
          class="selection-tags"
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            // The popup stays open, and so does the selection.
            event.preventDefault()
            event.stopPropagation()
            stopTagging()
          }}
        >
          <TagField
            tags={commonTags(selection.rows)}
            hasFocus
            onChange={(change) => void make(changeTagsOfRows(selection.rows, change))}
          />
        </form>
      )}
      <div class="selection-actions">
        <span>
          {selection.rows.length < editLimit ? text : i18n.t('selection.most', [editLimit])}
        </span>
        {statuses.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={shareOf(selection.rows, status)}
            disabled={isEmpty}
            onClick={press[status]}
          >
            {statusText(status)}
          </button>
        ))}
        <button
          ref={tagButton}
          type="button"
          disabled={isEmpty}
          aria-expanded={isTagging}
          onClick={() => setIsTagging(!isTagging)}
        >
          {i18n.t('selection.tag')}
        </button>
        <button type="button" class="link" onClick={selection.clear}>
          {i18n.t('selection.clear')}
        </button>
      </div>
    </footer>
  )
}

/** Whether all rows have the status, or only some of them. */
function shareOf(rows: readonly Row[], status: Status): boolean | 'mixed' {
  const count = rows.filter(({ entry }) => entry?.status === status).length
  if (count === 0) return false
  return count === rows.length || 'mixed'
}

/** Where the user is when the selected rows have gone: at the first row after them, or the last one before. */
function nextOf(
  rows: readonly Row[],
  selection: Selection,
  current: Row | undefined,
): Row | undefined {
  const stays = ({ paper }: Row) => !selection.has(paper.id)
  if (current !== undefined && stays(current)) return undefined
  const from = current === undefined ? 0 : rows.indexOf(current)
  return rows.slice(from).find(stays) ?? rows.slice(0, from).findLast(stays)
}

function focusCurrentRow(): void {
  document.querySelector<HTMLElement>('.paper-row[aria-current] .paper-title')?.focus()
}
