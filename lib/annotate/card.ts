import type { ControlWords, Description } from '../messaging/protocol'
import { createEditor, type Editing } from './editor'
import { element } from './element'
import { factItems } from './facts'
import { guest } from './guest'

export interface Card {
  readonly host: HTMLElement
  readonly isOpen: boolean
  isInUse(): boolean
  /** Opens it beside its mark. */
  open(): void
  close(): void
  show(description: Description): void
  /** Goes off the page, unless there is something typed in it that can't be stored: that stays, to be copied. */
  leave(): Promise<void>
}

/** Between the mark and the card, and between the card and the edge of the window, in pixels. */
const gap = 6

/**
 * What is known of a paper, opened from its mark: on top of the page, without moving it.
 *
 * @param mark the card opens beside it
 */
export function createCard(
  mark: HTMLElement,
  ground: 'light' | 'dark',
  editing: Editing,
  words: ControlWords,
): Card {
  const { host, body, isInUse, style } = guest('card', ground)
  host.popover = 'manual'
  const editor = createEditor(editing, words, true)
  const title = element('span', 'title')
  const byline = element('span', 'byline')
  const summary = element('span', 'summary')
  const facts = element('ul', 'facts')
  const fold = element('span', 'fold')
  const controls = element('span', 'controls', editor.status, ...editor.openers)
  const card = element(
    'span',
    'card',
    title,
    byline,
    summary,
    element('span', 'line', facts, editor.alsoAs),
    controls,
    editor.fields,
    element('span', 'last', editor.copying, editor.news),
    fold,
  )
  card.role = 'group'
  body.append(card)

  function place(): void {
    const { left, top, bottom } = mark.getBoundingClientRect()
    const { width, height } = host.getBoundingClientRect()
    // Held by the edge that is at the mark, so that it does not move from under the pointer when it grows.
    const isBelow = bottom + gap + height <= innerHeight - gap || top < height
    const edge = isBelow ? `top:${bottom + gap}px` : `bottom:${innerHeight - top + gap}px`
    const start = Math.max(gap, Math.min(left, innerWidth - gap - width))
    style(`${edge}!important;left:${start}px!important`)
  }

  return {
    host,
    isInUse,
    get isOpen() {
      return host.matches(':popover-open')
    },
    open() {
      if (this.isOpen || !host.isConnected) return
      host.showPopover()
      place()
    },
    close() {
      if (this.isOpen) host.hidePopover()
      void editor.closeFields()
    },
    show(description) {
      body.lang = description.language
      title.textContent = description.title
      card.ariaLabel = description.title
      byline.textContent = description.progress ?? description.byline
      summary.textContent = description.summary
      facts.replaceChildren(...factItems(description))
      card.classList.toggle('folded', description.status === 'saved')
      editor.show(description)
    },
    async leave() {
      if (await editor.closeFields()) host.remove()
    },
  }
}
