import type { Entry, Status } from './entry'
import { type FieldName, type FieldValue, fieldsFrom, valueIn } from './entry-fields'
import { changedFields, type Moved, moved } from './move-fields'
import type { PaperId } from './paper-id'
import { tagsBetween } from './tags'

/** What a change made of one entry. */
export interface EntryRecord {
  readonly paperId: PaperId
  /** Where the entry began with this change: when, in milliseconds since the epoch. */
  readonly createdAt?: number
  /** A field that the change left alone is absent. */
  readonly fields: { readonly [F in FieldName]?: Sides<FieldValue<F>> }
}

interface Sides<V> {
  readonly before: V
  readonly after: V
}

type Side = keyof Sides<unknown>

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
  const changed = changedFields(before, after)
  if (changed.length === 0) return undefined
  const { paperId, createdAt } = after
  const fields: EntryRecord['fields'] = Object.fromEntries(
    changed.map((field) => [
      field,
      { before: valueIn(before, field), after: valueIn(after, field) },
    ]),
  )
  return { paperId, ...(before === undefined && { createdAt }), fields }
}

export interface PutBack {
  /** Undefined where there is none then. */
  readonly entry: Entry | undefined
  /** Whether any field was put back. */
  readonly hasChanged: boolean
  /** Whether any field was not, because something else has changed it since. */
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
  const { paperId, createdAt } = record
  const other = side === 'before' ? 'after' : 'before'
  const moves: Moved<unknown>[] = []
  const fields = fieldsFrom(<F extends FieldName>(field: F) => {
    const value = valueIn(current, field)
    const sides: Sides<FieldValue<F>> | undefined = record.fields[field]
    if (sides === undefined) return value
    const move = moved[field](value, sides[other], sides[side])
    moves.push(move)
    return move.value
  })
  const hasChanged = moves.some((move) => move.hasChanged)
  const after: Entry = {
    paperId: current?.paperId ?? paperId,
    ...fields,
    createdAt: current?.createdAt ?? createdAt ?? now,
    updatedAt: now,
  }
  const isBare = changedFields(undefined, after).length === 0
  const isGone = side === 'before' && createdAt !== undefined && isBare
  return {
    entry: !hasChanged ? current : isGone ? undefined : after,
    hasChanged,
    hasLeft: moves.some((move) => move.hasLeft),
  }
}

/** @param separated whether names were separated */
export function kindOf(records: readonly EntryRecord[], separated = false): ChangeKind {
  if (separated) return 'separated'
  const [first = 'edited', ...others] = new Set(records.map(kindOfOne))
  return others.length === 0 ? first : 'edited'
}

function kindOfOne({ fields }: EntryRecord): ChangeKind {
  const { status, tags, note } = fields
  if (Object.keys(fields).length !== 1) return 'edited'
  if (status !== undefined) return status.after.status ?? 'unset'
  if (note !== undefined) return 'noted'
  if (tags === undefined) return 'edited'
  const { added, removed } = tagsBetween(tags.before.tags, tags.after.tags)
  return removed.length === 0 ? 'tagged' : added.length === 0 ? 'untagged' : 'edited'
}

/** The tags that a change added or removed. */
export function changedTags({ fields: { tags } }: EntryRecord): readonly string[] {
  if (tags === undefined) return []
  const { added, removed } = tagsBetween(tags.before.tags, tags.after.tags)
  return [...added, ...removed]
}

/** The status that a change took back. */
export function statusBefore({ fields: { status } }: EntryRecord): Status | undefined {
  return status?.before.status
}
