import { i18n } from '../lib/i18n'
import { type CitationFormat, citationFormats } from '../lib/papers/citation-format'
import { linksOf } from '../lib/papers/links'
import type { Paper } from '../lib/papers/paper'
import './paper-details.css'

interface Props {
  paper: Paper
  /** Undefined while it is being read. */
  abstract?: string | undefined
  onCopy: (format: CitationFormat) => void
}

/** What a row shows when it is expanded: abstract, keywords, authors, links. */
export function PaperDetails({ paper, abstract, onCopy }: Props) {
  return (
    <div class="paper-details">
      {paper.aiSummary !== undefined && <p class="paper-details-summary">{paper.aiSummary}</p>}
      <p class="paper-abstract">{abstract === '' ? i18n.t('paper.noAbstract') : abstract}</p>
      {paper.authors.length > 0 && <p class="paper-authors">{paper.authors.join(', ')}</p>}
      {paper.keywords.length > 0 && (
        <ul class="quiet-list paper-keywords" aria-label={i18n.t('paper.keywords')}>
          {paper.keywords.map((keyword) => (
            <li key={keyword}>{keyword}</li>
          ))}
        </ul>
      )}
      <ul class="quiet-list paper-links">
        {linksOf(paper).map(({ kind, address }) => (
          <li key={kind}>
            <a class="link" href={address} target="_blank" rel="noreferrer">
              {linkLabels[kind]()}
            </a>
          </li>
        ))}
      </ul>
      <p class="paper-copy">
        {i18n.t('copy.as')}
        {citationFormats.map((format) => (
          <button key={format} type="button" class="link" onClick={() => onCopy(format)}>
            {formatLabels[format]()}
          </button>
        ))}
      </p>
    </div>
  )
}

const formatLabels: Record<CitationFormat, () => string> = {
  bibtex: () => i18n.t('copy.bibtex'),
  markdown: () => i18n.t('copy.markdown'),
  plain: () => i18n.t('copy.plain'),
}

const linkLabels = {
  page: () => i18n.t('paper.openPage'),
  pdf: () => i18n.t('paper.openPdf'),
  code: () => i18n.t('paper.openCode'),
  project: () => i18n.t('paper.openProject'),
  discussion: () => i18n.t('paper.openDiscussion'),
}
