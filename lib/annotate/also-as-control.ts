import type { ControlWords, Description } from '../messaging/protocol'
import type { PaperId } from '../papers/paper-id'
import { element } from './element'
import { onPress } from './press'

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
          const button = element('button', 'separate', '×')
          button.type = 'button'
          button.title = words.separate.replace('{name}', () => text)
          button.ariaLabel = button.title
          onPress(button, () => separate(name))
          return element('li', '', text, button)
        }),
      )
    },
  }
}
