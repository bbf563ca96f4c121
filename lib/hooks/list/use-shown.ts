import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** How long a title has to be on screen to have been seen, in milliseconds: long enough to be read. */
const dwell = 1_000

/**
 * Calls back with the elements below `container` that match `selector` once the user has had time to see
 * them: at least half of each on screen for a second, while the page is visible.
 */
export function useShown(
  container: RefObject<HTMLElement | null>,
  selector: string,
  onShown: (elements: readonly Element[]) => void,
  inputs: readonly unknown[],
): void {
  useEffect(() => {
    const onScreen = new Set<Element>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) onScreen.add(target)
          else onScreen.delete(target)
        }
        wait()
      },
      { threshold: 0.5 },
    )

    function wait(): void {
      clearTimeout(timer)
      timer = setTimeout(report, dwell)
    }

    function report(): void {
      if (onScreen.size === 0 || document.visibilityState !== 'visible') return
      const shown = [...onScreen]
      onScreen.clear()
      for (const element of shown) observer.unobserve(element)
      onShown(shown)
    }

    for (const element of container.current?.querySelectorAll(selector) ?? []) {
      observer.observe(element)
    }
    document.addEventListener('visibilitychange', wait)
    return () => {
      document.removeEventListener('visibilitychange', wait)
      clearTimeout(timer)
      observer.disconnect()
    }
  }, inputs)
}
