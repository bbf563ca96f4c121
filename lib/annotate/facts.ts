import type { Description } from '../messaging/protocol'
import { element } from './element'
import { eyeIcon } from './fold'

/** The line of facts in a bar or a card: what it matches, votes, rank and day, code and stars. */
export function factItems({ facts, watches, code }: Description): HTMLLIElement[] {
  const items = facts.map(({ text, spoken }) =>
    spoken === text ? element('li', '', text) : element('li', '', ...shownAndSpoken(text, spoken)),
  )
  if (watches !== undefined) {
    const { text, spoken } = watches
    const item = element('li', 'watched', eyeIcon(), ...shownAndSpoken(text, spoken))
    item.title = spoken
    items.unshift(item)
  }
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

function shownAndSpoken(text: string, spoken: string): HTMLElement[] {
  const shown = element('span', '', text)
  shown.ariaHidden = 'true'
  return [shown, element('span', 'only-spoken', spoken)]
}
