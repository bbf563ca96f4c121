import type { Description } from '../messaging/protocol'
import { element } from './element'

/** The line of facts in a bar or a card: votes, rank and day, code and stars. */
export function factItems({ facts, code }: Description): HTMLLIElement[] {
  const items = facts.map(({ text, spoken }) => {
    if (spoken === text) return element('li', '', text)
    const shown = element('span', '', text)
    shown.ariaHidden = 'true'
    return element('li', '', shown, element('span', 'only-spoken', spoken))
  })
  if (code !== undefined) {
    const link = element('a', '', code.text)
    link.href = code.url
    link.target = '_blank'
    link.rel = 'noreferrer'
    link.title = code.spoken
    link.ariaLabel = code.spoken
    items.push(element('li', '', link))
  }
  return items
}
