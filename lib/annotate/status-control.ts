import type { ControlWords } from '../messaging/protocol'
import { type Status, statuses } from '../papers/entry'
import { element, button as makeButton } from './element'
import { foldIcon } from './fold'
import { onUser } from './user-events'

export interface StatusControl {
  readonly element: HTMLElement
  show(status: Status | undefined): void
}

/**
 * Saves the paper, and chooses among the statuses. Closed, it is one button: "Save", or the paper's status,
 * which opens the others. Open, it is the four statuses, of which the paper's own is pressed; pressing that
 * takes it back.
 *
 * @param isAlwaysOpen where there is room
 */
export function createStatusControl(
  choose: (status: Status | null) => Promise<unknown>,
  words: ControlWords,
  isAlwaysOpen: boolean,
): StatusControl {
  const group = element('span', '')
  group.role = 'group'
  let chosen: Status | undefined
  let isOpen = isAlwaysOpen

  const buttons = statuses.map((status) => {
    const label = element('span', '')
    const icon = status === 'saved' ? [foldIcon()] : []
    const button = makeButton(status, () => press(status), ...icon, label)
    return { status, button, label }
  })
  group.append(...buttons.map(({ button }) => button))

  async function press(status: Status): Promise<void> {
    if (chosen === status && !isOpen) {
      isOpen = true
      render()
      return
    }
    isOpen = isAlwaysOpen
    await choose(chosen === status ? null : status)
    render()
  }

  function render(): void {
    group.className = `statuses ${chosen ?? 'none'}${isOpen ? ' open' : ''}`
    for (const { status, button, label } of buttons) {
      const isChosen = status === chosen
      button.toggleAttribute('data-chosen', isChosen)
      button.ariaPressed = isOpen ? String(isChosen) : null
      const isToSave = status === 'saved' && chosen === undefined && !isOpen
      label.textContent = isToSave ? words.save : words.statuses[status]
      button.ariaExpanded = isAlwaysOpen || !isChosen ? null : String(isOpen)
      button.title = isChosen && isOpen && status === 'saved' ? words.unsave : ''
    }
  }

  onUser(group, 'keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen || isAlwaysOpen) return
    event.stopPropagation()
    isOpen = false
    render()
  })
  render()
  return {
    element: group,
    show(status) {
      chosen = status
      render()
    },
  }
}
