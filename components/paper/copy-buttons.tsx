import { i18n } from '../../lib/i18n'
import { citationTexts } from '../../lib/i18n/citation-text'
import { type CitationFormat, citationFormats } from '../../lib/papers/citation-format'
import './copy-buttons.css'

/** Copies a paper as text to paste. */
export function CopyButtons({ onCopy }: { onCopy: (format: CitationFormat) => void }) {
  const texts = citationTexts()
  return (
    <p class="copy-buttons">
      {i18n.t('copy.as')}
      {citationFormats.map((format) => (
        <button key={format} type="button" class="link" onClick={() => onCopy(format)}>
          {texts[format]}
        </button>
      ))}
    </p>
  )
}
