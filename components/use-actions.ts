import { useRef } from 'preact/hooks'
import type { Result } from '../lib/errors/result'
import { cite } from '../lib/export/cite'
import type { Edits, PaperEdit } from '../lib/hooks/edits'
import { newWatch } from '../lib/hooks/new-watch'
import { useEdits } from '../lib/hooks/use-edits'
import { failureText, i18n } from '../lib/i18n'
import type { CitationFormat } from '../lib/papers/citation-format'
import type { Entry, EntryChange, Status } from '../lib/papers/entry'
import { linksOf, type PaperLink } from '../lib/papers/links'
import type { Paper } from '../lib/papers/paper'
import type { PaperId } from '../lib/papers/paper-id'
import { paperName } from '../lib/papers/paper-name'
import { toggledSave } from '../lib/papers/save-toggle'
import {
  type Followable,
  findWatch,
  followQuestion,
  type Watch,
  watchLimits,
} from '../lib/papers/watch'
import type { OfferedSite } from '../lib/settings/site-switches'
import type { News } from './news'
import { linkText } from './paper-details'
import { statusText } from './status-picker'

/** A paper as an action needs it. */
export interface Subject {
  readonly paperId: PaperId
  readonly title: string
  readonly entry: Entry | undefined
}

/** What the user does with papers and offers. All of it is told, and what changes something can be undone. */
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
  declineOffer(site: OfferedSite, declined: readonly string[]): Promise<boolean>
  /**
   * Follows an author or an organisation, or no longer does.
   *
   * @param watches all that there are
   */
  toggleFollowed(field: Followable, name: string, watches: readonly Watch[]): Promise<boolean>
  undo(): Promise<void>
}

/** @param onUndone what was changed in the entries of these papers has been taken back */
export function useActions(
  report: (news: News) => void,
  onUndone: (paperIds: readonly PaperId[]) => void,
): Actions {
  const latest = useRef(onUndone)
  latest.current = onUndone
  return createActions(useEdits(), report, (paperIds) => latest.current(paperIds))
}

function createActions(
  edits: Edits,
  report: (news: News) => void,
  onUndone: (paperIds: readonly PaperId[]) => void,
): Actions {
  async function undo(): Promise<void> {
    const answer = await edits.undo()
    if (answer === undefined) return report({ text: i18n.t('popup.nothingToUndo') })
    tell(answer, i18n.t('popup.undone'), false)
    if (answer.ok && answer.value.length > 0) onUndone(answer.value.map(({ paperId }) => paperId))
  }

  /** @param text undefined where the screen says it already */
  function tell(answer: Result<unknown>, text: string | undefined, canUndo = true): boolean {
    if (!answer.ok) report({ text: failureText(answer.error, Date.now()), isProblem: true })
    else if (text !== undefined) {
      const action = { label: i18n.t('popup.undo'), onPress: undo }
      report({ text, action: canUndo ? action : undefined })
    }
    return answer.ok
  }

  async function change(subject: Subject, changes: EntryChange): Promise<boolean> {
    const { paperId, title, entry } = subject
    return tell(await edits.edit(paperId, entry, changes), changeText(title, entry, changes))
  }

  return {
    change,
    async changeAll(all, text) {
      if (all.length > 0) return tell(await edits.editAll(all), text)
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
    async separate(paperId, name) {
      const answer = await edits.separate(paperId, name)
      return tell(answer, i18n.t('edit.separated', [paperName(name)]))
    },
    copy: (paper, format) =>
      navigator.clipboard.writeText(cite(paper, format)).then(
        () => report({ text: i18n.t('copy.done') }),
        () => report({ text: i18n.t('copy.failed') }),
      ),
    open(paper, kind) {
      const link = linksOf(paper).find((one) => one.kind === kind)
      if (link !== undefined) window.open(link.address, '_blank', 'noreferrer')
      else report({ text: i18n.t('paper.noLink', [linkText(kind), paper.title]) })
    },
    async declineOffer({ id, name }, declined) {
      const answer = await edits.changeSettings(
        { offersDeclined: [...declined] },
        { offersDeclined: [...declined, id] },
      )
      return tell(answer, i18n.t('offer.declined', [name]))
    },
    async toggleFollowed(field, name, watches) {
      const question = followQuestion(field, name)
      const watch = findWatch(watches, question)
      if (watch !== undefined)
        return tell(await edits.removeWatch(watch), i18n.t('watch.unfollowed', [name]))
      if (watches.length >= watchLimits.watches) {
        report({ text: i18n.t('watch.tooMany', [watches.length]), isProblem: true })
        return false
      }
      return tell(await edits.addWatch(newWatch(question)), i18n.t('watch.followed', [name]))
    },
    undo,
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
  return entry?.status === undefined ? '' : statusText(entry.status).toLocaleLowerCase()
}
