/**
 * Collects what is typed on the page for a field that is still to come.
 *
 * @returns ends it, and gives what was typed; whoever has the field puts it there
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
  // Before those who have commands for these keys.
  document.addEventListener('keydown', onKey, true)
  return () => {
    document.removeEventListener('keydown', onKey, true)
    return typed
  }
}
