import { expect, test, vi } from 'vitest'
import { followChange, saveFromOutside } from '../../../entrypoints/background/follow-change'
import type { Jobs } from '../../../entrypoints/background/jobs'
import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { freshDatabase, id, nth, paper } from '../db/samples'

function notingJobs(db: DogearDatabase) {
  const calls: unknown[] = []
  const note = (what: string) => async (about?: unknown) => {
    calls.push(about === undefined ? what : [what, about])
  }
  const jobs = {
    db,
    badge: { update: note('badge'), answer: note('answer') },
    broadcastChange: note('broadcast'),
    completePaper: note('complete'),
    updateIndex: note('index'),
  }
  return { jobs: jobs as unknown as Jobs, calls }
}

test('what follows from a change is done once for each paper', () => {
  const { jobs, calls } = notingJobs(freshDatabase())
  const papers = [nth(1), nth(1), nth(2)]
  followChange(jobs, { paperIds: papers, edited: papers, hasNewPapers: true })
  expect(calls).toEqual([
    'badge',
    ['broadcast', [nth(1), nth(2)]],
    ['complete', nth(1)],
    ['complete', nth(2)],
    'index',
  ])
})

test('a badge that can not be counted keeps nothing else from being done', async () => {
  const { jobs, calls } = notingJobs(freshDatabase())
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const update = () => Promise.reject(new Error('no badge'))
  followChange({ ...jobs, badge: { ...jobs.badge, update } }, { paperIds: [nth(1)] })
  await vi.waitFor(() => expect(warn).toHaveBeenCalled())
  expect(calls).toEqual([['broadcast', [nth(1)]]])
})

test('a paper that is saved from outside under another name is broadcast and completed as itself', async () => {
  const db = freshDatabase()
  const doi = id('doi:10.5555/caches')
  await db.papers.put(paper(nth(1), { aliases: [doi] }))
  const { jobs, calls } = notingJobs(db)
  await saveFromOutside(jobs, doi)
  expect(await db.entries.get(nth(1))).toMatchObject({ status: 'saved' })
  expect(calls).toEqual(['badge', ['broadcast', [doi, nth(1)]], ['complete', nth(1)]])
})

test.each(['reading', 'read'] as const)(
  'one that is %s stays so when its notification says save',
  async (status) => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status }, 1_000)
    await saveFromOutside(notingJobs(db).jobs, nth(1))
    expect(await db.entries.get(nth(1))).toMatchObject({ status, statusAt: 1_000 })
    expect(await db.journal.count()).toBe(1)
  },
)

test('one that was hidden is saved', async () => {
  const db = freshDatabase()
  await editEntry(db, { paperId: nth(1), status: 'hidden' }, 1_000)
  await saveFromOutside(notingJobs(db).jobs, nth(1))
  expect(await db.entries.get(nth(1))).toMatchObject({ status: 'saved' })
})
