import { dequal } from 'dequal/lite'
import type { Entry } from './entry'
import { type FieldName, type FieldValue, fieldNames, fieldsFrom, valueIn } from './entry-fields'
import { entryLimits } from './limits'
import { holdsTag, tagsBetween } from './tags'

/*
 * A change that was made is taken back, made again, or what it began with becomes something else: each field goes
 * from one value to another, as far as nothing else has changed it in the meantime.
 */

/** A value that was moved. */
export interface Moved<V> {
  readonly value: V
  /** Whether anything was put in its place. */
  readonly hasChanged: boolean
  /** Whether anything was not, because it is no longer what it is to be moved from. */
  readonly hasLeft: boolean
}

/** How the current value of each field is moved from one value to another. */
export const moved: {
  readonly [F in FieldName]: (
    current: FieldValue<F>,
    from: FieldValue<F>,
    to: FieldValue<F>,
  ) => Moved<FieldValue<F>>
} = {
  status: moveWhole,
  tags: moveTags,
  note: moveWhole,
}

/** A value that is replaced as a whole. */
function moveWhole<V>(current: V, from: V, to: V): Moved<V> {
  const isUntouched = dequal(current, from)
  return { value: isUntouched ? to : current, hasChanged: isUntouched, hasLeft: !isUntouched }
}

/** Of tags, each counts for itself. */
function moveTags(
  { tags: current }: FieldValue<'tags'>,
  { tags: from }: FieldValue<'tags'>,
  { tags: to }: FieldValue<'tags'>,
): Moved<FieldValue<'tags'>> {
  // In their order, where nothing else has touched them.
  if (dequal(current, from)) return { value: { tags: to }, hasChanged: true, hasLeft: false }
  const { added, removed } = tagsBetween(from, to)
  const missing = added.filter((tag) => !holdsTag(current, tag))
  const standing = removed.filter((tag) => holdsTag(current, tag))
  const kept = current.filter((tag) => !holdsTag(standing, tag))
  return {
    value: { tags: [...kept, ...missing].slice(0, entryLimits.tags) },
    hasChanged: missing.length + standing.length > 0,
    hasLeft: missing.length + standing.length < added.length + removed.length,
  }
}

/** The fields in which two entries differ; undefined stands for one in which the user wrote nothing. */
export function changedFields(one: Entry | undefined, other: Entry | undefined): FieldName[] {
  return fieldNames.filter((field) => !dequal(valueIn(one, field), valueIn(other, field)))
}

/**
 * The entry as it would be had it begun with other words: what the user changed since then stays changed, and
 * the rest is what it would have been.
 *
 * @param from what the current entry began with
 * @param to what it begins with instead; undefined for nothing
 * @returns undefined where there would be no entry
 */
export function changeBeginning(
  from: Entry,
  to: Entry | undefined,
  current: Entry,
): Entry | undefined {
  if (changedFields(current, from).length === 0) return to
  return {
    paperId: to?.paperId ?? current.paperId,
    ...fieldsFrom(
      (field) =>
        moved[field](valueIn(current, field), valueIn(from, field), valueIn(to, field)).value,
    ),
    createdAt: to?.createdAt ?? current.updatedAt,
    updatedAt: current.updatedAt,
  }
}
