import type { ControlWords, Description } from '../messaging/protocol'
import type { PaperId } from '../papers/paper-id'
import { button, element } from './element'

export interface AlsoAsControl {
  readonly element: HTMLElement
  show(names: Description['alsoAs']): void
}

/** The paper's other names. Where one is of another paper the user says so, and it goes. */
export function createAlsoAsControl(
  separate: (name: PaperId) => Promise<unknown>,
  words: ControlWords,
): AlsoAsControl {
  const list = element('ul', 'names')
  const whole = element('span', 'also-as', words.alsoAs, list)
  whole.hidden = true
  return {
    element: whole,
    show(names) {
      whole.hidden = names.length === 0
      list.replaceChildren(
        ...names.map(({ name, text }) => {
          const apart = button('separate', () => separate(name), '×')
          apart.title = words.separate.replace('{name}', () => text)
          apart.ariaLabel = apart.title
          return element('li', '', text, apart)
        }),
      )
    },
  }
}
