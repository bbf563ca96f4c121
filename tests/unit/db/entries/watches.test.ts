import { expect, test } from 'vitest'
import { addWatch, changeWatch, getWatches, removeWatch } from '../../../../lib/db/entries/watches'
import { storeList } from '../../../../lib/db/lists/lists'
import { readRecentPapers } from '../../../../lib/db/lists/recent-papers'
import { watchLimits } from '../../../../lib/papers/limits'
import type { Watch } from '../../../../lib/papers/watch'
import { freshDatabase, listed, nth } from '../samples'

function watch(number: number, question = `word${number}`): Watch {
  return { id: `w${number}`, question, createdAt: number, isEnabled: true, notifies: true }
}

test('watches are given in the order in which they were made', async () => {
  const db = freshDatabase()
  await addWatch(db, { ...watch(1), id: 'z' })
  await addWatch(db, { ...watch(2), id: 'a' })
  expect((await getWatches(db)).map(({ id }) => id)).toEqual(['z', 'a'])
})

test('the same watch and the same question are stored once', async () => {
  const db = freshDatabase()
  await addWatch(db, watch(1, 'org:"Lakeside Lab"'))
  expect((await addWatch(db, watch(1, 'other'))).question).toBe('org:"Lakeside Lab"')
  expect((await addWatch(db, watch(2, 'ORG:"lakeside  lab"'))).id).toBe('w1')
  expect(await getWatches(db)).toHaveLength(1)
})

test('there is an end to how many there can be', async () => {
  const db = freshDatabase()
  for (let number = 0; number < watchLimits.watches; number++) await addWatch(db, watch(number))
  await expect(addWatch(db, watch(1_000))).rejects.toThrow('no more')
  expect(await getWatches(db)).toHaveLength(watchLimits.watches)
})

test('changes that come at once are all kept, and one of a watch that is gone is none', async () => {
  const db = freshDatabase()
  await addWatch(db, watch(1))
  await Promise.all([
    changeWatch(db, 'w1', { name: 'One' }),
    changeWatch(db, 'w1', { isEnabled: false }),
  ])
  expect(await getWatches(db)).toEqual([{ ...watch(1), name: 'One', isEnabled: false }])
  expect(await removeWatch(db, 'w1')).toMatchObject({ name: 'One' })
  expect(await removeWatch(db, 'w1')).toBeUndefined()
  expect(await changeWatch(db, 'w1', { name: 'Two' })).toBeUndefined()
  expect(await getWatches(db)).toEqual([])
})

test('the papers of the last daily lists come once each', async () => {
  const db = freshDatabase()
  for (const [day, numbers] of [
    ['2026-07-21', [1, 2]],
    ['2026-07-22', [2, 3]],
  ] as const) {
    const items = numbers.map((number) => listed(nth(number)))
    await storeList(db, { source: 'a', period: { kind: 'day', day }, items, skipped: 0, now: 1 })
  }
  const { papers, lists } = await readRecentPapers(db)
  expect(papers.map(({ id }) => id)).toEqual([nth(2), nth(3), nth(1)])
  expect(lists).toBe(2)
})
