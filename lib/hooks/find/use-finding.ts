import { useEffect, useRef, useState } from 'preact/hooks'
import { typeAhead } from './type-ahead'

export interface Finding<View> {
  readonly isOpen: boolean
  /** What searches; undefined until it is loaded. */
  readonly View: View | undefined
  /** What was typed since it was opened, for its field. To be called once, when the field is there. */
  takeTyped(): string
  open(): void
  close(): void
}

/**
 * A search that is opened over a list and closed again. What had the focus before gets it back.
 *
 * @param load is called when the search is opened first
 */
export function useFinding<View>(load: () => Promise<View>): Finding<View> {
  const [isOpen, setIsOpen] = useState(false)
  const [View, setView] = useState<View>()
  const before = useRef<Element | null>(null)
  const endTyping = useRef<() => string>(() => '')
  useEffect(() => {
    if (!isOpen && before.current instanceof HTMLElement) {
      before.current.focus({ preventScroll: true })
    }
  }, [isOpen])
  return {
    isOpen,
    View,
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
      load().then((loaded) => setView(() => loaded), close)
    },
    close,
  }

  function close(): void {
    endTyping.current()
    setIsOpen(false)
  }
}
