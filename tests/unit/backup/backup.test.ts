import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backUp, recognise } from '../../../lib/backup/back-up'
import { leaveAsItIs, restore } from '../../../lib/backup/restore'
import { backedUpTables, type DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { rejoin, separate } from '../../../lib/db/entries/joins'
import { markSeen } from '../../../lib/db/entries/seen'
import { getEntries } from '../../../lib/db/entries/stored-entries'
import { findPapers, storePaper } from '../../../lib/db/papers/papers'
import { changeSettings, getSettings } from '../../../lib/db/settings/settings'
import { getBackupState } from '../../../lib/db/user-data/backup-states'
import { readChanges } from '../../../lib/db/user-data/changes'
import { freshDatabase, freshName, id, listed, nth, paper } from '../db/samples'
import { MemoryStore } from './memory-store'

const inputOf = (db: DogearDatabase, store: MemoryStore, now = 1) => ({
  db,
  store,
  now,
  newId: () => freshName(),
})

async function userRows(db: DogearDatabase): Promise<unknown> {
  const rows = await Promise.all(backedUpTables.map((table) => db.table(table).toArray()))
  return Object.fromEntries(backedUpTables.map((table, index) => [table, rows[index]]))
}

async function restoredFrom(store: MemoryStore): Promise<DogearDatabase> {
  const db = freshDatabase()
  await restore(inputOf(db, store))
  return db
}

async function fill(db: DogearDatabase): Promise<void> {
  await storePaper(db, listed(nth(1)))
  await editEntry(db, { paperId: nth(1), status: 'saved', addTags: ['a'], note: 'One' }, 10)
  await editEntry(db, { paperId: nth(2), status: 'hidden' }, 11)
  await markSeen(db, [nth(1), nth(3)], 12)
  await changeSettings(db, { density: 'compact', keepDays: 90 })
  await separate(db, nth(1), id('doi:10.1000/one'), 13)
}

describe('noting changes', () => {
  test('each write to a table of the user is noted in its own transaction', async () => {
    const db = freshDatabase()
    await fill(db)
    const noted = (await readChanges(db)).map(({ table, key }) => `${table} ${key}`)
    expect([...new Set(noted)].sort()).toEqual([
      'entries arxiv:2601.00001',
      'entries arxiv:2601.00002',
      'joins doi:10.1000/one',
      'seen arxiv:2601.00001',
      'seen arxiv:2601.00003',
      'settings density',
      'settings keepDays',
    ])
    const before = noted.length
    await db
      .transaction('rw', db.entries, async () => {
        await db.entries.delete(nth(1))
        throw new Error('not after all')
      })
      .catch(() => {})
    expect((await readChanges(db)).length).toBe(before)
    await rejoin(db, nth(1), id('doi:10.1000/one'), 14)
    expect((await readChanges(db)).length).toBeGreaterThan(before)
  })
})

describe('a backup', () => {
  test('has everything of the user, and is restored as it was', async () => {
    const db = freshDatabase()
    const store = new MemoryStore()
    await fill(db)
    await backUp(inputOf(db, store))
    expect(await readChanges(db)).toEqual([])
    const restored = await restoredFrom(store)
    expect(await userRows(restored)).toEqual(await userRows(db))
    const known = await findPapers(restored, [nth(1)])
    expect(known.get(nth(1))?.title).toBe(paper(nth(1)).title)
    expect(await restored.table('unindexed').count()).toBe(1)
  })

  test('a change costs the chunk that it is in', async () => {
    const db = freshDatabase()
    const store = new MemoryStore()
    for (let n = 1; n <= 300; n += 1) await editEntry(db, { paperId: nth(n), status: 'saved' }, n)
    await backUp(inputOf(db, store))
    const { writes } = store
    await editEntry(db, { paperId: nth(7), note: 'New' }, 500)
    await backUp(inputOf(db, store, 2))
    expect(store.writes - writes, 'chunk and manifest').toBe(2)
    await backUp(inputOf(db, store, 3))
    expect(store.writes - writes, 'nothing new').toBe(2)
    const restored = await restoredFrom(store)
    expect((await getEntries(restored, [nth(7)])).get(nth(7))?.note).toBe('New')
  })

  test('killed at any step it leaves one that is whole, and the next one has everything', async () => {
    const edit = fc.record({
      paper: fc.integer({ min: 1, max: 6 }),
      note: fc.string({ maxLength: 5 }),
      isGone: fc.boolean(),
    })
    const rounds = fc.array(
      fc.record({ edits: fc.array(edit, { maxLength: 5 }), steps: fc.integer({ min: 0, max: 8 }) }),
      { minLength: 1, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(rounds, async (given) => {
        const db = freshDatabase()
        const store = new MemoryStore()
        let now = 0
        const states: string[] = []
        for (const { edits, steps } of given) {
          for (const { paper: n, note, isGone } of edits) {
            now += 1
            await editEntry(db, { paperId: nth(n), note }, now)
            if (isGone) await db.entries.delete(nth(n))
          }
          states.push(JSON.stringify(await userRows(db)))
          store.left = steps
          await backUp(inputOf(db, store, now)).catch(() => {})
          store.left = Number.POSITIVE_INFINITY
          const isKept = [...store.items.keys()].some((key) => /^backup\/.$/.test(key))
          if (!isKept) continue
          const restored = await restoredFrom(store)
          expect(states).toContain(JSON.stringify(await userRows(restored)))
          await restored.delete()
        }
        await backUp(inputOf(db, store, now))
        const restored = await restoredFrom(store)
        expect(await userRows(restored)).toEqual(await userRows(db))
        await Promise.all([db.delete(), restored.delete()])
      }),
      { numRuns: 20 },
    )
  })

  test('a damaged chunk is taken from the backup before, and else is told', async () => {
    const db = freshDatabase()
    const store = new MemoryStore()
    await fill(db)
    await backUp(inputOf(db, store))
    await editEntry(db, { paperId: nth(1), note: 'Two' }, 20)
    await backUp(inputOf(db, store, 2))
    const versions = [...store.items.keys()].filter((key) => key.includes('entries/'))
    const newest = versions.find((key) => String(store.items.get(key)).includes('"Two"'))
    store.items.set(newest ?? '', 'garbage')
    const other = freshDatabase()
    expect(await restore(inputOf(other, store))).toEqual({ entries: 2, damaged: 0, refused: 0 })
    expect((await getEntries(other, [nth(1)])).get(nth(1))?.note).toBe('One')
    for (const key of versions) store.items.set(key, 'garbage')
    const third = freshDatabase()
    expect(await restore(inputOf(third, store))).toEqual({ entries: 0, damaged: 2, refused: 0 })
    await editEntry(db, { paperId: nth(1), note: 'Three' }, 30)
    await backUp(inputOf(db, store, 3))
    const mended = await restoredFrom(store)
    expect(await userRows(mended), 'the next one is a whole one').toEqual(await userRows(db))
  })

  test('a store that is full is noted, and nothing is forgotten', async () => {
    const db = freshDatabase()
    const store = new MemoryStore()
    await fill(db)
    await backUp(inputOf(db, store))
    await editEntry(db, { paperId: nth(1), note: 'Two' }, 20)
    store.left = 1
    await expect(backUp(inputOf(db, store, 2))).rejects.toThrow('killed')
    expect(await getBackupState(db)).toMatchObject({
      backedUpAt: 1,
      lastFailure: { message: 'Error: killed' },
    })
    expect(await readChanges(db)).toHaveLength(1)
    store.left = Number.POSITIVE_INFINITY
    await backUp(inputOf(db, store, 3))
    expect(await getBackupState(db)).not.toHaveProperty('lastFailure')
    expect(await getBackupState(db)).toMatchObject({ backedUpAt: 3, entries: 2 })
  })
})

describe('a database', () => {
  test('that came back empty is recognised, and does not replace the backup', async () => {
    const db = freshDatabase()
    const store = new MemoryStore()
    await fill(db)
    await backUp(inputOf(db, store))
    const rows = await userRows(db)
    const empty = freshDatabase()
    await markSeen(empty, [nth(9)], 50)
    await backUp(inputOf(empty, store, 9))
    expect(await getBackupState(empty)).toMatchObject({
      trouble: 'lost',
      entries: 2,
      backedUpAt: 1,
    })
    expect(await userRows(await restoredFrom(store))).toEqual(rows)

    await editEntry(empty, { paperId: nth(1), addTags: ['b'], note: 'Since' }, 60)
    await editEntry(empty, { paperId: nth(5), status: 'read' }, 61)
    await restore(inputOf(empty, store, 70))
    const entries = await getEntries(empty, [nth(1), nth(2), nth(5)])
    expect(entries.size).toBe(3)
    expect(entries.get(nth(1))).toMatchObject({
      status: 'saved',
      tags: ['b', 'a'],
      note: 'Since\n\nOne',
    })
    expect((await getSettings(empty)).density).toBe('compact')
    expect((await recognise(inputOf(empty, store))).trouble).toBeUndefined()
    await backUp(inputOf(empty, store, 80))
    expect((await getBackupState(empty))?.entries).toBe(3)
    expect(await userRows(await restoredFrom(store))).toEqual(await userRows(empty))
  })

  test('that lacks the last changes is recognised', async () => {
    const db = freshDatabase()
    const store = new MemoryStore()
    await fill(db)
    await backUp(inputOf(db, store))
    const [entries, states] = [await db.entries.toArray(), await getBackupState(db)]
    await editEntry(db, { paperId: nth(1), note: 'Two' }, 20)
    await backUp(inputOf(db, store, 2))
    expect((await recognise(inputOf(db, store))).trouble).toBeUndefined()
    // As a disk does it that lost the last transactions.
    await db.entries.bulkPut(entries)
    await db.table('changes').clear()
    if (states !== undefined) await db.table('backupStates').put(states)
    expect((await recognise(inputOf(db, store))).trouble).toBe('behind')
    await restore(inputOf(db, store, 3))
    expect((await getEntries(db, [nth(1)])).get(nth(1))?.note).toBe('Two')
    await backUp(inputOf(db, store, 4))
    expect((await recognise(inputOf(db, store))).trouble).toBeUndefined()
  })

  test('that the user wants as it is becomes the one that is backed up', async () => {
    const store = new MemoryStore()
    const db = freshDatabase()
    await fill(db)
    await backUp(inputOf(db, store))
    const empty = freshDatabase()
    await editEntry(empty, { paperId: nth(8), status: 'saved' }, 50)
    expect((await recognise(inputOf(empty, store))).trouble).toBe('lost')
    await leaveAsItIs(inputOf(empty, store))
    await backUp(inputOf(empty, store, 60))
    expect(await userRows(await restoredFrom(store))).toEqual(await userRows(empty))
  })

  test('without a backup has nothing to restore', async () => {
    const input = inputOf(freshDatabase(), new MemoryStore())
    await expect(restore(input)).rejects.toMatchObject({ failure: { code: 'no-backup' } })
    expect((await recognise(input)).trouble).toBeUndefined()
  })
})
