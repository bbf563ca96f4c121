import type { ControlWords } from '../messaging/protocol'
import { type CitationFormat, citationFormats } from '../papers/citation-format'
import { button, element } from './element'
import { onUser } from './user-events'

/**
 * Copies the paper as text to paste. A button says for a moment that it has.
 *
 * @param cite gives the text; undefined where it can't be had
 */
export function createCopyControl(
  cite: (format: CitationFormat) => Promise<string | undefined>,
  words: ControlWords,
): HTMLElement {
  const buttons = citationFormats.map((format) => {
    const copying = button('copy', copy, words.formats[format])
    async function copy(): Promise<void> {
      const text = await cite(format)
      if (text === undefined) return
      await navigator.clipboard.writeText(text)
      copying.textContent = words.copied
    }
    onUser(copying, 'blur', () => {
      copying.textContent = words.formats[format]
    })
    return copying
  })
  return element('span', 'copying', element('span', '', words.copy), ...buttons)
}
