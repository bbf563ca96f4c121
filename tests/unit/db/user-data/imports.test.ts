import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportData } from '../../../../lib/backup/export-data'
import { importSlice } from '../../../../lib/backup/import-slice'
import { backedUpTables, type DogearDatabase, openDatabase } from '../../../../lib/db/database'
import { editEntry } from '../../../../lib/db/entries/entries'
import { journalLimit, recentChanges } from '../../../../lib/db/entries/journal'
import { markSeen } from '../../../../lib/db/entries/seen'
import { addWatch, changeWatch } from '../../../../lib/db/entries/watches'
import { storeList } from '../../../../lib/db/lists/lists'
import { storePaper } from '../../../../lib/db/papers/papers'
import { changeSettings } from '../../../../lib/db/settings/settings'
import { settleImports } from '../../../../lib/db/user-data/imports'
import { redoChange, undoChange } from '../../../../lib/db/user-data/undo'
import { type Entry, type EntryChange, statuses } from '../../../../lib/papers/entry'
import { importFile } from '../../backup/import-file'
import { freshDatabase, id, listed, nth, paper } from '../samples'

/** Takes over everything of another database. */
async function importFrom(
  other: DogearDatabase,
  db: DogearDatabase,
  { size = 500, importId = 'import', now = 100 } = {},
): Promise<void> {
  await importFile(db, await exportData(other, '0.1.0', 50), { size, importId, now })
}

/** Everything of the user's, and the papers. */
async function contentOf(db: DogearDatabase): Promise<unknown> {
  return Promise.all([...backedUpTables, 'papers'].map((table) => db.table(table).toArray()))
}

const watch = {
  id: crypto.randomUUID(),
  question: 'author:"Ada Example"',
  createdAt: 5,
  isEnabled: true,
  notifies: false,
}

/** With something in each table. */
async function filledDatabase(): Promise<DogearDatabase> {
  const db = freshDatabase()
  await storePaper(db, listed(nth(1)))
  const page = { paper: paper(nth(2), { aliases: [id('doi:10.1000/two')], origin: 'page' }) }
  await editEntry(db, { paperId: id('doi:10.1000/two'), note: 'Two' }, 1)
  await editEntry(db, { paperId: nth(2), status: 'reading', page }, 2)
  await editEntry(db, { paperId: nth(1), status: 'saved', addTags: ['a'], note: 'One' }, 3)
  await markSeen(db, [nth(1), nth(3)], 4)
  await changeSettings(db, { density: 'compact' })
  await addWatch(db, watch)
  return db
}

describe('a file that was taken over', () => {
  test('is one change, and undone to the last field, in whatever parts it came', async () => {
    const other = await filledDatabase()
    for (const size of [1, 2, 500]) {
      const db = freshDatabase()
      await storePaper(db, listed(nth(1)))
      await editEntry(db, { paperId: nth(1), status: 'read', addTags: ['b'] }, 10)
      await markSeen(db, [nth(1)], 20)
      const before = await contentOf(db)
      await importFrom(other, db, { size })
      const after = await contentOf(db)
      expect(after).not.toEqual(before)
      const [change, ...others] = await recentChanges(db)
      expect(change).toMatchObject({ kind: 'imported', imported: { added: 5, changed: 2 } })
      expect(others).toHaveLength(1)
      expect(await undoChange(db, {}, 200)).toMatchObject({ extent: 'all' })
      expect(await contentOf(db)).toEqual(before)
      expect(await redoChange(db, {}, 201)).toMatchObject({ extent: 'all' })
      expect(await contentOf(db)).toEqual(after)
      expect(await undoChange(db, { changeId: 'import' }, 202)).toMatchObject({ extent: 'all' })
      expect(await contentOf(db)).toEqual(before)
    }
  })

  test('keeps what was changed since when it is undone, and says so', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), note: 'Mine' }, 2)
    await importFrom(await filledDatabase(), db)
    await editEntry(db, { paperId: nth(1), status: 'read' }, 110)
    await editEntry(db, { paperId: nth(2), addTags: ['own'] }, 111)
    await changeSettings(db, { density: 'comfortable' })
    await changeWatch(db, watch.id, { notifies: true })
    expect(await undoChange(db, { changeId: 'import' }, 200)).toMatchObject({ extent: 'part' })
    expect(await db.entries.get(nth(1))).toMatchObject({
      status: 'read',
      tags: [],
      note: 'Mine',
      createdAt: 2,
    })
    const second = await db.entries.get(nth(2))
    expect(second).toMatchObject({ tags: ['own'], note: '' })
    expect(second?.status).toBeUndefined()
    expect(await db.settings.toArray()).toMatchObject([{ value: 'comfortable' }])
    expect(await db.watches.toArray()).toMatchObject([{ notifies: true }])
  })

  test('leaves the papers that a list has got since', async () => {
    const db = freshDatabase()
    await importFrom(await filledDatabase(), db)
    await storeList(db, {
      source: 'hf-daily',
      period: { kind: 'day', day: '2026-07-22' },
      items: [listed(nth(1))],
      skipped: 0,
      now: 150,
    })
    await undoChange(db, {}, 200)
    expect((await db.papers.toArray()).map((one) => one.id)).toEqual([nth(1)])
    expect(await db.entries.count()).toBe(0)
  })

  test('that changed nothing is not noted', async () => {
    const other = await filledDatabase()
    await importFrom(other, other)
    expect((await recentChanges(other)).map(({ kind }) => kind)).not.toContain('imported')
    expect(await other.importParts.count()).toBe(0)
  })

  test('is kept as long as the journal has it, and one at a time', async () => {
    const db = freshDatabase()
    const other = freshDatabase()
    await editEntry(other, { paperId: nth(1), note: 'One' }, 1)
    await importFrom(other, db, { importId: 'first' })
    await editEntry(other, { paperId: nth(2), note: 'Two' }, 1)
    await importFrom(other, db, { importId: 'second' })
    expect((await recentChanges(db)).map((change) => change.id)).toEqual(['second'])
    expect(await db.importParts.count()).toBe(1)
    const later = Array.from({ length: journalLimit }, (_, index) => {
      return { id: String(index), at: 200, kind: 'saved', entries: [] } as const
    })
    await db.journal.bulkAdd(later)
    expect(await db.importParts.count()).toBe(1)
    await editEntry(db, { paperId: nth(9), status: 'saved' }, 201)
    expect(await db.importParts.count()).toBe(0)
    expect(await db.journal.count()).toBe(journalLimit)
  })

  test('that was undone is forgotten with the next change', async () => {
    const db = freshDatabase()
    await importFrom(await filledDatabase(), db)
    await undoChange(db, {}, 200)
    await editEntry(db, { paperId: nth(9), status: 'saved' }, 201)
    expect(await redoChange(db, {}, 202)).toBeUndefined()
    expect(await db.importParts.count()).toBe(0)
  })

  test('takes no more of it once it was undone', async () => {
    const db = freshDatabase()
    const slice = { table: 'seen', papers: [], importId: 'import' }
    await importSlice(db, { ...slice, rows: [{ paperId: nth(1), at: 1 }] }, 100)
    await undoChange(db, {}, 110)
    await expect(
      importSlice(db, { ...slice, rows: [{ paperId: nth(2), at: 1 }] }, 120),
    ).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    expect(await db.seen.count()).toBe(0)
  })

  test('a part that comes twice is counted once, with the same answer', async () => {
    const db = freshDatabase()
    const rows = [{ paperId: nth(1), at: 1 }]
    const slice = { table: 'seen', rows, papers: [], importId: 'import' }
    const first = await importSlice(db, slice, 100, 'message')
    expect(await importSlice(db, slice, 110, 'message')).toEqual(first)
    expect(first.counts).toEqual({ added: 1, changed: 0, same: 0, refused: 0 })
    expect(await db.importParts.count()).toBe(1)
  })

  test('undoing that is cut off is gone on with, whatever was done in between', async () => {
    const db = freshDatabase()
    const before = await contentOf(db)
    await importFrom(await filledDatabase(), db, { size: 1 })
    let parts = 0
    const stop = () => {
      parts += 1
      if (parts === 3) throw new Error('The worker was stopped')
    }
    await expect(undoChange(db, { id: 'message', onMoved: stop }, 200)).rejects.toThrow('stopped')
    expect((await recentChanges(db))[0]).toMatchObject({ imported: { undoneParts: 3 } })
    await editEntry(db, { paperId: nth(9), status: 'saved' }, 201)
    const again = openDatabase(db.name)
    expect(await settleImports(again, 210, () => {})).toBe(true)
    expect(await settleImports(again, 211, () => {})).toBe(false)
    again.close()
    await db.entries.delete(nth(9))
    expect(await contentOf(db)).toEqual(before)
    expect(await undoChange(db, { id: 'message' }, 220), 'asked for again').toMatchObject({
      extent: 'all',
    })
  })

  test('undone and done again at once ends as the last word says', async () => {
    const db = freshDatabase()
    await importFrom(await filledDatabase(), db, { size: 1 })
    const after = await contentOf(db)
    const second = openDatabase(db.name)
    const undoing = undoChange(db, { changeId: 'import' }, 200)
    const redoing = redoChange(second, { changeId: 'import' }, 201)
    await Promise.all([undoing, redoing])
    second.close()
    expect(await contentOf(db)).toEqual(after)
  })
})

/** What the user wrote, value by value; each tag is a value of its own, and a status that is set again is a new one. */
function valuesOf(entries: readonly Entry[]): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const { paperId, status, statusAt, note, tags } of entries) {
    if (status !== undefined) values.set(`${paperId} status`, `${status} since ${statusAt}`)
    if (note !== '') values.set(`${paperId} note`, note)
    for (const tag of tags) values.set(`${paperId} tag ${tag}`, true)
  }
  return values
}

const tags = fc.subarray(['a', 'b', 'c'])
const change: fc.Arbitrary<EntryChange> = fc.record(
  {
    status: fc.option(fc.constantFrom(...statuses)),
    addTags: tags,
    removeTags: tags,
    note: fc.constantFrom('', 'x', 'y'),
  },
  { requiredKeys: [] },
)
const edits = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), change, fc.nat(50)), {
  maxLength: 8,
})

async function make(
  db: DogearDatabase,
  all: typeof edits extends fc.Arbitrary<infer E> ? E : never,
  from: number,
) {
  for (const [n, one, time] of all) await editEntry(db, { paperId: nth(n), ...one }, from + time)
}

describe('whatever is taken over', () => {
  test('undoing it leads back to what was before', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, fc.integer({ min: 1, max: 5 }), async (here, there, size) => {
        const [db, other] = [freshDatabase(), freshDatabase()]
        await make(db, here, 0)
        await make(other, there, 0)
        const before = await contentOf(db)
        await importFrom(other, db, { size })
        await undoChange(db, { changeId: 'import' }, 200)
        expect(await contentOf(db)).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })

  test('undoing it keeps what was edited since: of each value, the word that came later', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, edits, async (here, there, since) => {
        const [db, other] = [freshDatabase(), freshDatabase()]
        await make(db, here, 0)
        await make(other, there, 0)
        const before = valuesOf(await db.entries.toArray())
        await importFrom(other, db, { size: 2 })
        const imported = valuesOf(await db.entries.toArray())
        await make(db, since, 300_000)
        const now = valuesOf(await db.entries.toArray())
        await undoChange(db, { changeId: 'import' }, 900_000)
        const undone = valuesOf(await db.entries.toArray())
        for (const key of new Set([...before.keys(), ...imported.keys(), ...now.keys()])) {
          const isAsImported = now.get(key) === imported.get(key)
          expect(undone.get(key), key).toEqual(isAsImported ? before.get(key) : now.get(key))
        }
      }),
      { numRuns: 25 },
    )
  })
})
