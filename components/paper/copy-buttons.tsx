import { i18n } from '../../lib/i18n'
import { type CitationFormat, citationFormats } from '../../lib/papers/citation-format'
import './copy-buttons.css'

/** Copies a paper as text to paste. */
export function CopyButtons({ onCopy }: { onCopy: (format: CitationFormat) => void }) {
  return (
    <p class="copy-buttons">
      {i18n.t('copy.as')}
      {citationFormats.map((format) => (
        <button key={format} type="button" class="link" onClick={() => onCopy(format)}>
          {formatTexts[format]()}
        </button>
      ))}
    </p>
  )
}

const formatTexts: Record<CitationFormat, () => string> = {
  bibtex: () => i18n.t('copy.bibtex'),
  markdown: () => i18n.t('copy.markdown'),
  plain: () => i18n.t('copy.plain'),
}
