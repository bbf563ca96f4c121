import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../../lib/db/database'
import { getList } from '../../lib/db/lists'
import { findPapers, namesOf } from '../../lib/db/papers'
import { failureOf } from '../../lib/errors/failure'
import { announce } from '../../lib/messaging/announce'
import { badgeText, unseenPapers } from '../../lib/notify/unseen'
import type { Period } from '../../lib/papers/list'
import type { PaperId } from '../../lib/papers/paper-id'
import { updateIndex } from '../../lib/search/update-index'
import { hfDaily } from '../../lib/sources/hf-daily'
import type { AskInput } from '../../lib/sync/ask-source'
import { beginCompletion, completeDue } from '../../lib/sync/complete-paper'
import { findLinkedWorks } from '../../lib/sync/find-linked-works'
import { singleFlight } from '../../lib/sync/single-flight'
import { syncCurrent } from '../../lib/sync/sync-current'
import { type SyncDueInput, syncDue } from '../../lib/sync/sync-due'
import type { SyncReport } from '../../lib/sync/sync-list'
import { createSiteAccess, type SiteAccess } from './site-access'

export interface Jobs {
  readonly db: DogearDatabase
  readonly siteAccess: SiteAccess
  /** Today's list, where that is due. Whoever does not wait for the answer finds the failure in the database. */
  syncToday(force?: boolean): Promise<SyncReport | null>
  syncPeriod(period: Period, force: boolean): Promise<SyncReport | null>
  cancelSync(): void
  /** Counts anew what is unseen, from the database. */
  updateBadge(): Promise<void>
  /** Tells the open pages that something else is now known about these papers, under whatever name they show them. */
  announceChange(paperIds: readonly PaperId[]): Promise<void>
  /** Fetches what there is to know about a paper of which only the name is known. Never rejects. */
  completePaper(paperId: PaperId): Promise<void>
  /** Finds out which models, datasets and spaces are linked to a paper. Rejects where that can't be had. */
  findLinkedWorks(paperId: PaperId): Promise<void>
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

  async function sync(force: boolean, step: SyncStep): Promise<SyncReport | null> {
    const { signal } = running
    const report = await singleFlight(navigator.locks, 'sync', signal, () =>
      step({ db, source: hfDaily, fetch: fetch.bind(globalThis), now: Date.now(), signal, force }),
    )
    if (report === undefined) return null
    await updateBadge()
    const list = await getList(db, report.key)
    await announceChange(list?.paperIds ?? [])
    void updateSearch()
    return report
  }

  async function updateBadge(): Promise<void> {
    const unseen = await unseenPapers(db, Date.now())
    await browser.action.setBadgeBackgroundColor({ color: badgeColor })
    await browser.action.setBadgeText({ text: badgeText(unseen.length) })
  }

  async function announceChange(paperIds: readonly PaperId[]): Promise<void> {
    if (paperIds.length === 0) return
    const papers = await findPapers(db, paperIds)
    const names = new Set([...paperIds, ...[...papers.values()].flatMap(namesOf)])
    await announce({ name: 'changed', paperIds: [...names] })
  }

  async function completePaper(paperId: PaperId): Promise<void> {
    try {
      if (!(await beginCompletion(db, paperId, Date.now()))) return
      await announceChange([paperId])
      await complete()
    } catch (error) {
      // A paper without a title is still saved, and the next start of the worker goes on with it.
      console.warn('Dogear:', failureOf(error).message)
    }
  }

  const asking = (signal: AbortSignal): AskInput => ({
    db,
    fetch: fetch.bind(globalThis),
    now: Date.now,
    wait: (duration) => new Promise((resolve) => setTimeout(resolve, duration)),
    signal,
  })

  async function complete(): Promise<void> {
    const { signal } = new AbortController()
    await singleFlight(navigator.locks, 'complete', signal, () =>
      completeDue({
        ...asking(signal),
        onChange: (paperIds) => void announceChange(paperIds),
      }),
    )
    void updateSearch()
  }

  async function updateSearch(): Promise<void> {
    const { signal } = new AbortController()
    try {
      await singleFlight(navigator.locks, 'search', signal, () =>
        updateIndex(db, {
          signal,
          pause: () => new Promise((resolve) => setTimeout(resolve)),
          clock: () => performance.now(),
        }),
      )
    } catch (error) {
      // What is not indexed waits in the database for the next time.
      console.warn('Dogear:', failureOf(error).message)
    }
  }

  return {
    db,
    siteAccess: createSiteAccess(db),
    syncToday: (force = false) => sync(force, syncCurrent),
    syncPeriod: (period, force) => sync(force, (input) => syncDue({ ...input, period })),
    cancelSync() {
      running.abort()
      running = new AbortController()
    },
    updateBadge,
    announceChange,
    completePaper,
    completeDue: complete,
    findLinkedWorks(paperId) {
      const { signal } = new AbortController()
      return singleFlight(navigator.locks, 'linked-works', signal, () =>
        findLinkedWorks(paperId, asking(signal)),
      )
    },
    updateIndex: updateSearch,
  }
}
