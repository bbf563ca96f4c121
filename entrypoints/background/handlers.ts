import { descriptionOf, knowledgeOf } from '../../lib/annotate/knowledge'
import { editEntry, getEntries, listTags } from '../../lib/db/entries'
import { findPapers } from '../../lib/db/papers'
import { markSeen } from '../../lib/db/seen'
import { cite } from '../../lib/export/cite'
import type { Handlers } from '../../lib/messaging/handle'
import type { Jobs } from './jobs'

/** What the worker answers to each message. */
export function createHandlers(jobs: Jobs): Handlers {
  const { db } = jobs
  return {
    async lookUp({ paperIds }) {
      const [papers, entries] = await Promise.all([
        findPapers(db, paperIds),
        getEntries(db, paperIds),
      ])
      return Object.fromEntries(
        paperIds.flatMap((paperId) => {
          const known = knowledgeOf(papers.get(paperId), entries.get(paperId))
          return known === undefined ? [] : [[paperId, known]]
        }),
      )
    },

    async describe({ paperId }) {
      const [papers, entries] = await Promise.all([
        findPapers(db, [paperId]),
        getEntries(db, [paperId]),
      ])
      return descriptionOf(papers.get(paperId), entries.get(paperId))
    },

    async cite({ paperId, format }) {
      const paper = (await findPapers(db, [paperId])).get(paperId)
      if (paper === undefined) throw new Error('Nothing is known of this paper but its name')
      return cite(paper, format)
    },

    listTags: () => listTags(db),

    async editEntry(change) {
      const entry = await editEntry(db, change, Date.now())
      void jobs.updateBadge()
      void jobs.announce([change.paperId, entry.paperId])
      void jobs.completePaper(entry.paperId)
      return entry
    },

    async markSeen({ paperIds }) {
      await markSeen(db, paperIds, Date.now())
      await jobs.updateBadge()
      return null
    },

    syncList: ({ period, force = false }) =>
      period === undefined ? jobs.syncToday(force) : jobs.syncPeriod(period, force),

    async cancelSync() {
      jobs.cancelSync()
      return null
    },
  }
}
