/**
 * Places in documents: added document by document, and looked for document by document, in their order within
 * each. Everything is a small whole number: larger ones would each be an object of their own.
 */
export class Places {
  /** Of each document: where its places begin and end. */
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  #places = new Int32Array(1_024)
  #length = 0
  #document = -1
  #next = 0

  /** @param documents how many there are */
  constructor(documents: number) {
    this.#starts = new Int32Array(documents)
    this.#ends = new Int32Array(documents)
  }

  add(document: number, place: number): void {
    if (this.#length === this.#places.length) {
      const grown = new Int32Array(this.#length * 2)
      grown.set(this.#places)
      this.#places = grown
    }
    if (this.#ends[document] === 0) this.#starts[document] = this.#length
    this.#places[this.#length++] = place
    this.#ends[document] = this.#length
  }

  /** @param place no smaller than the last one that was looked for in this document */
  has(document: number, place: number): boolean {
    if (document !== this.#document) {
      this.#document = document
      this.#next = this.#starts[document] ?? 0
    }
    const end = this.#ends[document] ?? 0
    while (this.#next < end && (this.#places[this.#next] ?? 0) < place) this.#next++
    return this.#next < end && this.#places[this.#next] === place
  }

  /** Looks from the first place on again, for another word. */
  rewind(): void {
    this.#document = -1
  }
}
