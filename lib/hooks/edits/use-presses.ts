import { useCallback, useLayoutEffect, useRef } from 'preact/hooks'

/** Counts what the user has pressed on this page, keys and pointers alike, so that one can tell whether they went on. */
export function usePresses(): () => number {
  const count = useRef(0)
  useLayoutEffect(() => {
    const note = () => {
      count.current += 1
    }
    // Before anyone acts on it.
    document.addEventListener('keydown', note, { capture: true })
    document.addEventListener('pointerdown', note, { capture: true })
    return () => {
      document.removeEventListener('keydown', note, { capture: true })
      document.removeEventListener('pointerdown', note, { capture: true })
    }
  }, [])
  return useCallback(() => count.current, [])
}
