import type { Entry, EntryChange } from './entry'
import { fieldNames, isSameValue, makeFields, valueIn } from './entry-fields'
import type { PaperId } from './paper-id'

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
  change: EntryChange,
  now: number,
): Entry {
  return {
    paperId: before?.paperId ?? paperId,
    ...makeFields((rules, field) => rules.change(valueIn(before, field), change, now)),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  }
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
  const isUnchanged = fieldNames.every((field) =>
    isSameValue(valueIn(current, field), valueIn(from, field)),
  )
  if (isUnchanged) return to
  return {
    paperId: to?.paperId ?? current.paperId,
    ...makeFields(
      ({ move }, field) =>
        move(valueIn(current, field), valueIn(from, field), valueIn(to, field)).value,
    ),
    createdAt: to?.createdAt ?? current.updatedAt,
    updatedAt: current.updatedAt,
  }
}
