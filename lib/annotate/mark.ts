import type { Description, Knowledge } from '../messaging/protocol'
import { type Card, createCard } from './card'
import type { Editing } from './editor'
import { element, guest } from './element'
import { eyeIcon, foldIcon } from './fold'
import { groundOf } from './ground'
import { onPress } from './press'

export interface Mark {
  readonly host: HTMLElement
  show(known: Knowledge): void
  /** Shows the paper's card where that is open. */
  describe(description: Description): void
  readonly hasOpenCard: boolean
  remove(): void
}

export interface MarkEditing extends Editing {
  /** The card is about to be shown: `describe` is wanted. */
  onOpen(): void
}

/** How long the pointer has to rest on a mark before its card opens, and be off both before it closes, in milliseconds. */
const openDelay = 250
const closeDelay = 300

/**
 * The small mark behind a mention of a paper that is saved, read or listed. Hovering or focusing it opens the
 * paper's card; pressing it saves a paper that has no status yet.
 *
 * @param anchor the mention that it will stand behind
 */
export function createMark(anchor: Element, editing: MarkEditing): Mark {
  const ground = groundOf(anchor)
  const { host, body, isInUse } = guest('dogear-mark', ground)
  const text = element('span', '')
  const eye = eyeIcon()
  const button = element('button', 'mark', foldIcon(), text)
  button.type = 'button'
  body.append(button)
  let known: Knowledge | undefined
  let card: Card | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The focus comes back to the mark because the card closes, not because the user asks for it. */
  let isClosing = false

  /** The card itself comes with the worker's answer. */
  function openCard(): void {
    editing.onOpen()
    button.ariaExpanded = 'true'
  }

  function addCard({ words }: Description): Card {
    const added = createCard(body, ground, editing, words)
    host.after(added.host)
    added.host.addEventListener('pointerenter', () => clearTimeout(timer))
    added.host.addEventListener('pointerleave', closeSoon)
    added.host.addEventListener('focusin', () => clearTimeout(timer))
    added.host.addEventListener('focusout', closeSoon)
    added.host.addEventListener('keydown', closeOnEscape)
    return added
  }

  function closeSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!card?.isInUse() && !isInUse()) closeCard()
    }, closeDelay)
  }

  function closeCard(): void {
    clearTimeout(timer)
    card?.close()
    button.ariaExpanded = 'false'
  }

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || card?.isOpen !== true) return
    event.stopPropagation()
    closeCard()
    isClosing = true
    button.focus()
    isClosing = false
    clearTimeout(timer)
  }

  onPress(button, async () => {
    if (known?.status === undefined) await editing.edit({ status: 'saved' }, crypto.randomUUID())
    else openCard()
  })
  host.addEventListener('pointerenter', (event) => {
    if (!event.isTrusted || event.pointerType === 'touch') return
    clearTimeout(timer)
    timer = setTimeout(openCard, openDelay)
  })
  host.addEventListener('pointerleave', closeSoon)
  button.addEventListener('focus', (event) => {
    if (event.isTrusted && !isClosing && button.matches(':focus-visible')) openCard()
  })
  button.addEventListener('blur', closeSoon)
  button.addEventListener('keydown', closeOnEscape)
  button.ariaHasPopup = 'dialog'
  button.ariaExpanded = 'false'

  return {
    host,
    show(shown) {
      known = shown
      body.className = known.status === undefined ? ground : `${ground} ${known.status}`
      body.lang = known.language
      text.textContent = textOf(known)
      // Which watches it matches stands in the card: a mark that is longer would push what the page has in this line.
      if (known.watches === undefined) eye.remove()
      else button.append(eye)
      button.ariaLabel = known.spoken
    },
    describe(description) {
      const isWanted = button.ariaExpanded === 'true'
      if (isWanted) card ??= addCard(description)
      card?.show(description)
      if (isWanted) card?.open()
    },
    get hasOpenCard() {
      return card?.isOpen === true
    },
    remove() {
      clearTimeout(timer)
      card?.host.remove()
      host.remove()
    },
  }
}

/** "saved · kv-cache", "read 12 March", "▲ 29 · #5 on 22 July". */
function textOf({ statusText, tags, facts }: Knowledge): string {
  const first = statusText === undefined ? facts.map(({ text }) => text) : [statusText]
  return [...first, ...tags].join(' · ')
}
