import { earliestDay } from '../papers/day'
import { hubAccountOf, type SourceId, sourceFacts } from '../papers/source'
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
  const account = hubAccountOf(id)
  if (account?.kind !== 'submitter') return undefined
  return {
    ...sourceFacts(id),
    id,
    hosts: [hosts.huggingFace],
    format: 'json',
    firstDay: earliestDay,
    request() {
      const url = new URL(address)
      const question = { submitter: account.name, limit: pageSize, sort: 'publishedAt' }
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
    leastInterval: 6 * 60 * 60 * 1_000,
  }
}

/** By the day on which they were submitted; what is not told of comes last. */
function newestFirst({ listedOn: one = '' }: ListedPaper, { listedOn: other = '' }: ListedPaper) {
  return other.localeCompare(one)
}
