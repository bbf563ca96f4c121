import { descriptionOf, failureWords, knowledgeOf } from '../../lib/annotate/knowledge'
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
import { redoChange, type UndoOutcome, undoChange } from '../../lib/db/user-data/undo'
import { cite } from '../../lib/export/cite'
import { undoneText } from '../../lib/i18n/journal-text'
import type { Handlers } from '../../lib/messaging/handle'
import type { Reply } from '../../lib/messaging/protocol'
import { passMatches } from '../../lib/notify/notices'
import type { PaperId } from '../../lib/papers/paper-id'
import { readQuestion, watching } from '../../lib/search/watch-question'
import { ensureDigestAlarm, ensureSyncAlarm } from './alarms'
import { followChange } from './follow-change'
import { inBackground } from './in-background'
import type { Jobs } from './jobs'
import { createPaperSearch } from './paper-search'
import { sparePapers } from './spare-papers'

/** What the worker answers to each message. */
export function createHandlers(jobs: Jobs): Handlers {
  const { db } = jobs
  const paperSearch = createPaperSearch(db)
  const spare = sparePapers()

  const onMoved = (paperIds: readonly PaperId[]) => inBackground(jobs.broadcastChange(paperIds))

  async function told(
    undone: UndoOutcome | undefined,
    isRedone: boolean,
  ): Promise<Reply<'undoChange'>> {
    if (undone === undefined) return null
    const { change, extent, paperIds } = undone
    const hasNewPapers = change.separated !== undefined || change.joined !== undefined
    followChange(jobs, { paperIds, hasNewPapers })
    if (change.imported !== undefined) await applyUserData(jobs)
    return { text: undoneText(change, extent, isRedone), paperIds }
  }

  return {
    async lookUp({ paperIds }, _id, page) {
      spare(page, paperIds.length)
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
      spare(page, 1)
      jobs.siteHealth.noteFound(page)
      const work = await findWork(db, [paperId, ...aliases])
      const id = work.paper?.id ?? paperId
      const completion = (await getCompletions(db, [id])).get(id)
      const watches = work.paper && watching(await getWatches(db))(work.paper)
      return descriptionOf(paperId, { ...work, completion, watches })
    },

    async readTagsAndNote({ paperId, aliases = [] }, _id, page) {
      spare(page, 1)
      const { entry } = await findWork(db, [paperId, ...aliases])
      return { tags: entry?.tags ?? [], note: entry?.note ?? '' }
    },

    readFailureWords: async () => failureWords(),

    async cite({ paperId, format }) {
      const paper = (await findPapers(db, [paperId])).get(paperId)
      if (paper === undefined) throw new Error('Nothing is known of this paper but its name')
      return cite(paper, format)
    },

    async noteTrouble({ trouble }, _id, page) {
      jobs.siteHealth.noteTrouble(page, trouble)
      return null
    },

    listTags: ({ typed }) => listTags(db, typed),

    async editEntry(change, id) {
      const entry = await editEntry(db, change, Date.now(), id)
      followChange(jobs, {
        paperIds: [change.paperId, entry.paperId],
        edited: [entry.paperId],
        hasNewPapers: change.page !== undefined,
      })
      return entry
    },

    async editEntries({ changes }, id) {
      const entries = await editEntries(db, changes, Date.now(), id)
      followChange(jobs, {
        paperIds: [...changes, ...entries].map(({ paperId }) => paperId),
        edited: entries.map(({ paperId }) => paperId),
      })
      return entries
    },

    async separate({ paperId, name }, id) {
      await separate(db, paperId, name, Date.now(), id)
      followChange(jobs, { paperIds: [paperId, name], hasNewPapers: true })
      return null
    },

    undoChange: async ({ changeId }, id) =>
      told(await undoChange(db, { changeId, id, onMoved }, Date.now()), false),

    undoNewest: async (_request, id) =>
      told(await undoChange(db, { id, onMoved }, Date.now()), false),

    redoChange: async ({ changeId }, id) =>
      told(await redoChange(db, { changeId, id, onMoved }, Date.now()), true),

    async changeSettings(changes, id) {
      // Mark today's matches as announced, so that switching on does not announce papers already listed.
      if (changes.notifiesMatches === true) await passMatches(db, await getWatches(db), Date.now())
      await changeSettings(db, changes, id)
      if (changes.sitesOff !== undefined) await jobs.siteAccess.update()
      if (changes.syncInterval !== undefined) await ensureSyncAlarm(db)
      if (changes.badge !== undefined) await jobs.badge.update()
      if (changes.notifiesDigest !== undefined || changes.digestHour !== undefined) {
        await ensureDigestAlarm(db)
        inBackground(jobs.notify())
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
      await jobs.badge.update()
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
      await passMatches(db, [watch], Date.now())
      const added = await addWatch(db, watch, messageId)
      inBackground(jobs.broadcastWatches([added]))
      inBackground(jobs.badge.update())
      return added
    },

    async changeWatch({ id, ...change }, messageId) {
      if (change.question !== undefined) refuseBadQuestion(change.question)
      const changed = await changeWatch(db, id, change, messageId)
      if (changed === undefined) return null
      await passMatches(db, [changed.after], Date.now())
      inBackground(jobs.badge.update())
      inBackground(jobs.broadcastWatches([changed.before, changed.after]))
      return changed.after
    },

    async removeWatch({ id }, messageId) {
      const removed = await removeWatch(db, id, messageId)
      if (removed !== undefined) inBackground(jobs.broadcastWatches([removed]))
      inBackground(jobs.badge.update())
      return null
    },

    async keepPaper(told) {
      await storePaper(db, told)
      inBackground(jobs.broadcastChange([told.paper.id]))
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
      followChange(jobs, { paperIds, hasNewPapers: true })
      if (slice.table === 'settings') await applyUserData(jobs)
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

/** Everything that follows from user data, after much of it has changed at once. */
export async function applyUserData(jobs: Jobs): Promise<void> {
  await Promise.all([jobs.siteAccess.update(), ensureSyncAlarm(jobs.db), jobs.badge.update()])
  inBackground(jobs.updateIndex())
}

/** The page checks first and shows the problem; this is the second check, at the boundary. */
function refuseBadQuestion(question: string): void {
  const { problem } = readQuestion(question)
  if (problem !== undefined) throw new Error(`A watch can't ask that: ${problem}`)
}
