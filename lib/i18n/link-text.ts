import type { PaperLink } from '../papers/links'
import { i18n } from '.'

/** What opens a page of a paper: "PDF", "Code". */
export function linkText(kind: PaperLink['kind']): string {
  return linkLabels[kind]()
}

const linkLabels: Record<PaperLink['kind'], () => string> = {
  page: () => i18n.t('paper.openPage'),
  pdf: () => i18n.t('paper.openPdf'),
  html: () => i18n.t('rows.openHtml'),
  code: () => i18n.t('paper.openCode'),
  project: () => i18n.t('paper.openProject'),
  discussion: () => i18n.t('paper.openDiscussion'),
  vote: () => i18n.t('paper.openVote'),
}
