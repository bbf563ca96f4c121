import { descriptionOf, knowledgeOf } from '../../lib/annotate/knowledge'
import { importSlice } from '../../lib/backup/import-slice'
import { editEntries, editEntry } from '../../lib/db/entries/entries'
import { separate } from '../../lib/db/entries/joins'
import { markSeen } from '../../lib/db/entries/seen'
import { getEntries, listTags } from '../../lib/db/entries/stored-entries'
import { addWatch, changeWatch, getWatches, removeWatch } from '../../lib/db/entries/watches'
import { findWork } from '../../lib/db/entries/works'
import { findPapers, storePaper } from '../../lib/db/papers/papers'
import { forgetSearches, noteSearch } from '../../lib/db/settings/last-searches'
import { changeSettings } from '../../lib/db/settings/settings'
import { getCompletions } from '../../lib/db/states/completions'
import { redoChange, type Undone, undoChange } from '../../lib/db/user-data/undo'
import { cite } from '../../lib/export/cite'
import { undoneText } from '../../lib/i18n/journal-text'
import type { Handlers } from '../../lib/messaging/handle'
import type { Reply } from '../../lib/messaging/protocol'
import type { PaperId } from '../../lib/papers/paper-id'
import { readQuestion, watching } from '../../lib/search/watch-question'
import { ensureDigestAlarm, ensureSyncAlarm } from './alarms'
import type { Jobs } from './jobs'
import { createPaperSearch } from './paper-search'

/** What the worker answers to each message. */
export function createHandlers(jobs: Jobs): Handlers {
  const { db } = jobs
  const paperSearch = createPaperSearch(db)

  const onMoved = (paperIds: readonly PaperId[]) => void jobs.announceChange(paperIds)

  async function told(undone: Undone | undefined, isRedone: boolean): Promise<Reply<'undoChange'>> {
    if (undone === undefined) return null
    const { change, extent, paperIds } = undone
    void jobs.updateBadge()
    void jobs.announceChange(paperIds)
    if (change.separated !== undefined) void jobs.updateIndex()
    if (change.imported !== undefined) await applyUserData(jobs)
    return { text: undoneText(change, extent, isRedone), paperIds }
  }

  return {
    async lookUp({ paperIds }, _id, page) {
      if (paperIds.length > 0) jobs.siteHealth.noteFound(page)
      const [papers, entries, watches] = await Promise.all([
        findPapers(db, paperIds),
        getEntries(db, paperIds),
        getWatches(db),
      ])
      const matching = watching(watches)
      return Object.fromEntries(
        paperIds.flatMap((paperId) => {
          const paper = papers.get(paperId)
          const known = knowledgeOf(paper, entries.get(paperId), paper && matching(paper))
          return known === undefined ? [] : [[paperId, known]]
        }),
      )
    },

    async describe({ paperId, aliases = [] }, _id, page) {
      jobs.siteHealth.noteFound(page)
      const work = await findWork(db, [paperId, ...aliases])
      const id = work.paper?.id ?? paperId
      const completion = (await getCompletions(db, [id])).get(id)
      const watches = work.paper && watching(await getWatches(db))(work.paper)
      return descriptionOf(paperId, { ...work, completion, watches })
    },

    async cite({ paperId, format }) {
      const paper = (await findPapers(db, [paperId])).get(paperId)
      if (paper === undefined) throw new Error('Nothing is known of this paper but its name')
      return cite(paper, format)
    },

    async noteTrouble({ trouble }, _id, page) {
      jobs.siteHealth.noteTrouble(page, trouble)
      return null
    },

    listTags: () => listTags(db),

    async editEntry(change, id) {
      const entry = await editEntry(db, change, Date.now(), id)
      void jobs.updateBadge()
      void jobs.announceChange([change.paperId, entry.paperId])
      void jobs.completePaper(entry.paperId)
      if (change.page !== undefined) void jobs.updateIndex()
      return entry
    },

    async editEntries({ changes }, id) {
      const entries = await editEntries(db, changes, Date.now(), id)
      void jobs.updateBadge()
      void jobs.announceChange([...changes, ...entries].map(({ paperId }) => paperId))
      for (const { paperId } of entries) void jobs.completePaper(paperId)
      return entries
    },

    async separate({ paperId, name }, id) {
      await separate(db, paperId, name, Date.now(), id)
      void jobs.updateBadge()
      void jobs.announceChange([paperId, name])
      void jobs.updateIndex()
      return null
    },

    undoChange: async ({ changeId }, id) =>
      told(await undoChange(db, { changeId, id, onMoved }, Date.now()), false),

    undoNewest: async (_request, id) =>
      told(await undoChange(db, { id, onMoved }, Date.now()), false),

    redoChange: async ({ changeId }, id) =>
      told(await redoChange(db, { changeId, id, onMoved }, Date.now()), true),

    async changeSettings(changes, id) {
      // What is there by now is no news.
      if (changes.notifiesMatches === true) await jobs.passMatches()
      await changeSettings(db, changes, id)
      if (changes.sitesOff !== undefined) await jobs.siteAccess.update()
      if (changes.syncInterval !== undefined) await ensureSyncAlarm(db)
      if (changes.badge !== undefined) await jobs.updateBadge()
      if (changes.notifiesDigest !== undefined || changes.digestHour !== undefined) {
        await ensureDigestAlarm(db)
        void jobs.notify()
      }
      if (changes.sources !== undefined) await jobs.followSources()
      return null
    },

    async noteSearch({ search }) {
      await noteSearch(db, search)
      return null
    },

    async forgetSearches() {
      await forgetSearches(db)
      return null
    },

    async markSeen({ paperIds }) {
      await markSeen(db, paperIds, Date.now())
      await jobs.updateBadge()
      return null
    },

    syncList: ({ source, period, force = false }) =>
      period === undefined ? jobs.syncToday(source, force) : jobs.syncPeriod(source, period, force),

    findLinkedWorks: ({ paperId, isStored }) => jobs.findLinkedWorks(paperId, isStored),

    async controlHistory({ action }) {
      await jobs.history.control(action)
      return null
    },

    async cancelSync() {
      jobs.cancelSync()
      return null
    },

    searchPapers: ({ words }) => paperSearch.find(words),

    async cancelSearch() {
      paperSearch.cancel()
      return null
    },

    async addWatch(watch, messageId) {
      refuseBadQuestion(watch.question)
      await jobs.passMatches([watch])
      const added = await addWatch(db, watch, messageId)
      void jobs.announceWatches([added])
      void jobs.updateBadge()
      return added
    },

    async changeWatch({ id, ...change }, messageId) {
      if (change.question !== undefined) refuseBadQuestion(change.question)
      const changed = await changeWatch(db, id, change, messageId)
      if (changed === undefined) return null
      await jobs.passMatches([changed.after])
      void jobs.updateBadge()
      void jobs.announceWatches([changed.before, changed.after])
      return changed.after
    },

    async removeWatch({ id }, messageId) {
      const removed = await removeWatch(db, id, messageId)
      if (removed !== undefined) void jobs.announceWatches([removed])
      void jobs.updateBadge()
      return null
    },

    async keepPaper(told) {
      await storePaper(db, told)
      void jobs.announceChange([told.paper.id])
      return null
    },

    async restoreBackup({ isAnew }) {
      const restored = await jobs.backup.restore(isAnew)
      await applyUserData(jobs)
      return restored
    },

    async declineBackup() {
      await jobs.backup.leaveAsItIs()
      return null
    },

    async importRows(slice, id) {
      const { counts, paperIds } = await importSlice(db, slice, Date.now(), id)
      void jobs.announceChange(paperIds)
      if (slice.table === 'settings') await applyUserData(jobs)
      else void jobs.updateBadge()
      void jobs.updateIndex()
      return counts
    },

    async eraseAll() {
      const entries = await jobs.backup.erase()
      await applyUserData(jobs)
      void jobs.syncPlanned().catch(() => {})
      return { entries }
    },
  }
}

/** Everything that follows from data of the user's, after much of it has changed at once. */
export async function applyUserData(jobs: Jobs): Promise<void> {
  await Promise.all([jobs.siteAccess.update(), ensureSyncAlarm(jobs.db), jobs.updateBadge()])
  void jobs.updateIndex()
}

/** The page that asks tells why, before it does. */
function refuseBadQuestion(question: string): void {
  const { problem } = readQuestion(question)
  if (problem !== undefined) throw new Error(`A watch can't ask that: ${problem}`)
}
