/**
 * So much at once, and so much more each minute.
 */
export class Allowance {
  readonly #most: number
  readonly #perMinute: number
  #left: number
  #at: number

  /** @param now milliseconds of a clock that only goes forward, here as in `take` */
  constructor(most: number, perMinute: number, now = performance.now()) {
    this.#most = most
    this.#perMinute = perMinute
    this.#left = most
    this.#at = now
  }

  /**
   * Takes so much of it, where it is there.
   *
   * @param count what is more than there ever is at once counts as all that there is
   * @returns for how many milliseconds it is still to be waited for; 0 where it was taken
   */
  take(count = 1, now = performance.now()): number {
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / minute) * this.#perMinute)
    this.#at = now
    const missing = Math.min(count, this.#most) - this.#left
    if (missing > 0) return Math.ceil((missing / this.#perMinute) * minute)
    this.#left -= Math.min(count, this.#most)
    return 0
  }
}

const minute = 60_000
