import { liveQuery } from 'dexie'
import { expect, test, vi } from 'vitest'
import { editEntry } from '../../../../lib/db/entries/entries'
import {
  entriesWithStatusSet,
  listTags,
  mostCompletions,
} from '../../../../lib/db/entries/stored-entries'
import { freshDatabase, nth } from '../samples'

test('what was saved, begun or read in some time, the latest first', async () => {
  const db = freshDatabase()
  await editEntry(db, { paperId: nth(1), status: 'saved' }, 10)
  await editEntry(db, { paperId: nth(2), status: 'read' }, 19)
  await editEntry(db, { paperId: nth(2), note: 'Written later' }, 30)
  await editEntry(db, { paperId: nth(3), status: 'hidden' }, 15)
  await editEntry(db, { paperId: nth(4), status: 'saved' }, 15)
  await editEntry(db, { paperId: nth(4), status: null }, 16)
  await editEntry(db, { paperId: nth(5), addTags: ['tag'] }, 15)
  await editEntry(db, { paperId: nth(6), status: 'saved' }, 20)
  const entries = await entriesWithStatusSet(db, 10, 20)
  expect(entries.map(({ paperId }) => paperId)).toEqual([nth(2), nth(1)])
})

test('a page that shows what was read in some time does not ask again for what is edited after it', async () => {
  const db = freshDatabase()
  await editEntry(db, { paperId: nth(1), status: 'read' }, 15)
  const told: number[] = []
  const query = liveQuery(() => entriesWithStatusSet(db, 10, 20)).subscribe((entries) => {
    told.push(entries.length)
  })
  await vi.waitFor(() => expect(told).toEqual([1]))
  await editEntry(db, { paperId: nth(2), status: 'read', note: 'x' }, 30)
  await editEntry(db, { paperId: nth(2), addTags: ['a'] }, 31)
  await editEntry(db, { paperId: nth(3), status: 'saved' }, 16)
  await vi.waitFor(() => expect(told.at(-1)).toBe(2))
  query.unsubscribe()
  expect(told).toEqual([1, 2])
})

test('an entry is in the indexes of what it has', async () => {
  const db = freshDatabase()
  await editEntry(db, { paperId: nth(1), status: 'saved', addTags: ['b', 'a'] }, 10)
  await editEntry(db, { paperId: nth(2), note: 'Neither status nor tag' }, 11)
  await editEntry(db, { paperId: nth(3), status: 'read' }, 12)
  await editEntry(db, { paperId: nth(3), status: null }, 13)
  const keysBy = (index: string) => db.entries.orderBy(index).primaryKeys()
  expect(await keysBy('createdAt')).toEqual([nth(1), nth(2), nth(3)])
  expect(await keysBy('updatedAt')).toEqual([nth(1), nth(2), nth(3)])
  expect(await keysBy('status')).toEqual([nth(1)])
  expect(await keysBy('statusAt')).toEqual([nth(1)])
  expect(await keysBy('tags')).toEqual([nth(1), nth(1)])
})

test('to complete a tag, all are offered, or of many those that begin like what is typed', async () => {
  const db = freshDatabase()
  await editEntry(db, { paperId: nth(1), addTags: ['KV cache', 'caches'] }, 10)
  await editEntry(db, { paperId: nth(2), addTags: ['caches'] }, 11)
  expect(await listTags(db)).toEqual(['KV cache', 'caches'])
  expect(await listTags(db, 'cache'), 'the browser looks within them').toEqual([
    'KV cache',
    'caches',
  ])
  const many = Array.from({ length: mostCompletions }, (_, n) => `many ${n}`)
  await editEntry(db, { paperId: nth(3), addTags: many }, 12)
  expect(await listTags(db)).toHaveLength(mostCompletions)
  expect(await listTags(db, 'kv')).toEqual(['KV cache'])
  expect(await listTags(db, 'CACHE')).toEqual(['caches'])
  expect(await listTags(db, 'Cac')).toEqual(['caches'])
  expect(await listTags(db, 'x')).toEqual([])
  expect(await listTags(db, 'many')).toHaveLength(mostCompletions)
})
