/**
 * Collects what is typed on the page for a field that is still to come.
 *
 * @returns a function that ends it and returns what was typed, to be put into the field
 */
export function typeAhead(): () => string {
  let typed = ''
  const onKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    if (ctrlKey || metaKey || altKey || isComposing) return
    if (key === 'Backspace') typed = typed.slice(0, -1)
    else if (key.length === 1) typed += key
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // In the capturing phase, before listeners that have commands for these keys.
  document.addEventListener('keydown', onKey, true)
  return () => {
    document.removeEventListener('keydown', onKey, true)
    return typed
  }
}
