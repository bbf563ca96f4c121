import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../../lib/db/database'
import { getWatches } from '../../lib/db/entries/watches'
import { getList } from '../../lib/db/lists/lists'
import { makeOrganizationLists } from '../../lib/db/lists/organization-lists'
import { readRecentPapers } from '../../lib/db/lists/recent-papers'
import type { LinkedWorksRow } from '../../lib/db/papers/linked-works'
import { findPapers, namesOf } from '../../lib/db/papers/papers'
import { getSetting, getSettings } from '../../lib/db/settings/settings'
import { getSyncStates } from '../../lib/db/states/sync-states'
import { failureOf } from '../../lib/errors/failure'
import { announce } from '../../lib/messaging/announce'
import { passMatches, takeNotices } from '../../lib/notify/notices'
import { badgeText, countForBadge } from '../../lib/notify/unseen'
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
import { chosenSources, findAllowed } from './chosen-sources'
import { connection } from './connection'
import { createHistoryJob, type HistoryJob } from './history-job'
import { mayNotify, showNotice } from './show-notice'
import { createSiteAccess, type SiteAccess } from './site-access'
import { createSiteHealth, type SiteHealth } from './site-health'

export interface Jobs {
  readonly db: DogearDatabase
  readonly siteAccess: SiteAccess
  readonly siteHealth: SiteHealth
  readonly history: HistoryJob
  readonly backup: BackupJob
  /** The newest list of a source, where that is due. Whoever does not wait for the answer finds the failure in the database. */
  syncToday(source: SourceId, force?: boolean): Promise<SyncReport | null>
  /** Whatever is due: today's list, and what was missed. Announces afterwards what is to be announced. */
  syncPlanned(): Promise<void>
  /** Removes what is old and not kept, once a day. */
  prune(): Promise<void>
  syncPeriod(source: SourceId, period: Period, force: boolean): Promise<SyncReport | null>
  cancelSync(): void
  /** Takes note of other sources: the badge counts theirs, and what is due of them is fetched. */
  followSources(): Promise<void>
  /** Counts anew what is unseen, from the database. */
  updateBadge(): Promise<void>
  /** Tells the open pages that something else is now known about these papers, under whatever name they show them. */
  announceChange(paperIds: readonly PaperId[]): Promise<void>
  /** Tells the open pages that papers may match these watches, or no longer match them. */
  announceWatches(watches: readonly Watch[]): Promise<void>
  /** Announces what is to be announced, where the user wants that. Never rejects. */
  notify(): Promise<void>
  /** What these watches match by now is not announced any more; all that there are where none are given. */
  passMatches(watches?: readonly Watch[]): Promise<void>
  /** Fetches what there is to know about a paper of which only the name is known. Never rejects. */
  completePaper(paperId: PaperId): Promise<void>
  /** Finds out which models, datasets and spaces are linked to a paper. Rejects where that can't be had. */
  findLinkedWorks(paperId: PaperId, isStored: boolean): Promise<LinkedWorksRow>
  /** Goes on with what was left of that: by a worker that was stopped, or to be tried again. */
  completeDue(): Promise<void>
  /** Brings the search index up to date, or goes on with it. Never rejects. */
  updateIndex(): Promise<void>
}

/** `--unseen` of the look, where no style sheet reaches. */
const badgeColor = '#c2451e'

type SyncStep = (input: Omit<SyncDueInput, 'period'>) => Promise<SyncReport | undefined>

export function createJobs(db: DogearDatabase): Jobs {
  let running = new AbortController()
  /** Nobody stops what nobody waits for. */
  const { signal: never } = new AbortController()
  const { now } = Date
  const wait = (duration: number) => new Promise<void>((resolve) => setTimeout(resolve, duration))
  // The only way out: all that is fetched waits for its turn here.
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
    if (report !== undefined) await showNews(report)
    return report ?? null
  }

  async function showNews({ key }: SyncReport): Promise<void> {
    await makeLists()
    await updateBadge()
    const list = await getList(db, key)
    await announceChange(list?.paperIds ?? [])
    void updateSearch()
  }

  /** Those that nobody is asked for. */
  async function makeLists(): Promise<void> {
    const sources = await getSetting(db, 'sources')
    const ids = sources.map(({ id }) => id)
    await makeOrganizationLists(db, ids)
  }

  async function planned(): Promise<void> {
    const { isOnline, isMetered } = connection()
    // That is no failure of anybody's. Back on line the next alarm, or the popup, goes on.
    if (!isOnline) return
    const settings = { ...(await getSettings(db)), isMetered }
    // Who says stop means this as well: a host that hangs must not keep the next try waiting.
    const { signal } = running
    const sources = await chosenSources(settings)
    const input = { db, sources, fetch, now, settings, exclusive, onSynced: showNews, signal }
    await singleFlight(navigator.locks, 'planned', signal, () => syncPlanned(input))
  }

  async function syncToday(source: SourceId, force = false): Promise<SyncReport | null> {
    const report = await sync(source, force, syncCurrent)
    // What was missed is not waited for. How it went is noted in the database.
    void planned().catch(() => {})
    return report
  }

  /** Whoever adds a source wants to see what comes of it, also on a day on which it usually has nothing. */
  async function askNewSources(): Promise<void> {
    const ids = (await getSetting(db, 'sources')).map(({ id }) => id)
    const known = await getSyncStates(db, ids)
    for (const id of ids) {
      // One that can't be had does not keep the others from being asked.
      if (!known.has(id)) await sync(id, false, syncCurrent).catch(() => {})
    }
  }

  async function updateBadge(): Promise<void> {
    const { badge, sources } = await getSettings(db)
    const counted = sources.filter(({ isCounted }) => isCounted).map(({ id }) => id)
    const count = await countForBadge(db, now(), badge, counted)
    await browser.action.setBadgeBackgroundColor({ color: badgeColor })
    await browser.action.setBadgeText({ text: badgeText(count) })
  }

  async function announceChange(paperIds: readonly PaperId[]): Promise<void> {
    if (paperIds.length === 0) return
    const papers = await findPapers(db, paperIds)
    const names = new Set([...paperIds, ...[...papers.values()].flatMap(namesOf)])
    await announce({ name: 'changed', paperIds: [...names] })
  }

  async function announceWatches(watches: readonly Watch[]): Promise<void> {
    const matching = watching(watches)
    const { papers } = await readRecentPapers(db)
    await announceChange(papers.filter((paper) => matching(paper).length > 0).map(({ id }) => id))
  }

  async function notify(): Promise<void> {
    try {
      await singleFlight(navigator.locks, 'notify', never, async () => {
        if (!(await mayNotify())) return
        const notices = await takeNotices(db, now(), await getSettings(db))
        for (const notice of notices) await showNotice(notice)
      })
    } catch (error) {
      // What was taken is not shown later. What was not comes with the next sync.
      console.warn('Dogear:', failureOf(error).message)
    }
  }

  async function completePaper(paperId: PaperId): Promise<void> {
    try {
      if (!(await beginCompletion(db, paperId, now()))) return
      await announceChange([paperId])
      await complete()
    } catch (error) {
      // A paper without a title is still saved, and the next start of the worker goes on with it.
      console.warn('Dogear:', failureOf(error).message)
    }
  }

  const asking: AskInput = { db, fetch, now, wait, signal: never }

  async function complete(): Promise<void> {
    await singleFlight(navigator.locks, 'complete', never, () =>
      completeDue({
        ...asking,
        onChange: (paperIds) => void announceChange(paperIds),
      }),
    )
    void updateSearch()
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
      // What is not indexed waits in the database for the next time.
      console.warn('Dogear:', failureOf(error).message)
    }
  }

  const siteHealth = createSiteHealth(db)
  return {
    db,
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
      onSynced: showNews,
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
      await updateBadge()
      // Not waited for. How it went is noted in the database.
      void askNewSources()
        .finally(planned)
        .catch(() => {})
    },
    updateBadge,
    announceChange,
    announceWatches,
    notify,
    passMatches: async (watches) => passMatches(db, watches ?? (await getWatches(db)), now()),
    completePaper,
    completeDue: complete,
    findLinkedWorks: (paperId, isStored) =>
      singleFlight(navigator.locks, 'linked-works', never, () =>
        findLinkedWorks(paperId, isStored, asking),
      ),
    updateIndex: updateSearch,
  }
}
