import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Single-key commands for a whole page. A key that is typed into a field, or held with Alt, is left alone, and so
 * is every key while a dialog is open.
 *
 * @param commands by `KeyboardEvent.key`, with `Shift+` before a letter or a key that has a name, and with `Ctrl+`
 *   where Ctrl or Command is held; without a command of its own a key with Shift means what it means without, a
 *   letter excepted. One that returns false leaves the key to the browser
 */
export function useKeys(commands: Readonly<Record<string, () => unknown>>): void {
  // Set while drawing: an effect would run later, and a key can come before it.
  const latest = useRef(commands)
  latest.current = commands
  // Before the list is painted, because a key may be pressed as soon as it is seen.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing) return
      if (event.target instanceof HTMLElement && event.target.matches(fields)) return
      if (document.querySelector('dialog:modal') !== null) return
      const now = latest.current
      const name = namesOf(event).find((one) => Object.hasOwn(now, one))
      const command = name === undefined ? undefined : now[name]
      if (command === undefined || command() === false) return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** A checkbox takes no letters. */
const fields = 'input:not([type="checkbox"]), textarea, select'

/** The names of a command that a key may have, the one that counts first. */
function namesOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): readonly string[] {
  if (ctrlKey || metaKey) return shiftKey ? [] : [`Ctrl+${key.toLowerCase()}`]
  const isLetter = /^[a-z]$/i.test(key)
  if (!shiftKey || (key.length === 1 && !isLetter)) return [key]
  return isLetter ? [`Shift+${key.toLowerCase()}`] : [`Shift+${key}`, key]
}
