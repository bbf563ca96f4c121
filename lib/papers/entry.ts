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

/**
 * The entry after the user chose a status, or took it back.
 *
 * @param before the entry as stored, or undefined where the paper has none
 * @param status the chosen status; null takes it back
 * @param now milliseconds since the epoch
 */
export function withStatus(
  before: Entry | undefined,
  paperId: PaperId,
  status: Status | null,
  now: number,
): Entry {
  const { status: _status, statusAt: _statusAt, ...rest } = before ?? {
    paperId,
    tags: [],
    note: '',
    createdAt: now,
    updatedAt: now,
  }
  return status === null
    ? { ...rest, updatedAt: now }
    : { ...rest, status, statusAt: now, updatedAt: now }
}
