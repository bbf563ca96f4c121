import { i18n } from '#i18n'
import {
  type ChangeKind,
  changedTags,
  type EntryRecord,
  statusBefore,
} from '../papers/entry-record'
import type { PaperId } from '../papers/paper-id'
import { paperName } from '../papers/paper-name'

/** A change that the user made, as far as the words need it. */
interface ToldChange {
  readonly kind: ChangeKind
  readonly entries: readonly EntryRecord[]
  readonly separated?: { readonly paperId: PaperId; readonly name: PaperId }
  readonly imported?: { readonly added: number; readonly changed: number }
  /** Of the paper, where it is of one; empty where it is not known. */
  readonly title: string
}

/** "saved “On caches”", as it stands within a sentence. */
export function changeText(change: ToldChange): string {
  const { kind, entries, separated, imported } = change
  const papers = papersText(change)
  const [first] = entries
  switch (kind) {
    case 'saved':
      return i18n.t('journal.saved', [papers])
    case 'reading':
      return i18n.t('journal.reading', [papers])
    case 'read':
      return i18n.t('journal.read', [papers])
    case 'hidden':
      return i18n.t('journal.hidden', [papers])
    case 'unset':
      return unsetText(papers, entries)
    case 'tagged':
      return i18n.t('journal.tagged', [papers, first ? changedTags(first).join(', ') : ''])
    case 'untagged':
      return i18n.t('journal.untagged', [papers, first ? changedTags(first).join(', ') : ''])
    case 'noted':
      return i18n.t('journal.noted', [papers])
    case 'edited':
      return i18n.t('journal.edited', [papers])
    case 'separated':
      return i18n.t('journal.separated', [papers, separated ? paperName(separated.name) : ''])
    case 'imported':
      return i18n.t('journal.imported', [imported?.added ?? 0, imported?.changed ?? 0])
  }
}

/**
 * "Undid: saved “On caches”"
 *
 * @param extent how much of it was put back
 * @param isRedone it was done again
 */
export function undoneText(
  change: ToldChange,
  extent: 'all' | 'part' | 'nothing',
  isRedone: boolean,
): string {
  const text: [string] = [changeText(change)]
  if (extent === 'nothing') return i18n.t('journal.changedSince', text)
  if (isRedone) return i18n.t(extent === 'part' ? 'journal.redidPart' : 'journal.redid', text)
  return i18n.t(extent === 'part' ? 'journal.undidPart' : 'journal.undid', text)
}

/** Bulk edits take back one status from all of them, or each its own. */
function unsetText(papers: string, entries: readonly EntryRecord[]): string {
  const isAllSaved = entries.every((record) => statusBefore(record) === 'saved')
  return isAllSaved ? i18n.t('journal.unsaved', [papers]) : i18n.t('journal.unset', [papers])
}

function papersText({ entries, separated, title }: ToldChange): string {
  const ids = new Set(separated ? [separated.paperId] : entries.map(({ paperId }) => paperId))
  const [id] = ids
  if (ids.size !== 1 || id === undefined) return i18n.t('popup.paperCount', ids.size)
  return i18n.t('journal.paper', [title === '' ? paperName(id) : title])
}
