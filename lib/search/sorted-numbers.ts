/** Numbers that are added in their order, and looked for in their order. */
export class SortedNumbers {
  #numbers = new Float64Array(1_024)
  #length = 0
  #next = 0

  get length(): number {
    return this.#length
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = new Float64Array(this.#length * 2)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    this.#numbers[this.#length++] = number
  }

  /** Looks from the first number on again. */
  rewind(): void {
    this.#next = 0
  }

  /**
   * Whether this number is among them. Fast where it is near the one that was looked for before.
   *
   * @param number no smaller than the last one that was looked for
   */
  skipTo(number: number): boolean {
    const numbers = this.#numbers
    let low = this.#next
    let step = 1
    while (low + step < this.#length && (numbers[low + step] ?? 0) < number) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step, this.#length)
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((numbers[middle] ?? 0) < number) low = middle + 1
      else high = middle
    }
    this.#next = low
    return low < this.#length && numbers[low] === number
  }
}
