import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FileProblem, fileLimits } from '../../../lib/backup/data-file'
import { exportData } from '../../../lib/backup/export-data'
import { foretellImport } from '../../../lib/backup/foretell-import'
import { importSlice } from '../../../lib/backup/import-slice'
import { type Refused, readDataFile } from '../../../lib/backup/read-data-file'
import { erase } from '../../../lib/backup/restore'
import { backedUpTables, type DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { findPapers, storePaper } from '../../../lib/db/papers/papers'
import { changeSettings } from '../../../lib/db/settings/settings'
import { statuses } from '../../../lib/papers/entry'
import { freshDatabase, listed, nth } from '../db/samples'
import { importFile, reading } from './import-file'
import { MemoryStore } from './memory-store'

async function userRows(db: DogearDatabase): Promise<unknown> {
  return Promise.all(backedUpTables.map((table) => db.table(table).toArray()))
}

/** A whole file, as it is read. */
async function readAll(file: Blob, how = reading()) {
  const read = { rows: new Map<string, unknown[]>(), refused: [] as Refused[] }
  for await (const { table, rows, refused } of readDataFile(file, how, 500)) {
    read.rows.set(table, [...(read.rows.get(table) ?? []), ...rows])
    read.refused.push(...refused)
  }
  return read
}

async function problemOf(text: string): Promise<FileProblem> {
  return readAll(new Blob([text])).catch((error) => error.problem)
}

describe('a file', () => {
  test('gives everything back, with the papers of the entries', async () => {
    const db = freshDatabase()
    await storePaper(db, listed(nth(1)))
    await editEntry(db, { paperId: nth(1), status: 'saved', note: '<b> & "x"\n' }, 10)
    await changeSettings(db, { density: 'compact' })
    const other = freshDatabase()
    await importFile(other, await exportData(db, '0.1.0', 20))
    expect(await userRows(other)).toEqual(await userRows(db))
    expect((await findPapers(other, [nth(1)])).size).toBe(1)
  })

  test('that is none, or not for this version, is not read', async () => {
    expect(await problemOf('{')).toBe('not-json')
    expect(await problemOf('[]')).toBe('not-ours')
    expect(await problemOf('{"format":"dogear","version":1,"entries":{}}')).toBe('not-ours')
    expect(await problemOf('{"format":"dogear","version":2}')).toBe('newer')
    const many = `{"format":"dogear","version":1,"seen":[${'0,'.repeat(fileLimits.rows)}0]}`
    expect(await problemOf(many)).toBe('too-many')
    const large = { size: fileLimits.bytes + 1 } as Blob
    await expect(readAll(large)).rejects.toMatchObject({ problem: 'too-large' })
    const small = new Blob(['{"format":"dogear","version":1,"seen":[0]}'])
    await expect(readAll(small, reading(AbortSignal.abort()))).rejects.toThrow()
  })

  test('has every row, however many there are, and reads the same in another layout', async () => {
    for (const count of [0, 1, 499, 500, 501, 1_234]) {
      const db = freshDatabase()
      const rows = Array.from({ length: count }, (_, n) => ({ paperId: nth(n + 1), at: n }))
      await db.seen.bulkPut(rows)
      const file = await exportData(db, '0.1.0', 20)
      expect((await readAll(file)).rows.get('seen') ?? []).toEqual(rows)
      const whole = new Blob([JSON.stringify(JSON.parse(await file.text()), null, 2)])
      expect(await readAll(whole)).toEqual(await readAll(file))
    }
  })

  test('a line that is broken is left out and told; of a file that was cut nothing is taken', async () => {
    const db = freshDatabase()
    await db.seen.bulkPut([1, 2, 3].map((n) => ({ paperId: nth(n), at: n })))
    const text = await (await exportData(db, '0.1.0', 20)).text()
    const broken = new Blob([text.replace('"at":2}', '"at":')])
    const { rows, refused } = await readAll(broken)
    expect(rows.get('seen')).toHaveLength(2)
    expect(refused).toEqual([{ table: 'seen', place: 2, field: '' }])
    expect(await problemOf(text.slice(0, text.indexOf('"at":3')))).toBe('not-json')
  })

  test('is read in short stretches, and can be stopped between them', async () => {
    const db = freshDatabase()
    await db.seen.bulkPut([1, 2, 3, 4].map((n) => ({ paperId: nth(n), at: n })))
    const file = await exportData(db, '0.1.0', 20)
    const controller = new AbortController()
    let [time, pauses] = [0, 0]
    const slow = {
      signal: controller.signal,
      clock: () => (time += 10),
      pause: async () => {
        pauses += 1
        if (pauses === 2) controller.abort()
      },
    }
    await expect(readAll(file, slow)).rejects.toThrow()
    expect(pauses).toBe(2)
  })

  test('whatever is in it, what can be a row is taken and the rest is told', async () => {
    const row = fc.oneof(
      fc.jsonValue(),
      fc.record({ paperId: fc.constantFrom(nth(1), nth(2)), at: fc.nat() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (seen) => {
        const text = JSON.stringify({ format: 'dogear', version: 1, seen })
        const { rows, refused } = await readAll(new Blob([text]))
        expect((rows.get('seen') ?? []).length + refused.length).toBe(seen.length)
      }),
    )
  })

  test('a link that runs code is refused, with the paper', async () => {
    const paper = { ...listed(nth(1)).paper, projectUrl: 'javascript:alert(1)' }
    const text = JSON.stringify({ format: 'dogear', version: 1, papers: [paper] })
    expect((await readAll(new Blob([text]))).refused).toEqual([
      { table: 'papers', place: 1, field: 'projectUrl' },
    ])
  })
})

describe('importing', () => {
  test('deletes nothing, does what was foretold, and the second time nothing', async () => {
    const edits = fc.array(
      fc.record({
        paper: fc.integer({ min: 1, max: 5 }),
        status: fc.constantFrom(...statuses),
        note: fc.constantFrom('', 'One', 'Two'),
        tag: fc.constantFrom('a', 'b'),
        at: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 8 },
    )
    async function filled(
      given: ReadonlyArray<typeof edits extends fc.Arbitrary<(infer E)[]> ? E : never>,
    ) {
      const db = freshDatabase()
      for (const { paper, status, note, tag, at } of given) {
        await editEntry(db, { paperId: nth(paper), status, note, addTags: [tag] }, at)
      }
      return db
    }
    await fc.assert(
      fc.asyncProperty(edits, edits, async (here, there) => {
        const [db, other] = [await filled(here), await filled(there)]
        const file = await exportData(other, '0.1.0', 20)
        const before = await db.entries.toArray()
        const foretold = await foretellImport(db, file, reading())
        await importFile(db, file, { size: 2 })
        const after = new Map((await db.entries.toArray()).map((entry) => [entry.paperId, entry]))
        expect(after.size).toBe(before.length + foretold.counts.entries.added)
        for (const entry of before) {
          expect(after.get(entry.paperId)?.tags).toEqual(expect.arrayContaining([...entry.tags]))
        }
        const again = await foretellImport(db, file, reading())
        expect(again.counts.entries).toMatchObject({ added: 0, changed: 0 })
        await Promise.all([db.delete(), other.delete()])
      }),
      { numRuns: 25 },
    )
  })

  test('a row that is none is refused, and nothing of its part is written', async () => {
    const db = freshDatabase()
    const importId = crypto.randomUUID()
    const rows = [{ paperId: nth(1), at: 1 }, { paperId: 'no id' }]
    const failure = { failure: { code: 'refused' } }
    await expect(
      importSlice(db, { table: 'seen', rows, papers: [], importId }, 30),
    ).rejects.toMatchObject(failure)
    await expect(
      importSlice(db, { table: 'papers', rows: [], papers: [], importId }, 30),
    ).rejects.toMatchObject(failure)
    expect(await db.seen.count()).toBe(0)
  })
})

test('erasing leaves nothing, in the database or beside it', async () => {
  const db = freshDatabase()
  const store = new MemoryStore()
  await storePaper(db, listed(nth(1)))
  await editEntry(db, { paperId: nth(1), status: 'saved' }, 10)
  store.items.set('backup/a', 1).set('backup/b', 1).set('backup/a/settings/00', 'text')
  expect(await erase({ db, store })).toBe(1)
  expect(store.items.size).toBe(0)
  const counts = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.count()] as const),
  )
  expect(counts.filter(([, count]) => count > 0)).toEqual([['settings', 1]])
})
