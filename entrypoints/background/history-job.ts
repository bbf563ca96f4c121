import { browser } from 'wxt/browser'
import { changeHistory, getHistory, removeHistory } from '../../lib/db/states/histories'
import { fetchHistory, type HistoryInput, startHistory } from '../../lib/sync/fetch-history'
import { singleFlight } from '../../lib/sync/single-flight'
import { ensureAlarm, historyAlarm } from './alarms'
import { connection } from './connection'

/** The long job that fetches every list there ever was. */
export interface HistoryJob {
  control(action: 'start' | 'pause' | 'cancel'): Promise<void>
  /** Goes on with it, where there is one that runs. */
  resume(): Promise<void>
}

export function createHistoryJob(asking: Omit<HistoryInput, 'signal'>): HistoryJob {
  const { db, source, now } = asking
  let running = new AbortController()

  async function resume(): Promise<void> {
    if ((await getHistory(db, source.id))?.status !== 'running') {
      await browser.alarms.clear(historyAlarm)
      return
    }
    await ensureAlarm(historyAlarm, 1)
    const { isOnline, isMetered } = connection()
    if (!isOnline || isMetered) return
    const { signal } = running
    await singleFlight(navigator.locks, 'history', signal, () =>
      fetchHistory({ ...asking, signal }),
    )
    if ((await getHistory(db, source.id))?.status !== 'running') {
      await browser.alarms.clear(historyAlarm)
    }
  }

  function stop(): void {
    running.abort()
    running = new AbortController()
  }

  return {
    resume,
    async control(action) {
      if (action === 'start') await startHistory(asking, now())
      if (action === 'pause') await changeHistory(db, source.id, { status: 'paused' })
      if (action === 'cancel') await removeHistory(db, source.id)
      if (action !== 'start') stop()
      // Not waited for, because it takes hours. The database says how far it is.
      void resume().catch(() => {})
    },
  }
}
