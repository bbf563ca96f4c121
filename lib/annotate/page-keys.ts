/**
 * Calls back when the user presses one of these keys alone and is not writing. What the page deals with itself
 * is left to it, and so is a key for which there is nothing to do.
 *
 * @param actions say whether there was something to do
 */
export function listenForKeys(
  actions: Readonly<Record<string, () => boolean>>,
  signal: AbortSignal,
): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const { key, target, isTrusted, defaultPrevented, repeat } = event
      const hasModifier = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
      if (!isTrusted || defaultPrevented || repeat || hasModifier) return
      if (!(target instanceof Element) || isForWriting(target)) return
      if (Object.hasOwn(actions, key) && actions[key]?.()) event.preventDefault()
    },
    { signal },
  )
}

/** Elements of ours keep their keys to themselves. */
function isForWriting(element: Element): boolean {
  return (
    element.matches('input, textarea, select, [role="textbox"], [role="combobox"]') ||
    (element instanceof HTMLElement && element.isContentEditable)
  )
}
