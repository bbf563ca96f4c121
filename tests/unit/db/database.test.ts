import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  backupTables,
  NewerDatabaseError,
  openDatabase,
  refetchableTables,
  userTables,
} from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { seenAmong } from '../../../lib/db/entries/seen'
import { getEntries } from '../../../lib/db/entries/stored-entries'
import { getList, latestDailyList, storeList } from '../../../lib/db/lists/lists'
import { getAbstract } from '../../../lib/db/papers/abstracts'
import { findPapers, getPapers } from '../../../lib/db/papers/papers'
import { getSyncState } from '../../../lib/db/states/sync-states'
import { failureOf } from '../../../lib/errors/failure'
import { unseenPapers } from '../../../lib/notify/unseen'
import { freshDatabase, freshName, id, listed, nth } from './samples'
import { v1Rows, writeV1 } from './v1-example'

describe('the tables', () => {
  test('each belongs to the user, to the backup, or to what can be fetched again', () => {
    const names = freshDatabase().tables.map(({ name }) => name)
    expect([...userTables, ...refetchableTables, ...backupTables].sort()).toEqual(names.sort())
  })
})

describe('a database of version 1', () => {
  test('is read without loss', async () => {
    const name = freshName()
    await writeV1(name)
    const db = freshDatabase(name)
    for (const [table, rows] of Object.entries(v1Rows)) {
      expect(await db.table(table).toArray()).toEqual(rows)
    }
  })

  test('answers every question', async () => {
    const name = freshName()
    await writeV1(name)
    const db = freshDatabase(name)
    const day = { kind: 'day', day: '2026-07-22' } as const
    expect((await getList(db, 'hf-daily/day/2026-07-22'))?.paperIds).toEqual([
      nth(1),
      nth(2),
      nth(3),
    ])
    expect((await latestDailyList(db, 'hf-daily', '2026-07-26'))?.period).toEqual(day)
    expect((await getPapers(db, [nth(2)]))[0]?.title).toBe('A Second Example')
    expect((await findPapers(db, [id('doi:10.1000/one')])).size).toBe(1)
    expect(await getAbstract(db, nth(1))).toBe('About examples.')
    expect((await getEntries(db, [nth(1)])).get(nth(1))?.tags).toEqual(['kv-cache'])
    expect(await seenAmong(db, [nth(1), nth(2)])).toEqual(new Set([nth(1)]))
    expect((await getSyncState(db, 'hf-daily'))?.countFrom).toBe('2026-07-20')
    expect(await unseenPapers(db, Date.UTC(2026, 6, 23))).toEqual([nth(2)])
  })

  test('can be written', async () => {
    const name = freshName()
    await writeV1(name)
    const db = freshDatabase(name)
    await editEntry(db, { paperId: nth(1), status: 'read' }, 99)
    expect((await getEntries(db, [nth(1)])).get(nth(1))).toMatchObject({
      status: 'read',
      note: 'Try this',
      updatedAt: 99,
    })
  })
})

describe('a database that cannot be used', () => {
  test('a newer one is refused, by every use, and stays as it is', async () => {
    const name = freshName()
    await writeV1(name, { version: 20 })
    const db = freshDatabase(name)
    await expect(db.open()).rejects.toThrow(NewerDatabaseError)
    const uses = [
      getList(db, 'hf-daily/day/2026-07-22'),
      editEntry(db, { paperId: nth(1), status: 'hidden' }, 99),
      storeList(db, {
        source: 'hf-daily',
        period: { kind: 'trending' },
        items: [listed(nth(9))],
        skipped: 0,
        now: 9,
      }),
    ]
    for (const use of uses) {
      const error = await use.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      expect(failureOf(error).code).toBe('newer-data')
    }
    const again = await getList(db, 'a/trending').catch((reason: unknown) => reason)
    expect(failureOf(again).code, 'also later').toBe('newer-data')
    const { version, entries } = await rawContent(name)
    expect(version).toBe(20)
    expect(entries).toEqual(v1Rows.entries)
  })

  test('one that could not be opened is opened by a later use', async () => {
    const db = freshDatabase()
    const broken = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    })
    onTestFinished(() => broken.mockRestore())
    const use = () =>
      editEntry(db, { paperId: nth(1), status: 'saved' }, 9).catch((error: unknown) => {
        return failureOf(error).code
      })
    expect(await Promise.all([use(), use()])).toEqual(['storage', 'storage'])
    expect(await use(), 'as long as it is broken').toBe('storage')
    const { length } = broken.mock.calls
    await new Promise((resolve) => setTimeout(resolve))
    expect(broken.mock.calls, 'nobody asks by himself').toHaveLength(length)
    broken.mockRestore()
    expect(await use()).toMatchObject({ status: 'saved' })
  })

  test('without IndexedDB every use fails as a storage failure', async () => {
    const { indexedDB } = Dexie.dependencies
    onTestFinished(() => void Object.assign(Dexie.dependencies, { indexedDB }))
    Object.assign(Dexie.dependencies, { indexedDB: undefined })
    const db = openDatabase(freshName())
    const error = await getList(db, 'a/trending').then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(failureOf(error).code).toBe('storage')
  })
})

function rawContent(name: string): Promise<{ version: number; entries: unknown[] }> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('entries').objectStore('entries').getAll()
      reading.onsuccess = () => {
        resolve({ version: opening.result.version, entries: reading.result })
        opening.result.close()
      }
    }
  })
}
