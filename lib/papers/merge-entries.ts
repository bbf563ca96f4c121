import type { Entry } from './entry'
import { type FieldName, type FieldValue, fieldsFrom, valueIn } from './entry-fields'
import { entryLimits } from './limits'
import type { PaperId } from './paper-id'
import { changeTags } from './tags'

type Several = readonly [Entry, ...Entry[]]

/**
 * What each field is in one entry made of several. Nothing that the user wrote is lost, up to the limits; an entry
 * that has come to one of them says so (`isFull`).
 */
const joined: { readonly [F in FieldName]: (entries: Several) => FieldValue<F> } = {
  status: (entries) => valueIn(withNewestStatus(entries), 'status'),
  tags: ([first, ...others]) => ({
    tags: changeTags(
      first.tags,
      others.flatMap(({ tags }) => tags),
      [],
    ),
  }),
  note: (entries) => ({ note: joinNotes(entries.map(({ note }) => note)) }),
}

/** What each field is in one entry made of two copies of it: the later edit, but what is empty replaces nothing. */
const copied: { readonly [F in FieldName]: (stored: Entry, given: Entry) => FieldValue<F> } = {
  status(stored, given) {
    const isLater = given.updatedAt > stored.updatedAt
    const isNewer =
      statusTime(given) > statusTime(stored) && (given.status !== undefined || isLater)
    return valueIn(isNewer ? given : stored, 'status')
  },
  tags: (stored, given) => joined.tags([stored, given]),
  note(stored, given) {
    const [earlier, later] = given.updatedAt > stored.updatedAt ? [stored, given] : [given, stored]
    return { note: later.note === '' ? earlier.note : later.note }
  },
}

/**
 * One entry out of those that were made under several names of a paper, before it was known to be one: tags are
 * united, notes stand one after the other, and the newest status counts.
 *
 * @param entries at least one; the one of the paper's own name first
 */
export function mergeEntries(paperId: PaperId, entries: Several): Entry {
  const [first, ...others] = entries
  // The usual case, and asked of every entry that a list shows.
  if (others.length === 0) return { ...first, paperId }
  return { paperId, ...fieldsFrom((field) => joined[field](entries)), ...timesOf(entries) }
}

/**
 * One entry out of two copies of it, as a backup and the database, or two computers, have them. Two that did not
 * begin at the same time have nothing in common, so both notes stay.
 *
 * Merging the same copy again changes nothing.
 *
 * @param stored counts where both are of the same time
 * @param given of the same paper id
 */
export function mergeEntryCopies(stored: Entry, given: Entry): Entry {
  const { paperId, createdAt } = stored
  if (createdAt !== given.createdAt) return mergeEntries(paperId, [stored, given])
  const fields = fieldsFrom((field) => copied[field](stored, given))
  return { paperId, ...fields, ...timesOf([stored, given]) }
}

/** Whether an entry has as much as one may have, so that a merge may have left something out. */
export function isFull({ tags, note }: Entry): boolean {
  return tags.length >= entryLimits.tags || note.length >= entryLimits.note
}

function timesOf(entries: Several): Pick<Entry, 'createdAt' | 'updatedAt'> {
  return {
    createdAt: Math.min(...entries.map(({ createdAt }) => createdAt)),
    updatedAt: Math.max(...entries.map(({ updatedAt }) => updatedAt)),
  }
}

function withNewestStatus(entries: Several): Entry {
  return entries.reduce((one, other) =>
    (other.statusAt ?? -1) > (one.statusAt ?? -1) ? other : one,
  )
}

/** Nothing tells when a status was taken back: no later than the last edit. */
function statusTime({ status, statusAt, updatedAt }: Entry): number {
  return status === undefined ? updatedAt : (statusAt ?? 0)
}

/** Each note once, and none that another one has in it. */
function joinNotes(all: readonly string[]): string {
  const notes = [...new Set(all)].filter((note) => note !== '')
  return notes
    .filter((note) => !notes.some((other) => other !== note && other.includes(note)))
    .join('\n\n')
    .slice(0, entryLimits.note)
}
