/**
 * Calls back when the user presses a button, by mouse, touch or key, but not when a script of the page does,
 * and not again while the last press is still being dealt with. The page does not hear of it.
 */
export function onPress(button: HTMLButtonElement, act: () => Promise<unknown>): void {
  let isBusy = false
  button.addEventListener('click', async (event) => {
    event.preventDefault()
    event.stopPropagation()
    if (!event.isTrusted || isBusy) return
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
