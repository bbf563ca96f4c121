import { afterAll, describe, expect, test } from 'vitest'
import { editEntry } from '../../../lib/db/entries/entries'
import { getList } from '../../../lib/db/lists/lists'
import { addDays, currentDay, isWeekend } from '../../../lib/papers/day'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { beginCompletion, completeDue } from '../../../lib/sync/complete-paper'
import { politeFetch } from '../../../lib/sync/host-turns'
import { pruneDaily } from '../../../lib/sync/prune-daily'
import { syncCurrent } from '../../../lib/sync/sync-current'
import { syncPlanned } from '../../../lib/sync/sync-planned'
import { freshDatabase, id } from '../db/samples'
import { highestRate, type Sent, SimulatedService } from './simulated-service'

const minute = 60_000
const hour = 60 * minute
const papersADay = 6

interface Life {
  readonly what: string
  readonly from: string
  readonly days: number
  /** Whether the browser runs at a moment. */
  readonly isUp: (moment: Date) => boolean
  /** At these hours, UTC, the popup is opened. */
  readonly popups: readonly number[]
  readonly isMetered?: boolean
  /** The most requests for lists in a day. */
  readonly mostADay: number
}

const always = () => true
const atWork = (moment: Date) =>
  ![0, 6].includes(moment.getUTCDay()) && moment.getUTCHours() >= 8 && moment.getUTCHours() < 18

const lives: readonly Life[] = [
  {
    what: 'The browser always runs (July)',
    from: '2026-07-01',
    days: 30,
    isUp: always,
    popups: [8, 12, 17],
    mostADay: 80,
  },
  {
    what: 'The same when the clocks go back (from 20 October)',
    from: '2026-10-20',
    days: 30,
    isUp: always,
    popups: [8, 12, 17],
    mostADay: 80,
  },
  {
    what: 'The same on a metered connection',
    from: '2026-07-01',
    days: 30,
    isUp: always,
    popups: [8, 12, 17],
    isMetered: true,
    mostADay: 40,
  },
  {
    what: 'The browser runs at work, 8 to 18 UTC',
    from: '2026-07-01',
    days: 30,
    isUp: atWork,
    popups: [8, 12, 17],
    mostADay: 40,
  },
  {
    what: 'At work, with two weeks of holiday',
    from: '2026-07-01',
    days: 30,
    isUp: (moment) => atWork(moment) && (moment.getUTCDate() < 6 || moment.getUTCDate() > 19),
    popups: [9],
    mostADay: 60,
  },
]

/** Runs the worker through the time, with an alarm every half hour. @returns the requests that it made */
async function live({ from, days, isUp, popups, isMetered = false }: Life) {
  const service = new SimulatedService(Date.parse(from), papersADay, addDays(from, -30))
  const db = freshDatabase()
  const signal = new AbortController().signal
  const now = () => service.now
  const wait = async (duration: number) => {
    service.now += duration
  }
  const fetch = politeFetch({ db, fetch: service.fetch, now, wait })
  const input = { db, source: hfDaily, fetch, now, signal, wait }
  const settings = { syncInterval: 30, catchUpDays: 30, isMetered }
  const planned = { ...input, sources: [hfDaily], settings, onSynced: async () => {} }
  const exclusive = <T>(job: () => Promise<T>) => job()
  const end = Date.parse(from) + days * 24 * hour
  for (let tick = Date.parse(from); tick < end; tick += 30 * minute) {
    service.now = Math.max(service.now, tick)
    const moment = new Date(tick)
    if (!isUp(moment)) continue
    await syncPlanned({ ...planned, exclusive })
    await pruneDaily({ db, now: now(), keepDays: 365, signal })
    if (moment.getUTCMinutes() === 30 || !popups.includes(moment.getUTCHours())) continue
    await syncCurrent({ ...input, now: now() })
    // A paper is saved by its name alone, and asked for at every host that could know it.
    const name = id(`doi:10.1000/${tick}`)
    await editEntry(db, { paperId: name, status: 'saved' }, now())
    if (await beginCompletion(db, name, now())) await completeDue({ ...input, onChange: () => {} })
  }
  return { db, service, sent: service.sent }
}

function byDay(sent: readonly Sent[]): number[] {
  const counts = new Map<string, number>()
  for (const { at } of sent) counts.set(currentDay(at), (counts.get(currentDay(at)) ?? 0) + 1)
  return [...counts.values()]
}

const rows: string[] = []
afterAll(() => console.info(['', 'For docs/reliability.md:', ...rows].join('\n')))

describe('a month', () => {
  test.each(lives)('$what', { timeout: 240_000 }, async (life) => {
    const { db, service, sent } = await live(life)
    const lists = sent.filter(({ day }) => day !== null)
    const perDay = byDay(lists)
    const hosts = [...new Set(sent.map(({ host }) => host))].map(
      (host) => `${host} ${sent.filter((one) => one.host === host).length}`,
    )
    const mean = lists.length / perDay.length
    rows.push(
      `| ${life.what} | ${lists.length} | ${mean.toFixed(0)} | ${Math.max(...perDay)} | ${highestRate(sent)} | ${hosts.join(', ')} |`,
    )
    expect(highestRate(sent)).toBeLessThanOrEqual(2)
    expect(Math.max(...perDay)).toBeLessThanOrEqual(life.mostADay)
    // Whole lists, of every day since the first sync: also of Fridays, and of the holidays.
    const last = Math.max(...lists.map(({ at }) => at))
    for (let day = life.from; Date.parse(day) < last - 48 * hour; day = addDays(day, 1)) {
      const list = await getList(db, `hf-daily/day/${day}`)
      expect([day, list?.paperIds.length]).toEqual([day, isWeekend(day) ? 0 : papersADay])
      expect(list?.paperIds.length).toBe(service.itemsOf(day).length)
    }
  })
})
