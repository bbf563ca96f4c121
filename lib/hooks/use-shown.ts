import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * Calls back with the elements below `container` that match `selector` once they have been on screen: at
 * least half of each, while the page is visible. Each batch of elements comes in one call.
 */
export function useShown(
  container: RefObject<HTMLElement | null>,
  selector: string,
  onShown: (elements: readonly Element[]) => void,
  inputs: readonly unknown[],
): void {
  useEffect(() => {
    const observer = new IntersectionObserver(
      (changes) => {
        const shown = changes.filter(({ isIntersecting }) => isIntersecting)
        if (shown.length === 0 || document.visibilityState !== 'visible') return
        for (const { target } of shown) observer.unobserve(target)
        onShown(shown.map(({ target }) => target))
      },
      { threshold: 0.5 },
    )
    for (const element of container.current?.querySelectorAll(selector) ?? []) {
      observer.observe(element)
    }
    return () => observer.disconnect()
  }, inputs)
}
