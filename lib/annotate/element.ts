import { onPress } from './user-events'

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

/** Makes a button that can be pressed by the user and by nobody else. */
export function button(
  className: string,
  act: (() => Promise<unknown>) | undefined,
  ...children: (Node | string)[]
): HTMLButtonElement {
  const made = element('button', className, ...children)
  made.type = 'button'
  if (act !== undefined) onPress(made, act)
  return made
}
