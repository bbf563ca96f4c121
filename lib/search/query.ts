import type { Status } from '../papers/entry'

/** A search for the papers that have every term and pass every filter. */
export interface Query {
  readonly terms: readonly Term[]
  readonly filters: readonly Filter[]
  /** All that was typed, which may be an id or the address of a paper. */
  readonly typed?: string
}

/** The part of what is known of a paper in which a term is looked for. */
export type TermField = 'title' | 'author' | 'org' | 'keyword'

export interface Term {
  /** As `wordsIn` gives them. More than one stand next to each other, in this order. */
  readonly words: readonly string[]
  /** Absent where any part will do. */
  readonly field?: TermField
  /** Whether the last word may go on: `tok` finds "tokens". */
  readonly isPrefix: boolean
  /** Whether papers with it are left out. */
  readonly isExcluded: boolean
}

export type Filter = { readonly isExcluded: boolean } & (
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'has'; readonly what: 'code' | 'note' | 'tags' }
  /** Of the day on which it was listed, else of its publication; `YYYY-MM-DD`, itself included. */
  | { readonly kind: 'after' | 'before'; readonly day: string }
)
