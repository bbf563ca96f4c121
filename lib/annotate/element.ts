import css from './annotations.css?inline'

/**
 * Makes an element with text or other nodes in it. Text stays text: there is no way to hand in HTML.
 *
 * @param className may be empty
 */
export function element<N extends keyof HTMLElementTagNameMap>(
  name: N,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[N] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/**
 * An element of ours for a page that is not ours: a closed root, so that the page reads nothing in it, with
 * styles that travel inside the script, since there is no file that a page could ask for.
 *
 * @param ground what is behind it on the page
 */
export function guest(name: GuestName, ground: 'light' | 'dark'): Guest {
  const host = document.createElement(name)
  const root = host.attachShadow({ mode: 'closed' })
  const body = element('span', ground)
  root.append(element('style', '', css), body)
  // What is typed into our fields is not meant for the shortcuts of the page.
  for (const type of ['keydown', 'keypress', 'keyup', 'input', 'paste']) {
    host.addEventListener(type, (event) => event.stopPropagation())
  }
  return {
    host,
    body,
    isInUse: () => host.matches(':hover') || root.activeElement?.matches(inUse) === true,
  }
}

type GuestName = 'dogear-bar' | 'dogear-card' | 'dogear-mark'

export interface Guest {
  readonly host: HTMLElement
  readonly body: HTMLElement
  /** Whether the pointer is on it, or the keyboard in it. A button that was just clicked does not count. */
  isInUse(): boolean
}

const inUse = ':focus-visible, input, textarea'
