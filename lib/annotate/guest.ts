import annotations from './annotations.css?inline'
import barHost from './bar-host.css?inline'
import cardHost from './card-host.css?inline'
import { element } from './element'
import markHost from './mark-host.css?inline'

/** An element of ours in a page that is not ours. */
export interface Guest {
  readonly host: HTMLElement
  readonly body: HTMLElement
  /** Styles the host further, over whatever the page says of it. */
  style(declarations: string): void
  /** Whether the pointer is on it, or the keyboard in it. A button that was just clicked does not count. */
  isInUse(): boolean
}

type Kind = 'bar' | 'card' | 'mark'

/*
 * An ordinary element: the page could define one with a hyphen in its name as a class of its own, whose internals lead
 * into the closed root. Ordinary elements have rules in the styles of pages, so that those of the host are important.
 */
const names = { bar: 'div', card: 'div', mark: 'span' } as const
const hostStyles = { bar: barHost, card: cardHost, mark: markHost }

/**
 * Makes an element with a closed root, in which the page reads nothing. Its styles travel inside the script, since a
 * file would be one that the page can ask for.
 *
 * @param ground what is behind it on the page
 */
export function guest(kind: Kind, ground: 'light' | 'dark'): Guest {
  const host = document.createElement(names[kind])
  const root = host.attachShadow({ mode: 'closed' })
  const body = element('span', ground)
  const further = element('style', '')
  root.append(element('style', '', annotations, hostStyles[kind]), further, body)
  // What is pressed in it is not meant for the shortcuts of the page.
  for (const type of ['keydown', 'keypress', 'keyup']) {
    host.addEventListener(type, (event) => event.stopPropagation())
  }
  return {
    host,
    body,
    style(declarations) {
      further.textContent = `:host{${declarations}}`
    },
    isInUse: () => host.matches(':hover') || root.activeElement?.matches(inUse) === true,
  }
}

const inUse = ':focus-visible, iframe'
