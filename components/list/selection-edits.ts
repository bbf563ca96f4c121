import type { PaperEdit } from '../../lib/hooks/edits/edits'
import { i18n, language } from '../../lib/i18n'
import { statusText } from '../../lib/i18n/status-text'
import { type EntryChange, isSameTag, type Status } from '../../lib/papers/entry'
import { toggledSave } from '../../lib/papers/save-toggle'
import type { Row } from '../../lib/queries/row'

/** What is done to several papers at once. */
export interface SelectionEdit {
  /** None where nothing is to be changed. */
  readonly edits: readonly PaperEdit[]
  /** What is told of it. */
  readonly text: string
}

/** Saves those that are not kept yet; where all of them are saved it takes that back. */
export function saveRows(rows: readonly Row[]): SelectionEdit {
  const wouldBe = (status: Status | null) =>
    rows.filter(({ entry }) => toggledSave(entry?.status) === status)
  const unsaved = wouldBe('saved')
  if (unsaved.length > 0) {
    return editOf(unsaved, { status: 'saved' }, i18n.t('selection.savedNow', unsaved.length))
  }
  const saved = wouldBe(null)
  const text =
    saved.length > 0
      ? i18n.t('selection.unsavedNow', saved.length)
      : i18n.t('selection.keptAlready')
  return editOf(saved, { status: null }, text)
}

/** Gives all of them the status; where all of them have it, it takes it back. */
export function setStatusOfRows(rows: readonly Row[], status: Status): SelectionEdit {
  const others = rows.filter(({ entry }) => entry?.status !== status)
  const word = statusText(status)
  if (others.length > 0) {
    const { length } = others
    return editOf(others, { status }, i18n.t('selection.statusNow', length, [length, word]))
  }
  const { length } = rows
  const lowerWord = word.toLocaleLowerCase(language())
  const text = i18n.t('selection.statusRemoved', length, [length, lowerWord])
  return editOf(rows, { status: null }, text)
}

export function changeTagsOfRows(
  rows: readonly Row[],
  { addTags = [], removeTags = [] }: EntryChange,
): SelectionEdit {
  const { length } = rows
  const text =
    addTags.length > 0
      ? i18n.t('selection.tagAdded', length, [length, addTags.join(', ')])
      : i18n.t('selection.tagRemoved', length, [length, removeTags.join(', ')])
  return editOf(rows, { addTags, removeTags }, text)
}

/** The tags that all of them have. */
export function commonTags([first, ...others]: readonly Row[]): readonly string[] {
  const tags = first?.entry?.tags ?? []
  return tags.filter((tag) =>
    others.every(({ entry }) => entry?.tags.some((other) => isSameTag(tag, other))),
  )
}

function editOf(rows: readonly Row[], change: PaperEdit['change'], text: string): SelectionEdit {
  return {
    edits: rows.map(({ paper }) => ({ paperId: paper.id, change })),
    text,
  }
}
