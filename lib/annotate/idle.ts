/** In milliseconds: half a frame. */
const longestSlice = 8

/** In a page that is never idle, after so many milliseconds all the same. */
const longestPause = 100

export function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: longestPause })
  })
}

/**
 * Does work a little at a time, so that nobody who uses the page waits for it.
 *
 * @param steps each is short; what it gives is not looked at
 */
export async function inSlices(steps: Iterable<unknown>): Promise<void> {
  let pauseAt = performance.now() + longestSlice
  for (const _step of steps) {
    if (performance.now() < pauseAt) continue
    await idle()
    pauseAt = performance.now() + longestSlice
  }
}
