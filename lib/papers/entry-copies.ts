import { type Entry, mergeEntries } from './entry'

/**
 * One entry out of two copies of it, as a backup and the database, or two computers, have them. Nothing that the
 * user wrote is lost: of each field the later edit counts, tags are united, and what is empty replaces nothing.
 * Two that did not begin at the same time have nothing in common, so both notes stay.
 *
 * Merging the same copy again changes nothing.
 *
 * @param stored counts where both are of the same time
 * @param given of the same paper id
 */
export function mergeEntryCopies(stored: Entry, given: Entry): Entry {
  const merged = mergeEntries(stored.paperId, [stored, given])
  const [earlier, later] = given.updatedAt > stored.updatedAt ? [stored, given] : [given, stored]
  if (stored.createdAt !== given.createdAt) {
    const note = [stored, given].find((one) =>
      [stored, given].every((other) => one.note.includes(other.note)),
    )?.note
    return { ...merged, note: note ?? merged.note }
  }
  const { status: _status, statusAt: _statusAt, ...rest } = merged
  const isStatusNewer =
    statusTime(given) > statusTime(stored) && (given.status !== undefined || later === given)
  const { status, statusAt } = isStatusNewer ? given : stored
  return {
    ...rest,
    ...(status !== undefined && { status }),
    ...(statusAt !== undefined && { statusAt }),
    note: later.note === '' ? earlier.note : later.note,
  }
}

/** Nothing tells when a status was taken back: no later than the last edit. */
function statusTime({ status, statusAt, updatedAt }: Entry): number {
  return status === undefined ? updatedAt : (statusAt ?? 0)
}
