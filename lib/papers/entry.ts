import { entryLimits } from './limits'
import type { PaperId } from './paper-id'

export const statuses = ['saved', 'reading', 'read', 'hidden'] as const
export type Status = (typeof statuses)[number]

/**
 * What the user knows about a paper. User data: only the user's own action changes it.
 * Times are milliseconds since the epoch.
 */
export interface Entry {
  readonly paperId: PaperId
  /** Absent when the user took the status back; tags, note and dates stay. */
  readonly status?: Status
  readonly statusAt?: number
  readonly tags: readonly string[]
  readonly note: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** What the user changes in an entry; what is absent stays as it is. */
export interface EntryChange {
  /** Null takes the status back. */
  readonly status?: Status | null
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
  readonly note?: string
}

/** A tag as it is kept: one line, without the `#` that some write before it. Empty where nothing is left. */
export function normalizeTag(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/^#+/, '').slice(0, entryLimits.tag).trim()
}

/** Tags are the same whatever their case; the first spelling is the one that is kept. */
export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
