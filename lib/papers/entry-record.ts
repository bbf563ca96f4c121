import { type Entry, entryLimits, isSameTag, type Status } from './entry'
import type { PaperId } from './paper-id'

/** What a change made of one entry, field by field; a field that it left alone is absent. */
export interface EntryRecord {
  readonly paperId: PaperId
  /** Where the entry began with this change: when, in milliseconds since the epoch. */
  readonly createdAt?: number
  readonly status?: Values<StatusValue>
  readonly tags?: Values<readonly string[]>
  readonly note?: Values<string>
}

interface Values<T> {
  readonly before: T
  readonly after: T
}

type StatusValue = Pick<Entry, 'status' | 'statusAt'>
type Side = keyof Values<unknown>

/** What a change did, in one word; `edited` where it takes more than one. */
export const changeKinds = [
  'saved',
  'reading',
  'read',
  'hidden',
  'unset',
  'tagged',
  'untagged',
  'noted',
  'edited',
  'separated',
  'imported',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * @param before undefined where there was no entry
 * @returns undefined where no field has changed
 */
export function recordOf(before: Entry | undefined, after: Entry): EntryRecord | undefined {
  const tags = { before: before?.tags ?? [], after: after.tags }
  const note = { before: before?.note ?? '', after: after.note }
  const fields = {
    ...(before?.status !== after.status && {
      status: { before: statusOf(before), after: statusOf(after) },
    }),
    ...(!isSameList(tags.before, tags.after) && { tags }),
    ...(note.before !== note.after && { note }),
  }
  if (Object.keys(fields).length === 0) return undefined
  const { paperId, createdAt } = after
  return { paperId, ...(before === undefined && { createdAt }), ...fields }
}

export interface PutBack {
  /** Undefined where there is none then. */
  readonly entry: Entry | undefined
  /** Whether any field was put back. */
  readonly hasChanged: boolean
  /** Whether any field was not, for something else has changed it since. */
  readonly hasLeft: boolean
}

/**
 * The entry with the fields as they were on the one side of a change. Only what is still as the other side has it
 * is put back; of tags, each for itself.
 *
 * @param current as it is stored; undefined where there is none
 * @param side `before` undoes the change, `after` does it again
 * @param now milliseconds since the epoch
 */
export function putBack(
  record: EntryRecord,
  current: Entry | undefined,
  side: Side,
  now: number,
): PutBack {
  const { paperId, createdAt = now, status, tags, note } = record
  const other = side === 'before' ? 'after' : 'before'
  const entry = current ?? { paperId, tags: [], note: '', createdAt, updatedAt: now }
  const moved = tags && moveTags(entry.tags, tags[other], tags[side])
  const isStatusMoved = status !== undefined && entry.status === status[other].status
  const isNoteMoved = note !== undefined && entry.note === note[other]
  const { status: _status, statusAt: _statusAt, ...rest } = entry
  const hasChanged = isStatusMoved || isNoteMoved || moved?.hasChanged === true
  const after: Entry = {
    ...rest,
    ...(isStatusMoved ? status[side] : statusOf(entry)),
    tags: moved?.tags ?? entry.tags,
    note: isNoteMoved ? note[side] : entry.note,
    updatedAt: now,
  }
  const isGone = side === 'before' && record.createdAt !== undefined && isBare(after)
  return {
    entry: !hasChanged ? current : isGone ? undefined : after,
    hasChanged,
    hasLeft:
      (status !== undefined && !isStatusMoved) ||
      (note !== undefined && !isNoteMoved) ||
      moved?.hasLeft === true,
  }
}

/** @param separated whether names were separated */
export function kindOf(records: readonly EntryRecord[], separated = false): ChangeKind {
  if (separated) return 'separated'
  const [first = 'edited', ...others] = new Set(records.map(kindOfOne))
  return others.length === 0 ? first : 'edited'
}

function kindOfOne({ status, tags, note }: EntryRecord): ChangeKind {
  const fields = [status, tags, note].filter((field) => field !== undefined)
  if (fields.length !== 1) return 'edited'
  if (status !== undefined) return status.after.status ?? 'unset'
  if (tags === undefined) return 'noted'
  const { added, removed } = tagsBetween(tags.before, tags.after)
  return removed.length === 0 ? 'tagged' : added.length === 0 ? 'untagged' : 'edited'
}

/** The tags that a change added or removed. */
export function changedTags({ tags }: EntryRecord): readonly string[] {
  if (tags === undefined) return []
  const { added, removed } = tagsBetween(tags.before, tags.after)
  return [...added, ...removed]
}

/** The status that a change took back. */
export function statusBefore({ status }: EntryRecord): Status | undefined {
  return status?.before.status
}

function statusOf(entry: Entry | undefined): StatusValue {
  const { status, statusAt } = entry ?? {}
  return {
    ...(status !== undefined && { status }),
    ...(statusAt !== undefined && { statusAt }),
  }
}

function moveTags(current: readonly string[], from: readonly string[], to: readonly string[]) {
  // In their order, where nobody else has touched them.
  if (isSameList(current, from)) return { tags: to, hasChanged: true, hasLeft: false }
  const { added, removed } = tagsBetween(from, to)
  const missing = added.filter((tag) => !holds(current, tag))
  const standing = removed.filter((tag) => holds(current, tag))
  const kept = current.filter((tag) => !holds(standing, tag))
  return {
    tags: [...kept, ...missing].slice(0, entryLimits.tags),
    hasChanged: missing.length + standing.length > 0,
    hasLeft: missing.length + standing.length < added.length + removed.length,
  }
}

function tagsBetween(from: readonly string[], to: readonly string[]) {
  return {
    added: to.filter((tag) => !holds(from, tag)),
    removed: from.filter((tag) => !holds(to, tag)),
  }
}

function holds(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => isSameTag(other, tag))
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

function isBare({ status, tags, note }: Entry): boolean {
  return status === undefined && tags.length === 0 && note === ''
}
