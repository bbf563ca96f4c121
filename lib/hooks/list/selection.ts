import { editLimit } from '../../messaging/limits'
import type { PaperId } from '../../papers/paper-id'

/** The papers that the user picked out of a list. */
export interface Selected {
  readonly ids: ReadonlySet<PaperId>
  /** The range that is being drawn out, if the last step was one. */
  readonly range?: {
    readonly from: PaperId
    readonly to: PaperId
    /** What was selected before it. */
    readonly base: ReadonlySet<PaperId>
  }
}

export const nothingSelected: Selected = { ids: new Set() }

/** Adds a paper, or takes it away. */
export function toggleOne({ ids }: Selected, paperId: PaperId): Selected {
  return ids.has(paperId)
    ? { ids: new Set([...ids].filter((id) => id !== paperId)) }
    : selectAll([...ids, paperId])
}

/**
 * Adds all papers between two. As long as each range begins where the last one ended it is the same range, which
 * grows and shrinks.
 *
 * @param listed all papers, in the order of the list
 * @param from where the user is; undefined where that is nowhere
 */
export function extendRange(
  { ids, range }: Selected,
  listed: readonly PaperId[],
  from: PaperId | undefined,
  to: PaperId,
): Selected {
  const isSame = range !== undefined && range.to === from && listed.includes(range.from)
  const start = isSame ? range.from : (from ?? to)
  const base = isSame ? range.base : ids
  const selected = selectAll([...base, ...between(listed, start, to)])
  return { ...selected, range: { from: start, to, base } }
}

/** No more than can be changed at once: of more papers the first. */
export function selectAll(listed: readonly PaperId[]): Selected {
  return { ids: new Set([...new Set(listed)].slice(0, editLimit)) }
}

/** From the one to the other, in this direction and with both. */
function between(listed: readonly PaperId[], from: PaperId, to: PaperId): readonly PaperId[] {
  const last = listed.indexOf(to)
  const first = listed.includes(from) ? listed.indexOf(from) : last
  return first <= last ? listed.slice(first, last + 1) : listed.slice(last, first + 1).reverse()
}
