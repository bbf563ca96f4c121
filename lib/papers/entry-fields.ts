import { dequal } from 'dequal/lite'
import {
  type Entry,
  type EntryChange,
  entryLimits,
  isSameTag,
  normalizeTag,
  type Status,
} from './entry'

/*
 * What an entry is made of, field by field. All that is done with an entry (changing it, making one of several,
 * undoing a change) goes through the table of rules here, so that a field that is added to `Entry` does not compile
 * until each of these knows what to do with it. `docs/decisions/0024` has the reasons.
 */

/**
 * The field that each key of an entry belongs to. A status and its time are one field: they change together.
 * `entry` is for what Dogear notes about the entry itself.
 */
const fieldOfKey = {
  paperId: 'entry',
  status: 'status',
  statusAt: 'status',
  tags: 'tags',
  note: 'note',
  createdAt: 'entry',
  updatedAt: 'entry',
} as const satisfies Record<keyof Entry, string>

/** A field that the user writes. */
export type FieldName = Exclude<(typeof fieldOfKey)[keyof Entry], 'entry'>

type KeyOf<F extends FieldName> = {
  [K in keyof Entry]-?: (typeof fieldOfKey)[K] extends F ? K : never
}[keyof Entry]

/** A field's value: the keys of an entry that hold it. */
export type FieldValue<F extends FieldName> = Pick<Entry, KeyOf<F>>

/** The values of all fields. */
type FieldValues = FieldValue<FieldName>

/** The value of a field, where it does not matter which one it is. */
export type SomeValue = Partial<FieldValues>

/** A value that was led from one side of a change to the other. */
export interface Moved<V> {
  readonly value: V
  /** Whether anything was put in its place. */
  readonly hasChanged: boolean
  /** Whether anything was not, because it is no longer as it was on the one side. */
  readonly hasLeft: boolean
}

/** What is done with one field. */
interface FieldRules<V> {
  /** The value where the user has written nothing. */
  readonly empty: V
  /** The value after a change of the user's, at a time in milliseconds since the epoch. */
  change(before: V, change: EntryChange, now: number): V
  /** One value out of those of several entries about one paper, that of its own name first. Loses nothing. */
  join(entries: readonly [Entry, ...Entry[]]): V
  /** One value out of two copies of one entry: the later edit counts, and what is empty replaces nothing. */
  mergeCopies(stored: Entry, given: Entry): V
  /** The current value with the step from one value to another made, as far as nothing else has changed it. */
  move(current: V, from: V, to: V): Moved<V>
}

const rules: { readonly [F in FieldName]: FieldRules<FieldValue<F>> } = {
  status: {
    empty: {},
    change: (before, { status }, now) =>
      // Setting the same status again keeps its time.
      status === undefined || status === before.status ? before : statusSince(status, now),
    join: (entries) =>
      valueIn(
        entries.reduce((one, other) =>
          (other.statusAt ?? -1) > (one.statusAt ?? -1) ? other : one,
        ),
        'status',
      ),
    mergeCopies(stored, given) {
      const isLater = given.updatedAt > stored.updatedAt
      const isNewer =
        statusTime(given) > statusTime(stored) && (given.status !== undefined || isLater)
      return valueIn(isNewer ? given : stored, 'status')
    },
    move: moveWhole,
  },
  tags: {
    empty: { tags: [] },
    change: ({ tags }, { addTags = [], removeTags = [] }) => ({
      tags: changeTags(tags, addTags, removeTags),
    }),
    join: (entries) => ({ tags: uniteTags(entries) }),
    mergeCopies: (stored, given) => ({ tags: uniteTags([stored, given]) }),
    move: moveTags,
  },
  note: {
    empty: { note: '' },
    change: (before, { note = before.note }) => ({ note }),
    join: (entries) => ({ note: joinNotes(entries.map(({ note }) => note)) }),
    mergeCopies(stored, given) {
      const [earlier, later] =
        given.updatedAt > stored.updatedAt ? [stored, given] : [given, stored]
      return { note: later.note === '' ? earlier.note : later.note }
    },
    move: moveWhole,
  },
}

export const fieldNames = Object.keys(rules) as FieldName[]

/** The rules of a field, where it does not matter which one it is. */
export function rulesOf(field: FieldName): FieldRules<SomeValue> {
  return rules[field] as FieldRules<SomeValue>
}

/** The value of each field, as something makes it out of the field's rules. */
export function makeFields(
  make: (rules: FieldRules<SomeValue>, field: FieldName) => SomeValue,
): FieldValues {
  return Object.assign({}, ...fieldNames.map((field) => make(rulesOf(field), field)))
}

/** The value of a field; where there is no entry, the empty one. */
export function valueIn<F extends FieldName>(entry: Entry | undefined, field: F): FieldValue<F> {
  if (entry === undefined) return rules[field].empty
  const keys = Object.keys(entry) as (keyof Entry)[]
  const held = keys.filter((key) => fieldOfKey[key] === field && entry[key] !== undefined)
  return Object.fromEntries(held.map((key) => [key, entry[key]])) as unknown as FieldValue<F>
}

export function isSameValue(one: SomeValue, other: SomeValue): boolean {
  return dequal(one, other)
}

function statusSince(status: Status | null, now: number): FieldValue<'status'> {
  return status === null ? {} : { status, statusAt: now }
}

/** Nothing tells when a status was taken back: no later than the last edit. */
function statusTime({ status, statusAt, updatedAt }: Entry): number {
  return status === undefined ? updatedAt : (statusAt ?? 0)
}

function changeTags(
  before: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const tags = before.filter((tag) => !holds(removed, tag))
  for (const text of added) {
    const tag = normalizeTag(text)
    if (tag !== '' && !holds(tags, tag)) tags.push(tag)
  }
  return dequal(tags, before) ? before : tags.slice(0, entryLimits.tags)
}

function uniteTags([first, ...others]: readonly [Entry, ...Entry[]]): readonly string[] {
  return changeTags(
    first.tags,
    others.flatMap(({ tags }) => tags),
    [],
  )
}

/** Each note once, also where another one has it in it. */
function joinNotes(notes: readonly string[]): string {
  return notes
    .filter((note, index) => note !== '' && notes.indexOf(note) === index)
    .filter((note) => !notes.some((other) => other !== note && other.includes(note)))
    .join('\n\n')
}

/** A value that is replaced as a whole. */
function moveWhole<V extends SomeValue>(current: V, from: V, to: V): Moved<V> {
  const isUntouched = isSameValue(current, from)
  return { value: isUntouched ? to : current, hasChanged: isUntouched, hasLeft: !isUntouched }
}

/** Of tags, each counts for itself. */
function moveTags(
  current: FieldValue<'tags'>,
  from: FieldValue<'tags'>,
  to: FieldValue<'tags'>,
): Moved<FieldValue<'tags'>> {
  // In their order, where nothing else has touched them.
  if (isSameValue(current, from)) return { value: to, hasChanged: true, hasLeft: false }
  const { added, removed } = tagsBetween(from, to)
  const missing = added.filter((tag) => !holds(current.tags, tag))
  const standing = removed.filter((tag) => holds(current.tags, tag))
  const kept = current.tags.filter((tag) => !holds(standing, tag))
  return {
    value: { tags: [...kept, ...missing].slice(0, entryLimits.tags) },
    hasChanged: missing.length + standing.length > 0,
    hasLeft: missing.length + standing.length < added.length + removed.length,
  }
}

/** The tags that a change added, and those that it removed. */
export function tagsBetween(from: FieldValue<'tags'>, to: FieldValue<'tags'>) {
  return {
    added: to.tags.filter((tag) => !holds(from.tags, tag)),
    removed: from.tags.filter((tag) => !holds(to.tags, tag)),
  }
}

function holds(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => isSameTag(other, tag))
}
