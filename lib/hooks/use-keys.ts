import { useEffect, useRef } from 'preact/hooks'

/**
 * Single-key commands for a whole page. A key that is typed into a field, or held with Ctrl, Alt or Meta, is
 * left alone, and so is every key while a dialog is open.
 *
 * @param commands by `KeyboardEvent.key`; one that returns false leaves the key to the browser
 */
export function useKeys(commands: Readonly<Record<string, () => unknown>>): void {
  // Those of what is on the screen: an effect of its own comes later, and keys can come before it.
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select'))
        return
      if (document.querySelector('dialog:modal') !== null) return
      const now = latest.current
      const command = Object.hasOwn(now, event.key) ? now[event.key] : undefined
      if (command === undefined || command() === false) return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
