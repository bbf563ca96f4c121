type Events = HTMLElementEventMap & DocumentEventMap & WindowEventMap

/**
 * Listens to what the user does. Events that a script of the page sets off are not heard.
 *
 * @param options as of `addEventListener`
 */
export function onUser<N extends keyof Events>(
  target: EventTarget,
  type: N,
  act: (event: Events[N]) => unknown,
  options: AddEventListenerOptions = {},
): void {
  target.addEventListener(
    type,
    (event) => {
      if (event.isTrusted) act(event as Events[N])
    },
    options,
  )
}

/**
 * Calls back when the user presses a button, by mouse, touch or key, and not again while the last press is still being
 * dealt with. The page does not hear of it.
 */
export function onPress(button: HTMLButtonElement, act: () => Promise<unknown>): void {
  let isBusy = false
  onUser(button, 'click', async (event) => {
    event.preventDefault()
    event.stopPropagation()
    if (isBusy) return
    isBusy = true
    button.ariaBusy = 'true'
    try {
      await act()
    } finally {
      isBusy = false
      button.ariaBusy = null
    }
  })
}
