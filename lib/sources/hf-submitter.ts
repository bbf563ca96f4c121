import { earliestDay } from '../papers/day'
import { hourLength } from '../papers/durations'
import { readSourceId, type SourceId, sourceFacts } from '../papers/source'
import { address, pageSize, readItems } from './hf-daily'
import { hosts } from './hosts'
import { type ListedPaper, ReplyError, type Source } from './source'

/**
 * The papers that a member of Hugging Face has submitted to the daily papers: the newest hundred, as one list.
 *
 * The format is that of the daily papers: https://huggingface.co/docs/hub/api, `submitter` of `/api/daily_papers`.
 *
 * @returns undefined for the id of another source
 */
export function hfSubmitter(id: SourceId): Source | undefined {
  const { kind, rest: name } = readSourceId(id) ?? {}
  if (kind !== 'hf-submitter' || name === undefined) return undefined
  return {
    ...sourceFacts(id),
    id,
    hosts: [hosts.huggingFace],
    format: 'json',
    firstDay: earliestDay,
    request() {
      const url = new URL(address)
      const question = { submitter: name, limit: pageSize, sort: 'publishedAt' }
      url.search = new URLSearchParams(question).toString()
      return url
    },
    nextRequest: () => undefined,
    read(reply) {
      if (!Array.isArray(reply)) throw new ReplyError('The reply is not a list')
      const { items, skipped } = readItems(reply)
      return { items: [...items].sort(newestFirst), skipped }
    },
    // Nobody submits by the hour, and the daily list has it sooner.
    leastInterval: 6 * hourLength,
  }
}

/** By the day on which they were submitted; papers without one come last. */
function newestFirst({ listedOn: one = '' }: ListedPaper, { listedOn: other = '' }: ListedPaper) {
  return other.localeCompare(one)
}
