import { expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { addWatch } from '../../../lib/db/entries/watches'
import { storeList } from '../../../lib/db/lists/lists'
import { type DigestPaper, readDigest } from '../../../lib/queries/digest'
import { freshDatabase, listed, nth } from '../db/samples'

const now = Date.UTC(2026, 6, 27, 12)
const hf = 'hf-daily'

async function store(db: DogearDatabase, source: string, day: string, papers: readonly number[]) {
  const items = papers.map((n) => {
    const item = listed(nth(n))
    return { ...item, paper: { ...item.paper, title: n === 3 ? 'Cache' : 'Plain', votes: n } }
  })
  await storeList(db, { source, period: { kind: 'day', day }, items, skipped: 0, now })
}

const numbers = (papers: readonly DigestPaper[] = []) =>
  papers.map(({ paper }) => Number(paper.id.slice(-5)))

test('a digest has what matches, then the most voted of the chosen sources, and what was kept the day before', async () => {
  const db = freshDatabase()
  await addWatch(db, {
    id: 'w',
    question: 'cache',
    createdAt: 1,
    isEnabled: true,
    notifies: true,
  })
  await store(db, hf, '2026-07-24', [50])
  await store(db, hf, '2026-07-27', [1, 2, 3, 4])
  await store(db, 'arxiv:cs.CL', '2026-07-27', [2, 9])
  await store(db, 'arxiv:cs.LG', '2026-07-27', [70])
  const value = [hf, 'arxiv:cs.CL'].map((id) => ({ id, isCounted: false }))
  await db.settings.put({ name: 'sources', value })
  await editEntry(db, { paperId: nth(4), status: 'hidden' }, now)
  const yesterday = new Date(2026, 6, 26, 15).getTime()
  await editEntry(db, { paperId: nth(50), status: 'saved' }, yesterday)
  await editEntry(db, { paperId: nth(50), addTags: ['later'] }, now)
  await editEntry(db, { paperId: nth(1), status: 'saved' }, now)

  const digest = await readDigest(db, undefined, now)
  expect(digest).toMatchObject({ day: '2026-07-27', previous: '2026-07-24', next: undefined })
  expect(digest?.total).toBe(4)
  expect(numbers(digest?.matches)).toEqual([3])
  expect(numbers(digest?.top)).toEqual([9, 2, 1])
  expect(numbers(digest?.kept)).toEqual([50])
})

test('a digest of a day without a list is that of the last one before it', async () => {
  const db = freshDatabase()
  await store(db, hf, '2026-07-24', [50])
  await store(db, hf, '2026-07-27', [1])
  expect(await readDigest(db, '2026-07-26', now)).toMatchObject({
    day: '2026-07-24',
    next: '2026-07-27',
  })
  expect(await readDigest(db, '2026-07-23', now)).toBeUndefined()
  expect((await readDigest(db, '2027-01-01', now))?.day).toBe('2026-07-27')
})

test('it names the ten most voted', async () => {
  const db = freshDatabase()
  await store(
    db,
    hf,
    '2026-07-27',
    Array.from({ length: 15 }, (_, index) => index + 10),
  )
  expect(numbers((await readDigest(db, undefined, now))?.top)).toEqual([
    24, 23, 22, 21, 20, 19, 18, 17, 16, 15,
  ])
})

test('of a list of the latest it has the papers of its day, each once', async () => {
  const db = freshDatabase()
  const source = 'hf-submitter:ada'
  await db.settings.put({
    name: 'sources',
    value: [hf, source].map((id) => ({ id, isCounted: true })),
  })
  await store(db, hf, '2026-07-24', [1])
  const on = (n: number, listedOn: string) => ({ ...listed(nth(n)), listedOn })
  const items = [on(9, '2026-07-27'), on(2, '2026-07-24'), on(1, '2026-07-24')]
  await storeList(db, { source, period: { kind: 'latest' }, items, skipped: 0, now })
  expect(numbers((await readDigest(db, undefined, now))?.top)).toEqual([9])
  expect(numbers((await readDigest(db, '2026-07-24', now))?.top).sort()).toEqual([1, 2])
})
