import { useEffect } from 'preact/hooks'

/** What a popup asks for, and what it does not go below, in CSS pixels. */
const wantedHeight = 600
const leastHeight = 250
/** The window of a popup grows with what is in it, from nothing; it has its size after this, in milliseconds. */
const settling = 250

/**
 * Keeps `--popup-height` at what the window really gives: on a low screen or at a large zoom that is less than
 * a popup asks for, and then the list is to scroll, not the popup as a whole.
 *
 * @param isPopup elsewhere nothing is done
 */
export function useFittingHeight(isPopup: boolean): void {
  useEffect(() => {
    if (!isPopup) return
    let timer: ReturnType<typeof setTimeout> | undefined
    function fit(): void {
      if (innerHeight < leastHeight) return
      const height = `${Math.min(wantedHeight, innerHeight)}px`
      document.documentElement.style.setProperty('--popup-height', height)
    }
    function fitSoon(): void {
      clearTimeout(timer)
      timer = setTimeout(fit, settling)
    }
    fitSoon()
    addEventListener('resize', fitSoon)
    return () => {
      clearTimeout(timer)
      removeEventListener('resize', fitSoon)
    }
  }, [isPopup])
}
