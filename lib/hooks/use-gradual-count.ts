import { useEffect, useState } from 'preact/hooks'

/** More rows than a window shows, and few enough to be drawn within a frame. */
const portion = 60

/**
 * How many rows of a list to draw: the first ones at once, and more with each frame, so that the list of a month
 * is on the screen as soon as that of a day.
 *
 * @param key of the list; another list starts anew
 */
export function useGradualCount(key: string | undefined, total: number): number {
  const [drawn, setDrawn] = useState({ key, count: portion })
  const count = drawn.key === key ? drawn.count : portion
  useEffect(() => {
    if (count >= total) return
    const frame = requestAnimationFrame(() => setDrawn({ key, count: count + portion }))
    return () => cancelAnimationFrame(frame)
  }, [key, count, total])
  return count
}
