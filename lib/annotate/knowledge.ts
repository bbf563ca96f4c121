import { countText, i18n, shortDayText } from '../i18n'
import type { ControlWords, Description, Knowledge } from '../messaging/protocol'
import type { Entry, Status } from '../papers/entry'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'

/*
 * What the worker tells the pages. It has all words ready: to look them up, and to put numbers and days into
 * words, takes data that is dear to load in every page.
 */

/** How many authors a card names. */
const namedAuthors = 3

/**
 * What a mark says of a paper.
 *
 * @returns undefined where there is nothing to say
 */
export function knowledgeOf(
  paper: Paper | undefined,
  entry: Entry | undefined,
): Knowledge | undefined {
  const hasEntry = entry !== undefined && (entry.status !== undefined || entry.tags.length > 0)
  return hasEntry || paper?.listed !== undefined ? wordsOf(paper, entry) : undefined
}

/** What a bar or a card says of a paper, also of one that nobody has heard of yet. */
export function descriptionOf(paper: Paper | undefined, entry: Entry | undefined): Description {
  const { url, stars } = paper?.code ?? {}
  return {
    ...wordsOf(paper, entry),
    note: entry?.note ?? '',
    title: paper?.title ?? '',
    byline: paper === undefined ? '' : bylineOf(paper),
    summary: paper?.aiSummary ?? '',
    alsoAs:
      paper === undefined || paper.aliases.length === 0
        ? ''
        : i18n.t('paper.alsoAs', [paper.aliases.map(nameText).join(', ')]),
    ...(url === undefined ? {} : { code: { url, ...codeWords(stars) } }),
    words: controlWords(),
  }
}

function controlWords(): ControlWords {
  return {
    dogear: i18n.t('extension.name'),
    save: i18n.t('paper.save'),
    unsave: i18n.t('paper.unsave'),
    statuses: {
      saved: i18n.t('status.saved'),
      reading: i18n.t('status.reading'),
      read: i18n.t('status.read'),
      hidden: i18n.t('status.hidden'),
    },
    tags: i18n.t('paper.tags'),
    addTag: i18n.t('edit.addTag'),
    newTag: i18n.t('edit.newTag'),
    removeTag: i18n.t('edit.removeTag', ['{tag}']),
    note: i18n.t('edit.note'),
    addNote: i18n.t('edit.addNote'),
    notePlaceholder: i18n.t('edit.notePlaceholder'),
    undo: i18n.t('popup.undo'),
    copy: i18n.t('copy.as'),
    copied: i18n.t('copy.done'),
    formats: {
      bibtex: i18n.t('copy.bibtex'),
      markdown: i18n.t('copy.markdown'),
      plain: i18n.t('copy.plain'),
    },
  }
}

function wordsOf(paper: Paper | undefined, entry: Entry | undefined): Knowledge {
  const { status, statusAt, tags = [] } = entry ?? {}
  const facts = factsOf(paper)
  if (status === undefined) {
    const spoken = [i18n.t('paper.save'), ...facts.map((fact) => fact.spoken)].join(', ')
    return { tags, facts, spoken }
  }
  const statusText = statusWithDay(status, statusAt)
  return { status, statusText, tags, facts, spoken: [statusText, ...tags].join(', ') }
}

function factsOf(paper: Paper | undefined): Knowledge['facts'] {
  const { votes, listed } = paper ?? {}
  const rank =
    listed === undefined
      ? undefined
      : i18n.t('paper.rankOnDay', [listed.rank, shortDayText(listed.day)])
  return [
    ...(votes === undefined
      ? []
      : [{ text: `▲ ${countText(votes)}`, spoken: i18n.t('paper.votes', votes) }]),
    ...(rank === undefined ? [] : [{ text: rank, spoken: rank }]),
  ]
}

function codeWords(stars: number | undefined) {
  const code = i18n.t('paper.openCode')
  return stars === undefined
    ? { text: code, spoken: code }
    : { text: `★ ${countText(stars)}`, spoken: `${code}, ${i18n.t('paper.stars', stars)}` }
}

function bylineOf({ authors, organization }: Paper): string {
  const named = authors.slice(0, namedAuthors).join(', ')
  const others = authors.length - namedAuthors
  const people = others > 0 ? i18n.t('paper.andOthers', others, [others, named]) : named
  return [people, organization].filter((part) => part !== undefined && part !== '').join(' · ')
}

function statusWithDay(status: Status, at: number | undefined): string {
  const label = controlWords().statuses[status].toLocaleLowerCase()
  return status === 'read' && at !== undefined ? `${label} ${shortDayText(localDay(at))}` : label
}

/** The day of the user's own calendar on which something happened. */
function localDay(time: number): string {
  const date = new Date(time)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** How a person would write the name of a paper: "arXiv 2401.12345". */
function nameText(name: PaperId): string {
  const [scheme = '', ...value] = name.split(':')
  return `${schemeNames[scheme] ?? scheme} ${value.join(':')}`
}

const schemeNames: Readonly<Record<string, string>> = {
  arxiv: 'arXiv',
  doi: 'DOI',
  openreview: 'OpenReview',
  acl: 'ACL',
  neurips: 'NeurIPS',
  pmlr: 'PMLR',
  cvf: 'CVF',
  ieee: 'IEEE',
  s2: 'Semantic Scholar',
  dblp: 'DBLP',
}
