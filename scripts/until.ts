import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits for something that gives no event of its own: the badge, or what is inside a closed shadow root.
 *
 * @param what for the message, as in "the badge says 3"
 * @param seconds how long at most
 * @returns the first value that is not undefined
 * @throws Error when the time is over, also while it still looks; what looking throws
 */
export async function until<T>(
  what: string,
  seconds: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const isOver = new AbortController()
  const { signal } = isOver
  const tooLate = pause(seconds * 1_000, undefined, { signal }).then(() => {
    throw new Error(`Waited ${seconds} seconds in vain: ${what}`)
  })
  try {
    // A look may get no answer.
    return await Promise.race([keepLooking(look, signal), tooLate])
  } finally {
    isOver.abort()
  }
}

async function keepLooking<T>(look: () => Promise<T | undefined>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await pause(50, undefined, { signal })
  }
}
