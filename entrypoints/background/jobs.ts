import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../../lib/db/database'
import { getList } from '../../lib/db/lists'
import { announceChange } from '../../lib/messaging/announce'
import { badgeText, unseenPapers } from '../../lib/notify/unseen'
import type { Period } from '../../lib/papers/list'
import type { PaperId } from '../../lib/papers/paper-id'
import { annotatedPages } from '../../lib/sites/matches'
import { hfDaily } from '../../lib/sources/hf-daily'
import { completePaper } from '../../lib/sync/complete-paper'
import { singleFlight } from '../../lib/sync/single-flight'
import { syncCurrent } from '../../lib/sync/sync-current'
import { type SyncDueInput, syncDue } from '../../lib/sync/sync-due'
import type { SyncReport } from '../../lib/sync/sync-list'

export interface Jobs {
  readonly db: DogearDatabase
  /** Today's list, where that is due. Whoever does not wait for the answer finds the failure in the database. */
  syncToday(force?: boolean): Promise<SyncReport | null>
  syncPeriod(period: Period, force: boolean): Promise<SyncReport | null>
  cancelSync(): void
  /** Counts anew what is unseen, from the database. */
  updateBadge(): Promise<void>
  announce(paperIds: readonly PaperId[]): Promise<void>
  /** Fetches what there is to know about a paper of which only the name is known. Never rejects. */
  completePaper(paperId: PaperId): Promise<void>
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
    await announce(list?.paperIds ?? [])
    return report
  }

  async function updateBadge(): Promise<void> {
    const unseen = await unseenPapers(db, Date.now())
    await browser.action.setBadgeBackgroundColor({ color: badgeColor })
    await browser.action.setBadgeText({ text: badgeText(unseen.length) })
  }

  function announce(paperIds: readonly PaperId[]): Promise<void> {
    return announceChange(paperIds, annotatedPages)
  }

  async function completePaperOf(paperId: PaperId): Promise<void> {
    const { signal } = running
    const now = Date.now()
    const input = { db, paperId, fetch: fetch.bind(globalThis), now, signal }
    // A paper without a title is still saved: it gets one from its own page, or when a list has it.
    if (await completePaper(input).catch(() => false)) await announce([paperId])
  }

  return {
    db,
    syncToday: (force = false) => sync(force, syncCurrent),
    syncPeriod: (period, force) => sync(force, (input) => syncDue({ ...input, period })),
    cancelSync() {
      running.abort()
      running = new AbortController()
    },
    updateBadge,
    announce,
    completePaper: completePaperOf,
  }
}
