import { countText, i18n, shortDayText } from '../i18n'
import type { Knowledge } from '../messaging/protocol'
import type { Status } from '../papers/entry'
import type { PaperId } from '../papers/paper-id'

const labels: Record<Status, () => string> = {
  saved: () => i18n.t('status.saved'),
  reading: () => i18n.t('status.reading'),
  read: () => i18n.t('status.read'),
  hidden: () => i18n.t('status.hidden'),
}

export function statusText(status: Status): string {
  return labels[status]()
}

/** As a label beside other text: "saved". */
export function statusLabel(status: Status): string {
  return statusText(status).toLocaleLowerCase()
}

/** A fact in a line of facts: what is shown, and how a screen reader says it. */
export interface Fact {
  readonly text: string
  readonly spoken: string
}

/** "▲ 53", "#1 on 22 July", "★ 1.2K": what the lists know of a paper. */
export function factsOf(known: Knowledge | undefined): Fact[] {
  const facts: Fact[] = []
  if (known?.votes !== undefined) {
    facts.push({
      text: `▲ ${countText(known.votes)}`,
      spoken: i18n.t('paper.votes', known.votes),
    })
  }
  if (known?.listed !== undefined) {
    const rank = i18n.t('paper.rankOnDay', [known.listed.rank, shortDayText(known.listed.day)])
    facts.push({ text: rank, spoken: rank })
  }
  return facts
}

/** How a person would write the name of a paper: "arXiv 2401.12345". */
export function nameText(name: PaperId): string {
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

/** Whether a list of papers has anything to say about this one. */
export function isWorthAMark(known: Knowledge | undefined): known is Knowledge {
  if (known === undefined) return false
  return known.status !== undefined || known.listed !== undefined || known.tags.length > 0
}
