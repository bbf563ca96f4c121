/**
 * What one group of a page's tags says about a paper, as it was found. The groups are asked in the order in
 * which they are trusted.
 */
export interface Witness {
  readonly title?: string | undefined
  /** In reading order. */
  readonly authors: readonly string[]
  readonly abstract?: string | undefined
  readonly dates: readonly string[]
  readonly venue?: string | undefined
  /** In any form; addresses, too. */
  readonly ids: readonly string[]
  readonly pdf?: string | undefined
}
