import { useEffect, useRef, useState } from 'preact/hooks'
import { typeAhead } from './type-ahead'

export interface FindOverlay {
  /** It is wanted: keys are no longer for the list. */
  readonly isOpen: boolean
  /** It is there to be drawn. */
  readonly isLoaded: boolean
  /** What was typed since it was opened, for its field. To be called once, when the field is there. */
  takeTyped(): string
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
  const endTyping = useRef<() => string>(() => '')
  useEffect(() => {
    if (!isOpen && before.current instanceof HTMLElement) {
      before.current.focus({ preventScroll: true })
    }
  }, [isOpen])
  return {
    isOpen,
    isLoaded,
    takeTyped() {
      const typed = endTyping.current()
      endTyping.current = () => ''
      return typed
    },
    open() {
      if (isOpen) return
      before.current = document.activeElement
      endTyping.current()
      endTyping.current = typeAhead()
      setIsOpen(true)
      // Where it can't be loaded, the list stays usable.
      load().then(() => setIsLoaded(true), close)
    },
    close,
  }

  function close(): void {
    endTyping.current()
    setIsOpen(false)
  }
}
