import type { CitationFormat } from '../papers/citation-format'
import { i18n } from '.'

/** What the buttons say that copy a paper: "BibTeX". */
export function citationTexts(): Record<CitationFormat, string> {
  return {
    bibtex: i18n.t('copy.bibtex'),
    markdown: i18n.t('copy.markdown'),
    plain: i18n.t('copy.plain'),
  }
}
