import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits for something that gives no event of its own: the badge, or what is inside a closed shadow root.
 *
 * @param what for the message, as in "the badge says 3"
 * @param seconds how long at most
 * @returns the first value that is not undefined
 * @throws Error when the time is over
 */
export async function until<T>(
  what: string,
  seconds: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + seconds * 1_000
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`Waited ${seconds} seconds in vain: ${what}`)
    await pause(50)
  }
}
