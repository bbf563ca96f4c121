import type { Entry } from '../papers/entry'
import type { Paper } from '../papers/paper'
import type { Knowledge } from './protocol'

/**
 * What a page may show of a paper.
 *
 * @returns undefined where there is nothing to say
 */
export function knowledgeOf(
  paper: Paper | undefined,
  entry: Entry | undefined,
): Knowledge | undefined {
  if (paper === undefined && entry === undefined) return undefined
  return {
    ...(entry?.status === undefined ? {} : { status: entry.status }),
    ...(entry?.statusAt === undefined ? {} : { statusAt: entry.statusAt }),
    tags: entry?.tags ?? [],
    ...(paper?.votes === undefined ? {} : { votes: paper.votes }),
    ...(paper?.listed === undefined ? {} : { listed: paper.listed }),
    ...(paper?.code === undefined ? {} : { code: paper.code }),
  }
}
