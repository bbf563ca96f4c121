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

/** The longest that a user may write. */
export const entryLimits = { tag: 60, tags: 100, note: 20_000 } as const

/**
 * The entry after a change of the user's. Tags are added and removed one by one, so that what another tab
 * changed in the meantime stays.
 *
 * @param before the entry as stored, or undefined where the paper has none
 * @param now milliseconds since the epoch
 */
export function changeEntry(
  before: Entry | undefined,
  paperId: PaperId,
  { status, addTags = [], removeTags = [], note }: EntryChange,
  now: number,
): Entry {
  const entry = before ?? { paperId, tags: [], note: '', createdAt: now, updatedAt: now }
  const { status: oldStatus, statusAt: oldStatusAt, ...rest } = entry
  const kept = {
    ...(oldStatus === undefined ? {} : { status: oldStatus }),
    ...(oldStatusAt === undefined ? {} : { statusAt: oldStatusAt }),
  }
  return {
    ...rest,
    // What has the status already has had it since then.
    ...(status === undefined || status === oldStatus ? kept : statusSince(status, now)),
    tags: changeTags(entry.tags, addTags, removeTags),
    note: note ?? entry.note,
    updatedAt: now,
  }
}

function statusSince(status: Status | null, now: number): Pick<Entry, 'status' | 'statusAt'> {
  return status === null ? {} : { status, statusAt: now }
}

function changeTags(
  before: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const tags = before.filter((tag) => !removed.some((other) => isSameTag(tag, other)))
  for (const text of added) {
    const tag = normalizeTag(text)
    if (tag !== '' && !tags.some((other) => isSameTag(tag, other))) tags.push(tag)
  }
  const isUnchanged = tags.length === before.length && tags.every((tag, i) => tag === before[i])
  return isUnchanged ? before : tags.slice(0, entryLimits.tags)
}

/** A tag as it is kept: one line, without the `#` that some write before it. Empty where nothing is left. */
export function normalizeTag(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/^#+/, '').slice(0, entryLimits.tag).trim()
}

/** Tags are the same whatever their case; the first spelling is the one that is kept. */
export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The part of an entry that the user writes. */
type Words = Pick<Entry, 'status' | 'tags' | 'note'>

/**
 * The change that takes another one back.
 *
 * @param before what the entry was before that change; undefined where there was none
 * @param after what it was right after it
 */
export function inverseChange(before: Words | undefined, after: Words): EntryChange {
  const oldTags = before?.tags ?? []
  const addTags = oldTags.filter((tag) => !after.tags.includes(tag))
  const removeTags = after.tags.filter((tag) => !oldTags.includes(tag))
  const oldNote = before?.note ?? ''
  return {
    ...(before?.status === after.status ? {} : { status: before?.status ?? null }),
    ...(addTags.length === 0 ? {} : { addTags }),
    ...(removeTags.length === 0 ? {} : { removeTags }),
    ...(oldNote === after.note ? {} : { note: oldNote }),
  }
}

/**
 * One entry out of those that were made under several names of a paper, before it was known to be one. Nothing
 * that the user wrote is lost: tags are united, notes stand one after the other, and the newest status counts.
 *
 * @param entries at least one; the one of the paper's own name first
 */
export function mergeEntries(
  paperId: PaperId,
  [first, ...others]: readonly [Entry, ...Entry[]],
): Entry {
  if (others.length === 0) return { ...first, paperId }
  const all = [first, ...others]
  const newest = all.reduce((one, other) =>
    (other.statusAt ?? -1) > (one.statusAt ?? -1) ? other : one,
  )
  const notes = new Set(all.map(({ note }) => note).filter((note) => note !== ''))
  return {
    paperId,
    ...(newest.status === undefined ? {} : { status: newest.status }),
    ...(newest.statusAt === undefined ? {} : { statusAt: newest.statusAt }),
    tags: changeTags(
      first.tags,
      others.flatMap(({ tags }) => tags),
      [],
    ),
    note: [...notes].join('\n\n'),
    createdAt: Math.min(...all.map(({ createdAt }) => createdAt)),
    updatedAt: Math.max(...all.map(({ updatedAt }) => updatedAt)),
  }
}
