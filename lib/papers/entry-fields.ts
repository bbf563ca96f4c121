import type { Entry } from './entry'

/*
 * What an entry is made of. All that is done with one goes field by field, through a table with a line for each: how it
 * is changed (`change-entry.ts`), merged (`merge-entries.ts`) and moved from one side of a change
 * to the other (`move-fields.ts`). So a field that is added to `Entry` does not compile until each of them knows what
 * to do with it. `docs/decisions/0024` has the reasons.
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

type Fields = typeof fieldOfKey

/** A field that the user writes. */
export type FieldName = Exclude<Fields[keyof Fields], 'entry'>

type KeyOf<F extends FieldName> = {
  [K in keyof Fields]: Fields[K] extends F ? K : never
}[keyof Fields]

/** A field's value: the keys of an entry that hold it, without those that are absent. */
export type FieldValue<F extends FieldName> = Pick<Entry, KeyOf<F>>

/** The values of all fields. */
type FieldValues = FieldValue<FieldName>

export const fieldNames = [...new Set(Object.values(fieldOfKey))].filter(
  (field) => field !== 'entry',
)

/** The value of a field in an entry; where there is no entry, that of one in which the user wrote nothing. */
export function valueIn<F extends FieldName>(entry: Entry | undefined, field: F): FieldValue<F> {
  if (entry === undefined) return nothing[field]
  const keys = Object.keys(entry) as (keyof Entry)[]
  const held = keys.filter((key) => fieldOfKey[key] === field && entry[key] !== undefined)
  return Object.fromEntries(held.map((key) => [key, entry[key]])) as unknown as FieldValue<F>
}

/** What each field is where the user has written nothing. */
const nothing: { readonly [F in FieldName]: FieldValue<F> } = {
  status: {},
  tags: { tags: [] },
  note: { note: '' },
}

/** All fields, each as `make` has it. */
export function fieldsFrom(make: <F extends FieldName>(field: F) => FieldValue<F>): FieldValues {
  return Object.assign({}, ...fieldNames.map((field) => make(field)))
}
