import { call } from '../dom/page-nodes'
import type { Failure } from '../errors/result'
import type { Description, Knowledge } from '../messaging/protocol'
import { type Card, createCard } from './card'
import type { Editing } from './editor'
import { element, button as makeButton } from './element'
import { failureWords } from './failure-words'
import { eyeIcon, foldIcon } from './fold'
import { guest } from './guest'
import { onUser } from './user-events'

export interface Mark {
  readonly host: HTMLElement
  show(known: Knowledge): void
  /** Shows the paper's card where that is open. */
  describe(description: Description): void
  /** In place of a card that could not be opened. */
  showFailure(failure: Failure): void
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
 * @param ground what is behind it on the page
 */
export function createMark(ground: 'light' | 'dark', editing: MarkEditing): Mark {
  const { host, body, isInUse } = guest('mark', ground)
  const text = element('span', '')
  const eye = eyeIcon()
  const button = makeButton('mark', press, foldIcon(), text)
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
    call(host, 'after', added.host)
    onUser(added.host, 'pointerenter', () => clearTimeout(timer))
    onUser(added.host, 'pointerleave', closeSoon)
    onUser(added.host, 'focusin', () => clearTimeout(timer))
    onUser(added.host, 'focusout', closeSoon)
    onUser(added.host, 'keydown', closeOnEscape)
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

  async function press(): Promise<void> {
    if (known?.status !== undefined) {
      openCard()
      return
    }
    const result = await editing.edit({ status: 'saved' }, crypto.randomUUID())
    if (!result.ok) text.textContent = failureWords(result.error)
  }

  onUser(host, 'pointerenter', ({ pointerType }) => {
    if (pointerType === 'touch') return
    clearTimeout(timer)
    timer = setTimeout(openCard, openDelay)
  })
  onUser(host, 'pointerleave', closeSoon)
  onUser(button, 'focus', () => {
    if (!isClosing && button.matches(':focus-visible')) openCard()
  })
  onUser(button, 'blur', closeSoon)
  onUser(button, 'keydown', closeOnEscape)
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
    showFailure(failure) {
      if (button.ariaExpanded === 'true') text.textContent = failureWords(failure)
    },
    remove() {
      clearTimeout(timer)
      host.remove()
      void card?.leave()
    },
  }
}

/** "saved", "read 12 March", "▲ 29 · #5 on 22 July", "2 tags". */
function textOf({ statusText, tagsText = '', facts }: Knowledge): string {
  return statusText ?? (facts.map(({ text }) => text).join(' · ') || tagsText)
}
