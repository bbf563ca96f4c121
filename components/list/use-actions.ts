import { useMemo, useRef } from 'preact/hooks'
import type { Edit, Edits, PaperEdit, Undoing } from '../../lib/hooks/edits/edits'
import { useEdits } from '../../lib/hooks/edits/use-edits'
import { usePresses } from '../../lib/hooks/edits/use-presses'
import type { Declining } from '../../lib/hooks/settings/use-site-offer'
import { i18n, language } from '../../lib/i18n'
import { linkText } from '../../lib/i18n/link-text'
import { statusText } from '../../lib/i18n/status-text'
import type { CitationFormat } from '../../lib/papers/citation-format'
import type { Entry, EntryChange, Status } from '../../lib/papers/entry'
import { watchLimits } from '../../lib/papers/limits'
import { linksOf, type PaperLink } from '../../lib/papers/links'
import { newWatch } from '../../lib/papers/new-watch'
import type { Paper } from '../../lib/papers/paper'
import type { PaperId } from '../../lib/papers/paper-id'
import { paperName } from '../../lib/papers/paper-name'
import { toggledSave } from '../../lib/papers/save-toggle'
import { type Followable, findWatch, followQuestion, type Watch } from '../../lib/papers/watch'
import type { OfferedSite } from '../../lib/settings/site-switches'
import { type Reporter, type Toast, useReporter } from '../controls/toast'
import type { Subject } from './subject'

/** What the user does with papers and offers. Each shows a toast, and each change can be undone. */
export interface Actions {
  /** Returns whether it was stored. */
  change(subject: Subject, change: EntryChange): Promise<boolean>
  /**
   * Changes several papers, all of them or none.
   *
   * @param text what is told of it
   * @returns whether it was stored; false as well where there is nothing to change
   */
  changeAll(edits: readonly PaperEdit[], text: string): Promise<boolean>
  /** Sets the status, or takes it back where the paper has it already. */
  setStatus(subject: Subject, status: Status): Promise<boolean>
  /** What the one key or button for saving does. */
  toggleSave(subject: Subject): Promise<boolean>
  separate(paperId: PaperId, name: PaperId): Promise<boolean>
  copy(paper: Paper, format: CitationFormat): Promise<void>
  /** Goes to a page of the paper, in a new tab. */
  open(paper: Paper, kind: PaperLink['kind']): void
  declineOffer(site: OfferedSite, declining: Declining): Promise<boolean>
  /**
   * Follows an author or an organisation, or no longer does.
   *
   * @param watches all that there are
   */
  toggleFollowed(field: Followable, name: string, watches: readonly Watch[]): Promise<boolean>
  /** Undoes the newest change, wherever and whenever it was made. */
  undo(): Promise<void>
  /** Does again what was undone last. */
  redo(): Promise<void>
}

/**
 * What was changed in the entries of these papers has been taken back, or done again.
 *
 * @param hasWaited the user has done nothing since they asked for it
 */
type OnUndone = (paperIds: readonly PaperId[], hasWaited: boolean) => void

/** @returns the same functions each time */
export function useActions(onUndone: OnUndone): Actions {
  const reporter = useReporter()
  const latest = useRef(onUndone)
  latest.current = onUndone
  const edits = useEdits()
  const countPresses = usePresses()
  return useMemo(
    () => createActions(edits, reporter, countPresses, (...undone) => latest.current(...undone)),
    [edits, reporter, countPresses],
  )
}

function createActions(
  edits: Edits,
  { report, reportFailure }: Reporter,
  countPresses: () => number,
  onUndone: OnUndone,
): Actions {
  const undo = (undoing = edits.undo()) =>
    tellUndone(undoing, i18n.t('popup.nothingToUndo'), {
      label: i18n.t('journal.redo'),
      onPress: redo,
    })
  const redo = () =>
    tellUndone(edits.redo(), i18n.t('journal.nothingToRedo'), {
      label: i18n.t('popup.undo'),
      onPress: () => undo(),
    })

  async function tellUndone(
    undoing: Undoing,
    nothing: string,
    action: NonNullable<Toast['action']>,
  ): Promise<void> {
    const presses = countPresses()
    const answer = await undoing
    if (!answer.ok) return reportFailure(answer.error)
    if (answer.value === null) return report({ text: nothing })
    const { text, paperIds } = answer.value
    report(text === undefined ? { text: i18n.t('popup.undone') } : { text, action })
    if (paperIds.length > 0) onUndone(paperIds, presses === countPresses())
  }

  /** @param text undefined where the screen says it already */
  async function tell(edit: Edit<unknown>, text: string | undefined): Promise<boolean> {
    const answer = await edit.answer
    if (!answer.ok) reportFailure(answer.error)
    else if (text !== undefined) {
      const action = { label: i18n.t('popup.undo'), onPress: () => undo(edit.undo()) }
      report({ text, action })
    }
    return answer.ok
  }

  function change({ paperId, title, entry }: Subject, changes: EntryChange): Promise<boolean> {
    return tell(edits.edit(paperId, changes), changeText(title, entry, changes))
  }

  return {
    change,
    async changeAll(all, text) {
      if (all.length > 0) return tell(edits.editAll(all), text)
      report({ text })
      return false
    },
    setStatus: (subject, status) =>
      change(subject, { status: subject.entry?.status === status ? null : status }),
    async toggleSave(subject) {
      const { title, entry } = subject
      const status = toggledSave(entry?.status)
      if (status !== undefined) return change(subject, { status })
      report({ text: i18n.t('edit.already', [statusWord(entry), title]) })
      return false
    },
    separate: (paperId, name) =>
      tell(edits.separate(paperId, name), i18n.t('edit.separated', [paperName(name)])),
    async copy(paper, format) {
      try {
        // Loaded when it is wanted: the first frame does without it.
        const { cite } = await import('../../lib/export/cite')
        await navigator.clipboard.writeText(cite(paper, format))
        report({ text: i18n.t('copy.done') })
      } catch {
        report({ text: i18n.t('copy.failed') })
      }
    },
    open(paper, kind) {
      const link = linksOf(paper).find((one) => one.kind === kind)
      if (link !== undefined) window.open(link.address, '_blank', 'noreferrer')
      else report({ text: i18n.t('paper.noLink', [linkText(kind), paper.title]) })
    },
    declineOffer: ({ name }, { decline, offerAgain }) =>
      tell(edits.changeSetting(decline, offerAgain), i18n.t('offer.declined', [name])),
    async toggleFollowed(field, name, watches) {
      const question = followQuestion(field, name)
      const watch = findWatch(watches, question)
      if (watch !== undefined)
        return tell(edits.removeWatch(watch), i18n.t('watch.unfollowed', [name]))
      if (watches.length >= watchLimits.watches) {
        report({ text: i18n.t('watch.tooMany', [watches.length]), isProblem: true })
        return false
      }
      return tell(edits.addWatch(newWatch(question)), i18n.t('watch.followed', [name]))
    },
    undo: () => undo(),
    redo,
  }
}

/** What is told of a change; a note is seen where it is written. */
function changeText(
  title: string,
  before: Entry | undefined,
  { status, addTags = [], removeTags = [] }: EntryChange,
): string | undefined {
  if (addTags.length > 0) return i18n.t('edit.tagAdded', [addTags.join(', '), title])
  if (removeTags.length > 0) return i18n.t('edit.tagRemoved', [removeTags.join(', '), title])
  if (status === undefined) return undefined
  if (status === 'saved') return i18n.t('popup.savedNow', [title])
  if (status !== null) return i18n.t('edit.statusNow', [statusText(status), title])
  if (before?.status === 'saved') return i18n.t('popup.unsavedNow', [title])
  return i18n.t('edit.statusRemoved', [statusWord(before), title])
}

/** "read", as it stands within a sentence. */
function statusWord(entry: Entry | undefined): string {
  return entry?.status === undefined ? '' : statusText(entry.status).toLocaleLowerCase(language())
}
