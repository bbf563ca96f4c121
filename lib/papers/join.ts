import { dequal } from 'dequal/lite'
import { limits } from './limits'
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
  return { ...mergePaper(other, kept), id: kept.id, aliases: [...names].slice(0, limits.aliases) }
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
    const value = dequal(current[field], joined[field]) ? kept[field] : current[field]
    return value === undefined ? [] : [[field, value] as const]
  })
  const taken = joined.aliases.filter((name) => !kept.aliases.includes(name))
  return {
    ...(Object.fromEntries(values) as unknown as Paper),
    id: current.id,
    aliases: current.aliases.filter((name) => !taken.includes(name)),
  }
}

/** The paper with one more name. */
export function addAlias(paper: Paper, name: PaperId): Paper {
  if (name === paper.id || paper.aliases.includes(name)) return paper
  return { ...paper, aliases: [...paper.aliases, name] }
}
