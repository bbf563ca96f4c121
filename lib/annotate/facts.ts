import { countText, i18n } from '../i18n'
import type { Knowledge } from '../messaging/protocol'
import { element } from './element'
import { factsOf } from './words'

/** The line of facts in a bar or a card: votes, rank and day, code and stars. */
export function factItems(known: Knowledge): HTMLLIElement[] {
  const items = factsOf(known).map(({ text, spoken }) => {
    if (spoken === text) return element('li', '', text)
    const shown = element('span', '', text)
    shown.ariaHidden = 'true'
    return element('li', '', shown, element('span', 'only-spoken', spoken))
  })
  if (known.code !== undefined) items.push(element('li', '', codeLink(known.code)))
  return items
}

function codeLink({ url, stars }: NonNullable<Knowledge['code']>): HTMLAnchorElement {
  const text = stars === undefined ? i18n.t('paper.openCode') : `★ ${countText(stars)}`
  const link = element('a', '', text)
  link.href = url
  link.target = '_blank'
  link.rel = 'noreferrer'
  const code = i18n.t('paper.openCode')
  link.title = stars === undefined ? code : `${code}, ${i18n.t('paper.stars', stars)}`
  link.ariaLabel = link.title
  return link
}
