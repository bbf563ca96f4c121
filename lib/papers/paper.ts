import type { PaperId } from './paper-id'

/** A work, as far as the lists or its own page tell. Everything here can be fetched again. */
export interface Paper {
  readonly id: PaperId
  /** Other names of the same work. Never holds `id` itself. */
  readonly aliases: readonly PaperId[]
  /** One line, white space collapsed. Text, never HTML. */
  readonly title: string
  /** In the order of the paper; authors that the source hides are not in it. */
  readonly authors: readonly string[]
  readonly organization?: string
  /** The organisation and the member who submitted it, as in the addresses of their pages on Hugging Face. */
  readonly organizationHandle?: string
  readonly submitterHandle?: string
  /** When its first version came out, as exactly as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly publishedOn?: string
  /** The journal, the conference or the book. */
  readonly venue?: string
  /** One or two sentences written by the source's model. */
  readonly aiSummary?: string
  readonly keywords: readonly string[]
  /** Votes on Hugging Face at the last sync. */
  readonly votes?: number
  readonly comments?: number
  readonly code?: Code
  readonly projectUrl?: string
  /** Where its own page has it as a PDF. */
  readonly pdfUrl?: string
  /** A picture of it on the host that has the thumbnails of Hugging Face. */
  readonly thumbnailUrl?: string
  /** The newest daily list that holds it. */
  readonly listed?: Listing
  /** Who told us: a source's word is never replaced by a page's. */
  readonly origin: 'source' | 'page'
}

export interface Code {
  /** `https://github.com/owner/name` */
  readonly url: string
  readonly stars?: number
}

/** A paper's place in a daily list. */
export interface Listing {
  readonly source: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** From 1. */
  readonly rank: number
}

/** The longest texts that are kept: longer ones are cut by whoever reads them from outside. */
export const limits = {
  title: 1_000,
  author: 300,
  handle: 96,
  authors: 5_000,
  abstract: 20_000,
  summary: 4_000,
  venue: 1_000,
  keyword: 200,
  keywords: 100,
} as const
