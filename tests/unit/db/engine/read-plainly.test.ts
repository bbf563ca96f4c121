import { expect, test } from 'vitest'
import { readPlainly } from '../../../../lib/db/engine/read-plainly'
import { markSeen } from '../../../../lib/db/entries/seen'
import { storeList } from '../../../../lib/db/lists/lists'
import { changeSettings } from '../../../../lib/db/settings/settings'
import { viewKinds } from '../../../../lib/papers/list'
import { readDailyList } from '../../../../lib/queries/daily-list'
import { freshDatabase, freshName, id, listed, nth } from '../samples'

const today = '2026-07-22'
const now = Date.parse(today) + 10

test('a list is the same as read with Dexie, whichever is shown', async () => {
  const name = freshName()
  const db = freshDatabase(name)
  const alias = id('doi:10.1000/one')
  const items = [
    listed(nth(1), { aliases: [alias], title: 'Sparse attention', votes: 3 }),
    ...[2, 3].map((number) => listed(nth(number))),
  ]
  for (const period of [
    { kind: 'day', day: '2026-07-21' },
    { kind: 'week', week: '2026-W30' },
  ] as const) {
    await storeList(db, { source: 'hf-daily', period, items, skipped: 0, now: 1 })
  }
  await markSeen(db, [nth(2)], now - 1)
  await db.entries.put({
    paperId: alias,
    status: 'saved',
    tags: [],
    note: '',
    createdAt: 1,
    updatedAt: 1,
  })
  for (const kind of viewKinds) {
    await changeSettings(db, { period: kind })
    const read = await readPlainly((plain) => readDailyList(plain, undefined, today, now), name)
    expect(read).toEqual(await readDailyList(db, undefined, today, now))
  }
})

test('an index is read as Dexie reads it', async () => {
  const name = freshName()
  const db = freshDatabase(name)
  await storeList(db, {
    source: 'hf-daily',
    period: { kind: 'day', day: today },
    items: [listed(nth(1), { aliases: [id('doi:10.1000/one')] })],
    skipped: 0,
    now,
  })
  const byAlias = await readPlainly(
    ({ papers }) => papers.where('aliases').anyOf(['doi:10.1000/one', 'doi:none']).toArray(),
    name,
  )
  expect(byAlias?.map((paper) => paper.id)).toEqual([nth(1)])
  expect(await readPlainly(({ papers }) => papers.bulkGet([]), name)).toEqual([])
})

test('where there is no database none is made', async () => {
  const name = freshName()
  expect(await readPlainly(async () => 'read', name)).toBeUndefined()
  const names = (await indexedDB.databases()).map((database) => database.name)
  expect(names).not.toContain(name)
})

test('a database of another version is left to Dexie', async () => {
  const name = freshName()
  await freshDatabase(name).open()
  const newer = freshDatabase(freshName())
  await newer.open()
  newer.close()
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(newer.name, 20)
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
  })
  expect(await readPlainly(async () => 'read', name)).toBe('read')
  expect(await readPlainly(async () => 'read', newer.name)).toBeUndefined()
})

test('the database is closed when it has been read, also in vain', async () => {
  const name = freshName()
  await freshDatabase(name).open()
  const failing = readPlainly(async () => {
    throw new Error('in vain')
  }, name)
  await expect(failing).rejects.toThrow('in vain')
  // It would wait for a connection that is open.
  await freshDatabase(name).delete()
})
