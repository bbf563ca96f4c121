import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { editEntry } from '../../lib/db/entries/entries'
import { markSeen } from '../../lib/db/entries/seen'
import { getEntries } from '../../lib/db/entries/stored-entries'
import { getList } from '../../lib/db/lists/lists'
import { unseenPapers } from '../../lib/notify/unseen'
import { addDays } from '../../lib/papers/day'
import type { PaperId } from '../../lib/papers/paper-id'
import { hfDaily } from '../../lib/sources/hf-daily'
import { syncList } from '../../lib/sync/sync-list'
import { freshDatabase, id } from '../unit/db/samples'

/*
 * The captured days in their order, each as it grew: first with one paper, then with a third of them, then with
 * all, with more votes each time, and once more cut short. The user reads the list each evening.
 */

const folder = path.resolve(import.meta.dirname, '../../../shared/data/hf-daily')
const isCaptured = existsSync(folder)
if (!isCaptured) {
  console.warn(`NOT TESTED: the captured data is absent (${folder}), so no day is half published.`)
}

interface RawItem {
  paper: { id: string; upvotes: number }
}

const hour = 3_600_000

describe.skipIf(!isCaptured)('every captured day, half published', () => {
  test('announces each paper once, and the badge is right', { timeout: 600_000 }, async () => {
    const db = freshDatabase()
    const { signal } = new AbortController()
    // By hand, and apart from the code under test.
    const listed = new Map<string, Set<string>>()
    const read = new Set<string>()
    const announced = new Map<string, number>()
    let shown = new Set<string>()
    let first = ''
    let syncs = 0

    async function sync(day: string, items: readonly RawItem[], now: number): Promise<void> {
      const fetch = async () =>
        new Response(JSON.stringify(items), { headers: { 'content-type': 'application/json' } })
      const before = (await getList(db, `hf-daily/day/${day}`))?.paperIds ?? []
      await syncList({
        db,
        source: hfDaily,
        period: { kind: 'day', day },
        fetch,
        now,
        signal,
      })
      syncs += 1
      const after = (await getList(db, `hf-daily/day/${day}`))?.paperIds ?? []
      const lost = before.filter((paper) => !after.includes(paper))
      expect(lost, day).toEqual([])
      first ||= day
      const ids = listed.get(day) ?? new Set<string>()
      for (const { paper } of items) ids.add(`arxiv:${paper.id}`)
      listed.set(day, ids)
      expect(after.length, day).toBe(ids.size)

      const unseen = await unseenPapers(db, now)
      expect(unseen.length, `badge on ${day}`).toBe(countByHand(day))
      for (const paper of unseen) {
        if (!shown.has(paper)) announced.set(paper, (announced.get(paper) ?? 0) + 1)
      }
      shown = new Set(unseen)
    }

    function countByHand(today: string): number {
      const news = new Set<string>()
      for (let back = 0; back <= 7; back += 1) {
        const day = addDays(today, -back)
        if (day >= first) for (const paper of listed.get(day) ?? []) news.add(paper)
      }
      return [...news].filter((paper) => !read.has(paper)).length
    }

    const kept: PaperId[] = []
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.json')) continue
      const day = file.slice(0, 10)
      const all = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as RawItem[]
      const morning = Date.parse(day) + 3 * hour
      const steps = [1, Math.ceil(all.length * 0.3), all.length, Math.floor(all.length / 2)]
      for (const [step, count] of steps.entries()) {
        const items = all.slice(0, count).map(({ paper, ...outer }) => ({
          ...outer,
          paper: { ...paper, upvotes: paper.upvotes + step * 5 },
        }))
        await sync(day, items, morning + step * 4 * hour)
      }
      const paperId = id(`arxiv:${all[0]?.paper.id}`)
      if (kept.length < 20) {
        kept.push(paperId)
        await editEntry(db, { paperId, status: 'saved', note: day }, morning)
      }
      const evening = morning + 18 * hour
      const unseen = await unseenPapers(db, evening)
      await markSeen(db, unseen, evening)
      for (const paper of unseen) read.add(paper)
      shown = new Set()
      expect(await unseenPapers(db, evening)).toEqual([])
    }

    const everListed = new Set([...listed.values()].flatMap((ids) => [...ids]))
    expect(announced.size).toBe(everListed.size)
    expect([...announced].filter(([, times]) => times !== 1)).toEqual([])
    expect(await db.papers.count()).toBe(everListed.size)
    const notes = [...(await getEntries(db, kept)).values()].map(({ note }) => note !== '')
    expect(notes).toEqual(kept.map(() => true))
    console.info(
      `half published: ${listed.size} days, ${syncs} syncs, ${announced.size} papers announced once each`,
    )
  })
})
