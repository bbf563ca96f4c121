/**
 * Keeps a part of the page at the top of the window while the parts above it fill, each in the frame that it grows in.
 * Ends when nothing in the page is busy, or when the reader does something.
 *
 * @param part a child, however deep, of what grows
 */
export function keepInView(part: Element): void {
  const ending = new AbortController()
  const growth = new ResizeObserver(() => {
    part.scrollIntoView()
    if (document.querySelector('[aria-busy="true"]') === null) ending.abort()
  })
  ending.signal.addEventListener('abort', () => growth.disconnect())
  for (const press of ['wheel', 'keydown', 'pointerdown'] as const) {
    addEventListener(press, () => ending.abort(), { passive: true, signal: ending.signal })
  }
  growth.observe(document.body)
}
