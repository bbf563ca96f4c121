import { i18n } from '../i18n'
import type { Knowledge } from '../messaging/protocol'
import { element } from './element'
import { foldIcon } from './fold'

/** What the user does with it: save the paper, or take that back. */
export type Toggle = (save: boolean) => Promise<void>

export interface SaveButton {
  readonly button: HTMLButtonElement
  /** @param label what is written on it */
  show(known: Knowledge | undefined, label: string): void
}

/**
 * The one control that bar and mark share. It takes clicks of the user only, never of the page's scripts,
 * and goes only between saved and not saved: a paper that is read or hidden keeps that.
 */
export function saveButton(toggle: Toggle): SaveButton {
  const text = element('span', '')
  const button = element('button', '', foldIcon(), text)
  button.type = 'button'
  let saved = false
  let busy = false

  button.addEventListener('click', async (event) => {
    event.preventDefault()
    event.stopPropagation()
    if (!event.isTrusted || busy || button.ariaDisabled === 'true') return
    busy = true
    button.ariaBusy = 'true'
    await toggle(!saved)
    busy = false
    button.ariaBusy = null
  })

  return {
    button,
    show(known, label) {
      saved = known?.status === 'saved'
      text.textContent = label
      button.ariaPressed = String(known?.status !== undefined)
      const isFixed = known?.status !== undefined && !saved
      button.ariaDisabled = isFixed ? 'true' : null
      const action = saved ? i18n.t('paper.unsave') : i18n.t('paper.save')
      button.title = isFixed ? label : action
    },
  }
}
