import { useEffect, useRef, useState } from 'preact/hooks'

export interface FindOverlay {
  /** It is wanted: keys are no longer for the list. */
  readonly isOpen: boolean
  /** It is there to be drawn. */
  readonly isLoaded: boolean
  open(): void
  close(): void
}

/**
 * A search that is opened over a list and closed again. What had the focus before gets it back.
 *
 * @param load loads what searches, when it is first opened
 */
export function useFindOverlay(load: () => Promise<unknown>): FindOverlay {
  const [isOpen, setIsOpen] = useState(false)
  const [isLoaded, setIsLoaded] = useState(false)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (!isOpen && before.current instanceof HTMLElement) {
      before.current.focus({ preventScroll: true })
    }
  }, [isOpen])
  return {
    isOpen,
    isLoaded,
    open() {
      if (isOpen) return
      before.current = document.activeElement
      setIsOpen(true)
      // Where it can't be loaded, the list stays usable.
      load().then(
        () => setIsLoaded(true),
        () => setIsOpen(false),
      )
    },
    close: () => setIsOpen(false),
  }
}
