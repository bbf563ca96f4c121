import type { Entry } from '../papers/entry'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import type { Description, Knowledge } from './protocol'

/** How many authors a card names. */
const namedAuthors = 3

/**
 * What a page may show of a paper that it mentions.
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

/** What a bar or a card shows of a paper, also of one that nobody has heard of yet. */
export function descriptionOf(
  paperId: PaperId,
  paper: Paper | undefined,
  entry: Entry | undefined,
): Description {
  return {
    ...(knowledgeOf(paper, entry) ?? { tags: [] }),
    note: entry?.note ?? '',
    ...(paper === undefined ? {} : { title: paper.title }),
    authors: paper?.authors.slice(0, namedAuthors) ?? [],
    authorCount: paper?.authors.length ?? 0,
    ...(paper?.organization === undefined ? {} : { organization: paper.organization }),
    ...(paper?.aiSummary === undefined ? {} : { aiSummary: paper.aiSummary }),
    names: paper === undefined ? [paperId] : [paper.id, ...paper.aliases],
  }
}
