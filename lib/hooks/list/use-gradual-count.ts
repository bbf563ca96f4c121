import { useEffect, useState } from 'preact/hooks'

/** Few enough to be drawn within a frame. */
const portion = 60

/**
 * How many rows of a list to draw: the first ones at once, and more with each frame, so that a long list is on the
 * screen as soon as a short one.
 *
 * @param key of the list; another list starts over
 * @param first more rows than are on the screen: the first frame waits for them
 */
export function useGradualCount(key: string | undefined, total: number, first: number): number {
  const [drawn, setDrawn] = useState({ key, count: first })
  const count = drawn.key === key ? drawn.count : first
  useEffect(() => {
    if (count >= total) return
    const frame = requestAnimationFrame(() => setDrawn({ key, count: count + portion }))
    return () => cancelAnimationFrame(frame)
  }, [key, count, total])
  return count
}
