import { changeEntry, type Entry, inverseChange } from './entry'
import { mergePaper } from './merge'
import type { Paper } from './paper'
import type { PaperId } from './paper-id'

/*
 * Two papers that turn out to be one, and what of that is taken back when they are two after all.
 */

/** One paper out of two that are known. What the kept one says counts; what it doesn't say, the other does. */
export function joinPapers(kept: Paper, other: Paper): Paper {
  const names = new Set([...kept.aliases, other.id, ...other.aliases])
  names.delete(kept.id)
  return { ...mergePaper(other, kept), id: kept.id, aliases: [...names] }
}

/**
 * The kept paper without what it has from the other one. What was learned since they were joined stays.
 *
 * @param kept as it was before it was joined with the other
 * @param current as it is now
 */
export function takePaperOut(kept: Paper, other: Paper, current: Paper): Paper {
  const joined = joinPapers(kept, other)
  const fields = new Set([...Object.keys(joined), ...Object.keys(current)]) as Set<keyof Paper>
  const values = [...fields].flatMap((field) => {
    const value = isSame(current[field], joined[field]) ? kept[field] : current[field]
    return value === undefined ? [] : [[field, value] as const]
  })
  const taken = joined.aliases.filter((name) => !kept.aliases.includes(name))
  return {
    ...(Object.fromEntries(values) as unknown as Paper),
    id: current.id,
    aliases: current.aliases.filter((name) => !taken.includes(name)),
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
  const isStatusNew = current.status !== from.status || current.statusAt !== from.statusAt
  const change = {
    ...inverseChange(current, from),
    ...(isStatusNew && { status: current.status ?? null }),
  }
  if (Object.keys(change).length === 0) return to
  const entry = changeEntry(to, current.paperId, change, current.updatedAt)
  const isTimeKnown = isStatusNew && current.statusAt !== undefined
  return isTimeKnown ? { ...entry, statusAt: current.statusAt } : entry
}

/** The paper with one more name. */
export function addAlias(paper: Paper, name: PaperId): Paper {
  if (name === paper.id || paper.aliases.includes(name)) return paper
  return { ...paper, aliases: [...paper.aliases, name] }
}

/** Both are made of what JSON can say. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
