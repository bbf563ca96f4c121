import { useCallback, useLayoutEffect, useRef } from 'preact/hooks'

/** Counts key and pointer presses on this page: the same count later means that the user has done nothing since. */
export function usePresses(): () => number {
  const count = useRef(0)
  useLayoutEffect(() => {
    const note = () => {
      count.current += 1
    }
    // In the capture phase, before any other listener acts on the press.
    document.addEventListener('keydown', note, { capture: true })
    document.addEventListener('pointerdown', note, { capture: true })
    return () => {
      document.removeEventListener('keydown', note, { capture: true })
      document.removeEventListener('pointerdown', note, { capture: true })
    }
  }, [])
  return useCallback(() => count.current, [])
}
