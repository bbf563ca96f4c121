import type { DogearDatabase } from '../../lib/db/database'
import { getList } from '../../lib/db/lists/lists'
import { makeOrganizationLists } from '../../lib/db/lists/organization-lists'
import { readRecentPapers } from '../../lib/db/lists/recent-papers'
import type { LinkedWorksRow } from '../../lib/db/papers/linked-works'
import { findPapers, namesOf } from '../../lib/db/papers/papers'
import { getSetting, getSettings } from '../../lib/db/settings/settings'
import { getSyncStates } from '../../lib/db/states/sync-states'
import { broadcast } from '../../lib/messaging/broadcast'
import { takeNotices } from '../../lib/notify/notices'
import type { Period } from '../../lib/papers/list'
import type { PaperId } from '../../lib/papers/paper-id'
import type { SourceId } from '../../lib/papers/source'
import type { Watch } from '../../lib/papers/watch'
import { updateIndex } from '../../lib/search/update-index'
import { watching } from '../../lib/search/watch-question'
import { hfDaily } from '../../lib/sources/hf-daily'
import type { AskInput } from '../../lib/sync/ask-source'
import { beginCompletion, completeDue } from '../../lib/sync/complete-paper'
import { findLinkedWorks } from '../../lib/sync/find-linked-works'
import { politeFetch } from '../../lib/sync/host-turns'
import { pruneDaily } from '../../lib/sync/prune-daily'
import { singleFlight } from '../../lib/sync/single-flight'
import { syncCurrent } from '../../lib/sync/sync-current'
import { type SyncDueInput, syncDue } from '../../lib/sync/sync-due'
import type { SyncReport } from '../../lib/sync/sync-list'
import { syncPlanned } from '../../lib/sync/sync-planned'
import { type BackupJob, createBackupJob } from './backup-job'
import { type Badge, createBadge } from './badge'
import { chosenSources, findAllowed } from './chosen-sources'
import { connection } from './connection'
import { createHistoryJob, type HistoryJob } from './history-job'
import { inBackground, warn } from './in-background'
import { mayNotify, showNotice } from './show-notice'
import { createSiteAccess, type SiteAccess } from './site-access'
import { createSiteHealth, type SiteHealth } from './site-health'

export interface Jobs {
  readonly db: DogearDatabase
  readonly siteAccess: SiteAccess
  readonly siteHealth: SiteHealth
  readonly history: HistoryJob
  readonly backup: BackupJob
  readonly badge: Badge
  /**
   * The newest list of a source, where that is due. A failure is also noted in the database, for callers that
   * do not wait.
   */
  syncToday(source: SourceId, force?: boolean): Promise<SyncReport | null>
  /** Whatever is due: today's list, and what was missed. Announces afterwards what is to be announced. */
  syncPlanned(): Promise<void>
  /** Removes what is old and not kept, once a day. */
  prune(): Promise<void>
  syncPeriod(source: SourceId, period: Period, force: boolean): Promise<SyncReport | null>
  cancelSync(): void
  /** Takes note of other sources: the badge counts theirs, and what is due of them is fetched. */
  followSources(): Promise<void>
  /** Lets open pages know that these papers changed, under all their names, because a page may show any of them. */
  broadcastChange(paperIds: readonly PaperId[]): Promise<void>
  /** Lets open pages know that papers may match these watches now, or no longer do. */
  broadcastWatches(watches: readonly Watch[]): Promise<void>
  /** Announces what is to be announced, where the user wants that. Never rejects. */
  notify(): Promise<void>
  /** Fetches title and authors of a paper that is known by its name alone. Never rejects. */
  completePaper(paperId: PaperId): Promise<void>
  /** Finds out which models, datasets and spaces are linked to a paper. Rejects where that can't be had. */
  findLinkedWorks(paperId: PaperId, isStored: boolean): Promise<LinkedWorksRow>
  /** Goes on with papers that a stopped worker left, or that are to be tried again. */
  completeDue(): Promise<void>
  /** Brings the search index up to date, or goes on with it. Never rejects. */
  updateIndex(): Promise<void>
}

type SyncStep = (input: Omit<SyncDueInput, 'period'>) => Promise<SyncReport | undefined>

export function createJobs(db: DogearDatabase): Jobs {
  const badge = createBadge(db)
  const siteHealth = createSiteHealth(db)
  let running = new AbortController()
  /** For work that nobody waits for, and so nobody stops. */
  const { signal: never } = new AbortController()
  const now = () => Date.now()
  const wait = (duration: number) => new Promise<void>((resolve) => setTimeout(resolve, duration))
  // The only `fetch` of the worker: every request waits here for the turn of its host.
  const fetch = politeFetch({ db, fetch: globalThis.fetch.bind(globalThis), now, wait })

  function exclusive<T>(job: () => Promise<T>, signal = never): Promise<T> {
    return singleFlight(navigator.locks, 'sync', signal, job)
  }

  async function sync(
    sourceId: SourceId,
    force: boolean,
    step: SyncStep,
  ): Promise<SyncReport | null> {
    const source = await findAllowed(sourceId)
    if (source === undefined) return null
    const { signal } = running
    const report = await exclusive(
      () => step({ db, source, fetch, now: now(), signal, force }),
      signal,
    )
    if (report !== undefined) await showSynced(report)
    return report ?? null
  }

  async function showSynced({ key }: SyncReport): Promise<void> {
    await makeLists()
    await badge.update()
    const list = await getList(db, key)
    await broadcastChange(list?.paperIds ?? [])
    inBackground(updateSearch())
  }

  /** Lists that are made from others, without asking a source. */
  async function makeLists(): Promise<void> {
    const sources = await getSetting(db, 'sources')
    const ids = sources.map(({ id }) => id)
    await makeOrganizationLists(db, ids)
  }

  async function planned(): Promise<void> {
    const { isOnline, isMetered } = connection()
    // Being offline is no failure. The next alarm or the popup goes on.
    if (!isOnline) return
    const settings = { ...(await getSettings(db)), isMetered }
    // Stopping a sync stops this as well: a host that hangs must not keep the next try waiting.
    const { signal } = running
    const sources = await chosenSources(settings)
    const input = { db, sources, fetch, now, settings, exclusive, onSynced: showSynced, signal }
    await singleFlight(navigator.locks, 'planned', signal, () => syncPlanned(input))
  }

  async function syncToday(source: SourceId, force = false): Promise<SyncReport | null> {
    const report = await sync(source, force, syncCurrent)
    // Missed lists are not waited for. Their outcome is noted in the database.
    void planned().catch(() => {})
    return report
  }

  /**
   * A new source is asked at once, also on a day on which it usually has no list, so that the user sees what it
   * brings.
   */
  async function askNewSources(): Promise<void> {
    const ids = (await getSetting(db, 'sources')).map(({ id }) => id)
    const known = await getSyncStates(db, ids)
    for (const id of ids) {
      // One that can't be had does not keep the others from being asked.
      if (!known.has(id)) await sync(id, false, syncCurrent).catch(() => {})
    }
  }

  async function broadcastChange(paperIds: readonly PaperId[]): Promise<void> {
    if (paperIds.length === 0) return
    const papers = await findPapers(db, paperIds)
    const names = new Set([...paperIds, ...[...papers.values()].flatMap(namesOf)])
    await broadcast({ name: 'changed', paperIds: [...names] })
  }

  async function broadcastWatches(watches: readonly Watch[]): Promise<void> {
    const matching = watching(watches)
    const { papers } = await readRecentPapers(db)
    await broadcastChange(papers.filter((paper) => matching(paper).length > 0).map(({ id }) => id))
  }

  async function notify(): Promise<void> {
    try {
      await singleFlight(navigator.locks, 'notify', never, async () => {
        if (!(await mayNotify())) return
        const notices = await takeNotices(db, now(), await getSettings(db))
        for (const notice of notices) await showNotice(notice)
      })
    } catch (error) {
      // Notices that were taken are lost, so that none is shown twice. The others come with the next sync.
      warn(error)
    }
  }

  async function completePaper(paperId: PaperId): Promise<void> {
    try {
      if (!(await beginCompletion(db, paperId, now()))) return
      await broadcastChange([paperId])
      await complete()
    } catch (error) {
      // A paper without a title is still saved, and the next start of the worker goes on with it.
      warn(error)
    }
  }

  const asking: AskInput = { db, fetch, now, wait, signal: never }

  async function complete(): Promise<void> {
    await singleFlight(navigator.locks, 'complete', never, () =>
      completeDue({
        ...asking,
        onChange: (paperIds) => inBackground(broadcastChange(paperIds)),
      }),
    )
    inBackground(updateSearch())
  }

  async function updateSearch(): Promise<void> {
    try {
      await singleFlight(navigator.locks, 'search', never, () =>
        updateIndex(db, {
          signal: never,
          pause: () => new Promise((resolve) => setTimeout(resolve)),
          clock: () => performance.now(),
        }),
      )
    } catch (error) {
      // Papers that are not indexed yet wait in the database for the next time.
      warn(error)
    }
  }

  return {
    db,
    badge,
    siteHealth,
    siteAccess: createSiteAccess(db, siteHealth),
    backup: createBackupJob(db),
    history: createHistoryJob({
      db,
      source: hfDaily,
      fetch,
      now,
      wait,
      exclusive,
      onSynced: showSynced,
    }),
    syncToday,
    syncPlanned: () => planned().finally(notify),
    async prune() {
      const keepDays = await getSetting(db, 'keepDays')
      await exclusive(() => pruneDaily({ db, now: now(), keepDays, signal: never }))
    },
    syncPeriod: (source, period, force) =>
      sync(source, force, (input) => syncDue({ ...input, period })),
    cancelSync() {
      running.abort()
      running = new AbortController()
    },
    async followSources() {
      await makeLists()
      await badge.update()
      // Not waited for. How it went is noted in the database.
      void askNewSources()
        .finally(planned)
        .catch(() => {})
    },
    broadcastChange,
    broadcastWatches,
    notify,
    completePaper,
    completeDue: complete,
    findLinkedWorks: (paperId, isStored) =>
      singleFlight(navigator.locks, 'linked-works', never, () =>
        findLinkedWorks(paperId, isStored, asking),
      ),
    updateIndex: updateSearch,
  }
}
