/** The first ones of many, in order, without putting all in order. */
export class TopList<T> {
  readonly items: T[] = []
  /** How many were added. */
  total = 0
  readonly #limit: number
  readonly #compare: (one: T, other: T) => number

  /** @param compare below 0 where the one comes first; no two are alike */
  constructor(limit: number, compare: (one: T, other: T) => number) {
    this.#limit = limit
    this.#compare = compare
  }

  add(item: T): void {
    this.total += 1
    const last = this.items.at(-1)
    const isFull = this.items.length >= this.#limit
    if (isFull && (last === undefined || this.#compare(last, item) < 0)) return
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(this.items[middle] as T, item) < 0) low = middle + 1
      else high = middle
    }
    this.items.splice(low, 0, item)
    if (isFull) this.items.pop()
  }
}
