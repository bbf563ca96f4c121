import type { Description } from '../messaging/protocol'
import { element } from './element'
import { eyeIcon } from './fold'

/** The line of facts in a bar or a card: what it matches, votes, rank and day, code and stars. */
export function factItems({ facts, watches, code }: Description): HTMLLIElement[] {
  const items = facts.map(({ text, spoken }) =>
    spoken === text ? element('li', '', text) : element('li', '', ...shownAndSpoken(text, spoken)),
  )
  if (watches !== undefined) {
    // What the user watches is the user's own: as a name it is told to them, and no text that the page could search.
    const eye = element('span', '', eyeIcon())
    eye.role = 'img'
    eye.title = watches.spoken
    eye.ariaLabel = watches.spoken
    items.unshift(element('li', '', eye))
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
