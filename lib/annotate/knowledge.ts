import type { PageFailure } from '../errors/page-failures'
import { bylineText, i18n, language, listFactTexts, shortDayText, starsText } from '../i18n'
import { citationTexts } from '../i18n/citation-text'
import { statusText, statusTexts } from '../i18n/status-text'
import type { ControlWords, Description, Knowledge } from '../messaging/protocol'
import { localDay } from '../papers/day'
import type { Entry, Status } from '../papers/entry'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import { paperName } from '../papers/paper-name'
import { type Watch, watchName } from '../papers/watch'

/*
 * What the worker tells the pages. It has all words ready, because the data that words, numbers and days take is costly
 * to load in every page.
 */

/**
 * What a mark says of a paper.
 *
 * @returns undefined where there is nothing to say
 */
export function knowledgeOf(
  paper: Paper | undefined,
  entry: Entry | undefined,
  watches: readonly Watch[] = [],
): Knowledge | undefined {
  const hasEntry = entry !== undefined && (entry.status !== undefined || entry.tags.length > 0)
  const isTold = hasEntry || paper?.listed !== undefined || watches.length > 0
  return isTold ? wordsOf(paper, entry, watches) : undefined
}

/** What is known of a work, as far as the database knows it. */
export interface Known {
  readonly paper: Paper | undefined
  readonly entry: Entry | undefined
  /** The paper's other names. */
  readonly names: readonly PaperId[]
  /** What is being fetched of it. */
  readonly completion: { readonly failures: number } | undefined
  /** Those that the paper matches. */
  readonly watches?: readonly Watch[] | undefined
}

/**
 * What a bar or a card says of a paper, also of one that nobody has heard of yet.
 *
 * @param paperId the name that it is asked for by
 */
export function descriptionOf(
  paperId: PaperId,
  { paper, entry, names, completion, watches }: Known,
): Description {
  const { url, stars } = paper?.code ?? {}
  return {
    ...wordsOf(paper, entry, watches),
    hasNote: entry !== undefined && entry.note !== '',
    title: paper?.title || paperName(paperId),
    isCitable: paper !== undefined && paper.title !== '',
    byline: paper === undefined ? '' : bylineText(paper),
    summary: paper?.aiSummary ?? '',
    alsoAs: names.map((name) => ({ name, text: paperName(name) })),
    ...(completion !== undefined && { progress: progressText(completion.failures) }),
    ...(url === undefined ? {} : { code: { url, ...codeWords(stars) } }),
    words: controlWords(),
  }
}

function progressText(failures: number): string {
  return failures === 0 ? i18n.t('paper.fetching') : i18n.t('paper.notFetched')
}

function controlWords(): ControlWords {
  return {
    dogear: i18n.t('extension.name'),
    save: i18n.t('paper.save'),
    unsave: i18n.t('paper.unsave'),
    statuses: statusTexts(),
    tags: i18n.t('paper.tags'),
    addTag: i18n.t('edit.addTag'),
    newTag: i18n.t('edit.newTag'),
    removeTag: i18n.t('edit.removeTag', ['{tag}']),
    note: i18n.t('edit.note'),
    addNote: i18n.t('edit.addNote'),
    notePlaceholder: i18n.t('edit.notePlaceholder'),
    fields: i18n.t('edit.fields'),
    undo: i18n.t('popup.undo'),
    undone: i18n.t('edit.undone'),
    more: i18n.t('edit.more'),
    alsoAs: i18n.t('edit.alsoAs'),
    separate: i18n.t('edit.separate', ['{name}']),
    copy: i18n.t('copy.as'),
    copied: i18n.t('copy.done'),
    formats: citationTexts(),
  }
}

function wordsOf(
  paper: Paper | undefined,
  entry: Entry | undefined,
  watches: readonly Watch[] = [],
): Knowledge {
  const { status, statusAt, tags = [] } = entry ?? {}
  const facts = paper === undefined ? [] : listFactTexts(paper)
  const watched = watches.length === 0 ? undefined : watchesText(watches)
  const matches = watched === undefined ? [] : [watched.spoken]
  const tagsText = tags.length === 0 ? undefined : i18n.t('edit.tagCount', tags.length)
  const about = {
    language: language(),
    facts,
    ...(tagsText !== undefined && { tagsText }),
    ...(watched !== undefined && { watches: watched }),
  }
  if (status === undefined) {
    const spoken = [i18n.t('paper.save'), ...facts.map((fact) => fact.spoken), tagsText]
    return { ...about, spoken: listed([...spoken, ...matches]) }
  }
  const dated = statusWithDay(status, statusAt)
  return { ...about, status, statusText: dated, spoken: listed([dated, tagsText, ...matches]) }
}

function listed(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(', ')
}

/** What went wrong in a page, in the user's words. */
export function failureWords(): Record<PageFailure, string> {
  return {
    storage: i18n.t('failure.storage'),
    refused: i18n.t('failure.refused'),
    orphaned: i18n.t('failure.orphaned'),
    unexpected: i18n.t('failure.unexpected'),
  }
}

/** "Lakeside Lab", and that it is what is watched. */
function watchesText(watches: readonly Watch[]) {
  const text = watches.map(watchName).join(', ')
  return { text, spoken: i18n.t('watch.matches', [text]) }
}

function codeWords(stars: number | undefined) {
  const code = i18n.t('paper.openCode')
  if (stars === undefined) return { text: code, spoken: code }
  const { text, spoken } = starsText(stars)
  return { text, spoken: `${code}, ${spoken}` }
}

function statusWithDay(status: Status, at: number | undefined): string {
  const label = statusText(status).toLocaleLowerCase(language())
  return status === 'read' && at !== undefined ? `${label} ${shortDayText(localDay(at))}` : label
}
