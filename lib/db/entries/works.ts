import type { Entry } from '../../papers/entry'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { type DogearDatabase, readTogether } from '../database'
import { findParts, joinPart } from './same-work'
import { readEntry } from './stored-entries'

/** What is known of a work, under whichever of its names. */
export interface Work {
  readonly paper: Paper | undefined
  readonly entry: Entry | undefined
  /** The other names: those that are known and those that the page gives, without those that were separated. */
  readonly names: PaperId[]
}

/**
 * What is known of a work to which its page gives several names, put together as an edit from that page would
 * store it. Writes nothing.
 *
 * @param names the page's own id first
 */
export function findWork(db: DogearDatabase, names: readonly PaperId[]): Promise<Work> {
  return readTogether(db, async () => {
    const [kept, ...others] = await findParts(db, names)
    if (kept === undefined) return { paper: undefined, entry: undefined, names: [] }
    const all = new Set([kept, ...others].flatMap((part) => part.names))
    const entry = await readEntry(db, kept.id, [...all])
    all.delete(kept.id)
    const paper = kept.paper && others.reduce(joinPart, kept.paper)
    return { paper, entry, names: [...all] }
  })
}
