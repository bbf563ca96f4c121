import type { ControlWords } from '../messaging/protocol'
import { type CitationFormat, citationFormats } from '../papers/citation-format'
import { element } from './element'
import { onPress } from './press'

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
    const button = element('button', 'copy', words.formats[format])
    button.type = 'button'
    onPress(button, async () => {
      const text = await cite(format)
      if (text === undefined) return
      await navigator.clipboard.writeText(text)
      button.textContent = words.copied
    })
    button.addEventListener('blur', () => {
      button.textContent = words.formats[format]
    })
    return button
  })
  return element('span', 'copying', element('span', '', words.copy), ...buttons)
}
