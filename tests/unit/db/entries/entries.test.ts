import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../../../lib/db/database'
import { editEntries, editEntry } from '../../../../lib/db/entries/entries'
import { getEntries } from '../../../../lib/db/entries/stored-entries'
import { storeList } from '../../../../lib/db/lists/lists'
import { getAbstract } from '../../../../lib/db/papers/abstracts'
import { getPapers } from '../../../../lib/db/papers/papers'
import { statuses } from '../../../../lib/papers/entry'
import { freshDatabase, id, listed, nth, paper } from '../samples'

const doi = id('doi:10.1000/example')
const day = { kind: 'day', day: '2026-07-22' } as const

describe('giving a paper a status', () => {
  test('stores an entry and answers with it', async () => {
    const db = freshDatabase()
    const entry = await editEntry(db, { paperId: nth(1), status: 'saved' }, 5)
    expect(entry).toMatchObject({ paperId: nth(1), status: 'saved', statusAt: 5, createdAt: 5 })
    expect(await getEntries(db, [nth(1), nth(2)])).toEqual(new Map([[nth(1), entry]]))
  })

  test('taking it back keeps tags, note and the beginning', async () => {
    const db = freshDatabase()
    const before = { paperId: nth(1), tags: ['a'], note: 'b', createdAt: 1, updatedAt: 1 }
    await db.entries.add({ ...before, status: 'read', statusAt: 1 })
    const entry = await editEntry(db, { paperId: nth(1), status: null }, 5)
    expect(entry).toStrictEqual({ ...before, updatedAt: 5 })
    expect((await getEntries(db, [nth(1)])).get(nth(1))).toStrictEqual(entry)
    expect(await db.entries.where('status').equals('read').count()).toBe(0)
  })

  test('writes only the fields that change', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status: 'saved' }, 5)
    const update = vi.spyOn(db.entries, 'update')
    const put = vi.spyOn(db.entries, 'put')
    await editEntry(db, { paperId: nth(1), status: 'read' }, 6)
    const changes = { status: 'read', statusAt: 6, updatedAt: 6 }
    expect(update.mock.calls).toEqual([[nth(1), changes]])
    expect(put).not.toHaveBeenCalled()
  })

  test('whatever writes at once, the last word on each field is what remains', async () => {
    const change = fc.record({
      connection: fc.nat(2),
      paper: fc.integer({ min: 1, max: 2 }),
      status: fc.option(fc.constantFrom(...statuses)),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const first = freshDatabase()
        // One paper is there already, with what the user wrote about it elsewhere.
        const written = { paperId: nth(1), tags: ['a'], note: 'b', createdAt: -1, updatedAt: -1 }
        await first.entries.add(written)
        const connections = [first, openDatabase(first.name), openDatabase(first.name)]
        await Promise.all(connections.map((db) => db.open()))
        // Begun one after the other without waiting, as tabs do.
        await Promise.all(
          changes.map(({ connection, paper: n, status }, time) =>
            editEntry(connections[connection] ?? first, { paperId: nth(n), status }, time),
          ),
        )
        const entries = await getEntries(first, [nth(1), nth(2)])
        for (const n of [1, 2]) {
          const own = changes.flatMap((one, time) => (one.paper === n ? [{ ...one, time }] : []))
          const last = own.at(-1)
          const begun =
            n === 1
              ? written
              : { ...written, paperId: nth(n), tags: [], note: '', createdAt: own[0]?.time }
          const since = own.findLastIndex(({ status }) => status !== last?.status) + 1
          const status = last?.status && { status: last.status, statusAt: own[since]?.time }
          expect(entries.get(nth(n))).toEqual(
            last === undefined
              ? n === 1
                ? written
                : undefined
              : { ...begun, ...status, updatedAt: last.time },
          )
        }
        for (const db of connections) db.close()
      }),
      { numRuns: 25 },
    )
  })
})

describe('what a page says of its paper', () => {
  const page = {
    paper: paper(nth(1), { title: 'As the page has it', aliases: [doi], origin: 'page' }),
    abstract: 'As the page tells it.',
  }

  test('is stored with the status where nothing was known', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status: 'saved', page }, 5)
    expect((await getPapers(db, [nth(1)]))[0]).toEqual(page.paper)
    expect(await getAbstract(db, nth(1))).toBe('As the page tells it.')
  })

  test('never replaces what a source said, whichever comes first', async () => {
    const reply = { source: 'a', period: day, items: [listed(nth(1))], skipped: 0, now: 1 }
    const save = { paperId: nth(1), status: 'saved', page } as const
    const pageLast = freshDatabase()
    await storeList(pageLast, reply)
    await editEntry(pageLast, save, 5)
    const pageFirst = freshDatabase()
    await editEntry(pageFirst, save, 5)
    await storeList(pageFirst, reply)
    for (const db of [pageLast, pageFirst]) {
      expect((await getPapers(db, [nth(1)]))[0]).toMatchObject({
        title: `On ${nth(1)}`,
        origin: 'source',
        aliases: [doi],
      })
      expect(await getAbstract(db, nth(1))).toBe(`We study ${nth(1)}.`)
    }
  })

  test('fills in an abstract that the source did not have', async () => {
    const db = freshDatabase()
    const items = [{ ...listed(nth(1)), abstract: '' }]
    await storeList(db, { source: 'a', period: day, items, skipped: 0, now: 1 })
    await editEntry(db, { paperId: nth(1), status: 'saved', page }, 5)
    expect(await getAbstract(db, nth(1))).toBe('As the page tells it.')
  })

  test('is not believed about another paper, and the status is given all the same', async () => {
    const db = freshDatabase()
    const entry = await editEntry(db, { paperId: nth(2), status: 'saved', page }, 5)
    expect(entry.paperId).toBe(nth(2))
    expect(await getPapers(db, [nth(1), nth(2)])).toEqual([undefined, undefined])
  })
})

describe('an entry of a paper with several names', () => {
  const page = { paper: paper(nth(1), { aliases: [doi], origin: 'page' }) }

  test('is the same under each of them', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status: 'saved', page }, 5)
    const entry = await editEntry(db, { paperId: doi, status: 'read' }, 6)
    expect(entry).toMatchObject({ paperId: nth(1), status: 'read', createdAt: 5 })
    const entries = await getEntries(db, [doi, nth(1)])
    expect([...entries.keys()]).toEqual([doi, nth(1)])
    expect(entries.get(doi)).toEqual(entries.get(nth(1)))
  })

  test('is not lost when it was made under a name that turns out to be an alias', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: doi, status: 'saved' }, 5)
    await editEntry(db, { paperId: nth(1), status: 'read', page }, 6)
    const entries = await getEntries(db, [doi, nth(1)])
    expect(entries.get(nth(1))).toMatchObject({ paperId: nth(1), status: 'read', createdAt: 5 })
    expect(entries.get(doi)).toEqual(entries.get(nth(1)))
    expect(await db.entries.count()).toBe(1)
  })

  test('is found under its paper also where a list made the names one', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: doi, status: 'hidden' }, 5)
    const items = [listed(nth(1), { aliases: [doi] })]
    await storeList(db, { source: 'a', period: day, items, skipped: 0, now: 6 })
    const entries = await getEntries(db, [doi, nth(1)])
    expect(entries.get(nth(1))?.status).toBe('hidden')
    expect(entries.get(doi)?.status).toBe('hidden')
  })

  test('is one out of two that were made before the names were known to be one', async () => {
    const db = freshDatabase()
    await editEntry(
      db,
      { paperId: doi, status: 'read', addTags: ['a', 'b'], note: 'from the DOI' },
      5,
    )
    await editEntry(db, { paperId: nth(1), status: 'saved', addTags: ['B', 'c'], note: 'own' }, 6)
    const items = [listed(nth(1), { aliases: [doi] })]
    await storeList(db, { source: 'a', period: day, items, skipped: 0, now: 7 })
    const merged = {
      paperId: nth(1),
      status: 'saved',
      statusAt: 6,
      tags: ['B', 'c', 'a'],
      note: 'own\n\nfrom the DOI',
      createdAt: 5,
      updatedAt: 6,
    }
    expect((await getEntries(db, [doi])).get(doi)).toEqual(merged)
    const edited = await editEntry(db, { paperId: doi, addTags: ['d'] }, 8)
    expect(edited).toEqual({ ...merged, tags: ['B', 'c', 'a', 'd'], updatedAt: 8 })
    expect(await db.entries.toArray()).toEqual([edited])
  })
})

describe('changing several papers at once', () => {
  test('changes each as it is asked, and answers in that order', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), addTags: ['a'] }, 1)
    const entries = await editEntries(
      db,
      [
        { paperId: nth(2), status: 'read' },
        { paperId: nth(1), addTags: ['b'], removeTags: ['a'] },
      ],
      5,
    )
    expect(entries).toMatchObject([
      { paperId: nth(2), status: 'read', statusAt: 5 },
      { paperId: nth(1), tags: ['b'], createdAt: 1, updatedAt: 5 },
    ])
    const stored = await getEntries(db, [nth(2), nth(1)])
    expect([...stored.values()]).toStrictEqual(entries)
  })

  test('changes none where one of them fails', async () => {
    const db = freshDatabase()
    const before = await editEntry(db, { paperId: nth(1), status: 'read' }, 1)
    db.entries.hook('creating', (key) => {
      if (key === nth(3)) throw new Error('The disk is full')
    })
    const changes = [1, 2, 3].map((n) => ({ paperId: nth(n), status: 'hidden' }) as const)
    await expect(editEntries(db, changes, 5)).rejects.toThrow('The disk is full')
    expect(await getEntries(db, [nth(1), nth(2), nth(3)])).toEqual(new Map([[nth(1), before]]))
  })
})
