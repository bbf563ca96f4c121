import { beforeEach, describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../../lib/db/database'
import { refetchableTables } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { separate } from '../../../lib/db/entries/joins'
import { storeList } from '../../../lib/db/lists/lists'
import { openFinder } from '../../../lib/search/finder'
import { updateIndex } from '../../../lib/search/update-index'
import { freshDatabase, id, listed, nth, paper } from '../db/samples'
import { find, found, indexAll, input, query, store } from './library'

let db: DogearDatabase

beforeEach(() => {
  db = freshDatabase()
})

/** Papers that were there before the index was: 1 to `count`. */
async function fill(count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  await db.papers.bulkPut(numbers.map((n) => paper(nth(n), { title: `Alder ${n}` })))
}

const waiting = () => db.unindexed.count()

describe('what is new', () => {
  test('is no paper of which only the votes changed', async () => {
    await store(db, nth(1), { title: 'Alder', votes: 1, comments: 1 }, 'Trees.')
    await indexAll(db)
    await store(db, nth(1), { title: 'Alder', votes: 2, comments: 5 }, 'Trees.')
    expect(await waiting()).toBe(0)
  })

  test.each([
    ['title', { title: 'Birch' }, 'Trees.', 'birch'],
    ['authors', { authors: ['Ada Birch'] }, 'Trees.', 'birch'],
    ['abstract', {}, 'Birches.', 'birches'],
    ['keywords', { keywords: ['birch'] }, 'Trees.', 'birch'],
    ['summary', { aiSummary: 'Birch' }, 'Trees.', 'birch'],
    ['organisation', { organization: 'Birch' }, 'Trees.', 'birch'],
  ])('is a changed %s', async (_, fields, abstract, typed) => {
    await store(db, nth(1), { title: 'Alder' }, 'Trees.')
    await indexAll(db)
    await store(db, nth(1), { title: 'Alder', ...fields }, abstract)
    expect(await found(db, typed)).toEqual([nth(1)])
    await indexAll(db)
    expect(await found(db, typed)).toEqual([nth(1)])
  })

  test('is a first listing, which changes the day', async () => {
    await store(db, nth(1), { title: 'On one', publishedOn: '2026-01-01' })
    await indexAll(db)
    const day = '2026-07-22'
    const item = { ...listed(nth(1), { title: 'On one' }), abstract: '' }
    const period = { kind: 'day', day } as const
    await storeList(db, { source: 'hf-daily', period, items: [item], skipped: 0, now: 1 })
    expect(await found(db, '', [{ kind: 'after', day, isExcluded: false }])).toEqual([nth(1)])
  })
})

describe('what is no longer there is not found', () => {
  test('a former title', async () => {
    await store(db, nth(1), { title: 'Alder' })
    await indexAll(db)
    await store(db, nth(1), { title: 'Birch' })
    expect(await found(db, 'alder')).toEqual([])
  })

  test('a paper that became one with another, until they are two again', async () => {
    const other = id('doi:10.1000/one')
    await store(db, nth(1), { title: 'Alder' })
    await store(db, other, { title: 'Alder too' })
    await indexAll(db)
    const page = { paper: paper(nth(1), { title: 'Alder', aliases: [other], origin: 'page' }) }
    await editEntry(db, { paperId: nth(1), status: 'saved', page }, 1)
    expect(await find(db, 'alder')).toEqual({ paperIds: [nth(1)], total: 1 })
    await indexAll(db)
    expect(await find(db, 'alder')).toEqual({ paperIds: [nth(1)], total: 1 })
    await separate(db, nth(1), other, 2)
    expect([...(await found(db, 'alder'))].sort()).toEqual([nth(1), other].sort())
  })

  test('papers that were erased to be fetched again', async () => {
    await store(db, nth(1), { title: 'Alder' })
    await indexAll(db)
    await Promise.all(refetchableTables.map((name) => db.table(name).clear()))
    expect(await found(db, 'alder')).toEqual([])
    await store(db, nth(2), { title: 'Alder' })
    await updateIndex(db, input)
    expect(await found(db, 'alder')).toEqual([nth(2)])
  })
})

describe('an update', () => {
  test('does nothing where all is known', async () => {
    await fill(3)
    await updateIndex(db, input)
    const before = await db.segments.toArray()
    await updateIndex(db, input)
    expect(await db.segments.toArray()).toEqual(before)
  })

  test('takes many changes into the index, and leaves few to whoever searches', async () => {
    await updateIndex(db, input)
    for (let n = 1; n <= 100; n++) await store(db, nth(n), { title: `Alder ${n}` })
    await updateIndex(db, input)
    expect(await waiting()).toBe(100)
    expect((await find(db, 'alder')).total).toBe(100)
    await store(db, nth(101), { title: 'Alder 101' })
    expect((await openFinder(db)).indexed).toBeLessThan(1)
    await updateIndex(db, input)
    expect(await waiting()).toBe(0)
    expect((await openFinder(db)).indexed).toBe(1)
    expect((await find(db, 'alder')).total).toBe(101)
  })

  test('merges, and finds the same as before', async () => {
    await fill(2_100)
    await updateIndex(db, input)
    expect(await db.segments.count()).toBe(2)
    expect((await find(db, 'alder')).total).toBe(2_100)
    expect(await found(db, 'alder 1999')).toEqual([nth(1999)])
  })

  test('begins anew where the index has another format', async () => {
    await fill(3)
    await updateIndex(db, input)
    await db.indexStates.update('search', { format: 0 })
    expect((await openFinder(db)).indexed).toBe(0)
    expect(await found(db, 'alder')).toEqual([])
    await updateIndex(db, input)
    expect((await find(db, 'alder')).total).toBe(3)
    expect(await db.segments.count()).toBe(1)
  })

  test('ends with its signal', async () => {
    await fill(3)
    const signal = AbortSignal.abort()
    await expect(updateIndex(db, { ...input, signal })).rejects.toThrow(/abort/i)
  })

  test('tells how far it is', async () => {
    await fill(500)
    await expect(updateIndex(db, killedAfter(300))).rejects.toThrow('killed')
    const finder = await openFinder(db)
    expect(finder.indexed).toBe(0.5)
    expect((await finder.find(query('alder'), 1)).total).toBe(250)
  })

  test('killed again and again goes on where it stopped', async () => {
    await fill(2_100)
    let kills = 0
    for (let isDone = false; !isDone; ) {
      // Enough for a slice, and not for two.
      isDone = await updateIndex(db, killedAfter(400)).then(
        () => true,
        () => false,
      )
      if (!isDone) kills += 1
    }
    expect(kills).toBeGreaterThan(4)
    expect(kills).toBeLessThan(10)
    expect((await find(db, 'alder')).total).toBe(2_100)
    expect(await found(db, 'alder 77')).toEqual([nth(77)])
  })

  test('begins anew where everything is erased while it reads', async () => {
    await fill(600)
    let pauses = 0
    const pause = async () => {
      pauses += 1
      if (pauses !== 400) return
      await Promise.all(refetchableTables.map((name) => db.table(name).clear()))
      await db.papers.put(paper(nth(1), { title: 'Birch' }))
    }
    await updateIndex(db, { ...slow(), pause })
    expect(await found(db, 'alder')).toEqual([])
    expect(await found(db, 'birch')).toEqual([nth(1)])
  })

  test('misses nothing that changes while it reads', async () => {
    await fill(300)
    let pauses = 0
    const pause = async () => {
      pauses += 1
      if (pauses === 100) await store(db, nth(1), { title: 'Birch' })
      if (pauses === 200) await store(db, nth(299), { title: 'Birch too' })
    }
    await updateIndex(db, { ...slow(), pause })
    expect([...(await found(db, 'birch'))].sort()).toEqual([nth(1), nth(299)])
    expect((await find(db, 'alder')).total).toBe(298)
  })
})

/** By its clock, each step is a long one. */
function slow() {
  let time = 0
  return { ...input, clock: () => (time += 1_000) }
}

function killedAfter(pauses: number) {
  let left = pauses
  return {
    ...slow(),
    pause: async () => {
      left -= 1
      if (left < 0) throw new Error('killed')
    },
  }
}
