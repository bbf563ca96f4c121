import type { Failure } from '../errors/result'
import { countText, failureText, i18n } from '../i18n'
import type { Knowledge } from '../messaging/protocol'
import css from './bar.css?inline'
import { element, guest } from './element'
import { groundOf } from './ground'
import { saveButton, type Toggle } from './save-button'
import { factsOf, statusText } from './words'

export interface Bar {
  readonly host: HTMLElement
  show(known: Knowledge | undefined): void
  showFailure(failure: Failure): void
}

/**
 * The slim bar under the title on a paper's own page. Its nodes stay the same while what they say changes,
 * so that the focus stays where it is.
 *
 * @param title the heading that it will stand below
 */
export function createBar(title: Element, toggle: Toggle): Bar {
  const { host, body } = guest('dogear-bar', css, groundOf(title))
  let isOwnAction = false
  const save = saveButton(async (saved) => {
    isOwnAction = true
    await toggle(saved)
    isOwnAction = false
  })
  const tags = element('ul', 'tags')
  tags.ariaLabel = i18n.t('paper.tags')
  const facts = element('ul', 'facts')
  const fold = element('span', 'fold')
  const alert = element('span', '')
  alert.role = 'alert'
  const bar = element('span', 'bar', save.button, tags, facts, fold, alert)
  bar.role = 'group'
  bar.ariaLabel = i18n.t('extension.name')
  body.append(bar)

  const shown: Bar = {
    host,
    show(known) {
      const status = known?.status
      const classes = ['bar']
      if (isKnown(known)) classes.push('known')
      if (status !== undefined) classes.push('status', status)
      if (status === 'saved') classes.push('folded')
      bar.className = classes.join(' ')
      // The corner folds before the user's eyes when they save here, and just is folded otherwise.
      fold.classList.toggle('moving', isOwnAction)
      save.show(known, status === undefined ? i18n.t('paper.save') : statusText(status))
      tags.replaceChildren(...(known?.tags ?? []).map((tag) => element('li', '', tag)))
      facts.replaceChildren(...factItems(known))
      alert.textContent = ''
    },
    showFailure(failure) {
      alert.textContent = failureText(failure, Date.now())
    },
  }
  // At once, so that the page does not move again when the worker's answer comes.
  shown.show(undefined)
  return shown
}

function isKnown(known: Knowledge | undefined): boolean {
  return known !== undefined && (known.status !== undefined || factItems(known).length > 0)
}

function factItems(known: Knowledge | undefined): HTMLLIElement[] {
  const items = factsOf(known).map(({ text, spoken }) => {
    const item = element('li', '', text)
    if (spoken !== text) {
      item.role = 'listitem'
      item.ariaLabel = spoken
    }
    return item
  })
  const code = known?.code
  if (code !== undefined) items.push(element('li', '', codeLink(code)))
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
