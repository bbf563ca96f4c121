import type { Entry, EntryChange, Status } from './entry'
import { type FieldName, type FieldValue, fieldsFrom, valueIn } from './entry-fields'
import type { PaperId } from './paper-id'
import { changeTags } from './tags'

/** What a change of the user's makes of each field. */
const changed: {
  readonly [F in FieldName]: (
    before: FieldValue<F>,
    change: EntryChange,
    now: number,
  ) => FieldValue<F>
} = {
  status: (before, { status }, now) =>
    // Setting the same status again keeps its time.
    status === undefined || status === before.status ? before : statusSince(status, now),
  tags: ({ tags }, { addTags = [], removeTags = [] }) => ({
    tags: changeTags(tags, addTags, removeTags),
  }),
  note: (before, { note = before.note }) => ({ note }),
}

function statusSince(status: Status | null, now: number): FieldValue<'status'> {
  return status === null ? {} : { status, statusAt: now }
}

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
    ...fieldsFrom((field) => changed[field](valueIn(before, field), change, now)),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  }
}
