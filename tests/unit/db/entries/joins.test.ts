import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { DogearDatabase } from '../../../../lib/db/database'
import { editEntry } from '../../../../lib/db/entries/entries'
import { rejoin, type Separated, separate } from '../../../../lib/db/entries/joins'
import { getEntries } from '../../../../lib/db/entries/stored-entries'
import { findWork } from '../../../../lib/db/entries/works'
import { storeList } from '../../../../lib/db/lists/lists'
import { getAbstract } from '../../../../lib/db/papers/abstracts'
import { findPapers, storePaper } from '../../../../lib/db/papers/papers'
import { type Entry, isSameTag, statuses } from '../../../../lib/papers/entry'
import { entryLimits } from '../../../../lib/papers/limits'
import type { Paper } from '../../../../lib/papers/paper'
import type { PaperId } from '../../../../lib/papers/paper-id'
import { freshDatabase, id, listed, nth, paper } from '../samples'

const own = nth(1)
const doi = id('doi:10.1000/example')
const forum = id('openreview:ExampleForum')

/** A paper as its own page tells it. */
function read(paperId: PaperId, fields: Partial<Paper> = {}): Paper {
  return paper(paperId, { origin: 'page', ...fields })
}

function entry(paperId: PaperId, fields: Partial<Entry> = {}): Entry {
  return { paperId, tags: [], note: '', createdAt: 1, updatedAt: 2, ...fields }
}

/** The user is on the page of the first name, which gives the paper the others as well. */
function visit(
  db: DogearDatabase,
  [first = own, ...aliases]: readonly PaperId[],
  { now = 10, status }: { now?: number; status?: 'saved' } = {},
): Promise<Entry> {
  const change = status === undefined ? {} : { status }
  return editEntry(
    db,
    { paperId: first, page: { paper: read(first, { aliases }) }, ...change },
    now,
  )
}

function storeDay(
  db: DogearDatabase,
  ids: readonly PaperId[],
  period = { kind: 'day', day: '2026-07-22' } as const,
) {
  const items = ids.map((one) => listed(one))
  return storeList(db, { source: 'a', period, items, skipped: 0, now: 1 })
}

/** What the user would see: all papers and entries, by their keys. */
async function stored(db: DogearDatabase) {
  return { papers: await db.papers.toArray(), entries: await db.entries.toArray() }
}

describe('a page that gives its paper another name', () => {
  test('joins the two papers and their entries', async () => {
    const db = freshDatabase()
    await db.papers.bulkAdd([
      read(own),
      read(doi, { venue: 'Journal of Examples', aliases: [forum] }),
    ])
    await db.entries.bulkAdd([
      entry(own, { tags: ['a'], note: 'own', status: 'saved', statusAt: 2 }),
      entry(doi, { tags: ['b'], note: 'other' }),
    ])
    await visit(db, [own, doi], { status: 'saved' })
    expect(await db.papers.toArray()).toEqual([
      read(own, { venue: 'Journal of Examples', aliases: [doi, forum] }),
    ])
    expect(await db.entries.toArray()).toMatchObject([
      { paperId: own, status: 'saved', statusAt: 2, tags: ['a', 'b'], note: 'own\n\nother' },
    ])
  })

  test('takes over an entry that was made under a mere name', async () => {
    const db = freshDatabase()
    await db.entries.add(entry(doi, { note: 'other' }))
    expect(await visit(db, [own, doi])).toMatchObject({ paperId: own, note: 'other' })
    expect(await db.entries.count()).toBe(1)
  })

  test('is noted name by name, once, with what was there before', async () => {
    const db = freshDatabase()
    await visit(db, [own, doi])
    const row = { name: doi, paperId: own, papers: [], entries: [], at: 10, isUndone: false }
    expect(await db.joins.toArray()).toEqual([row])
    await visit(db, [own, doi], { now: 20 })
    expect(await db.joins.toArray()).toEqual([row])
    await db.papers.add(read(forum))
    await db.entries.add(entry(forum, { note: 'other' }))
    const before = await stored(db)
    await visit(db, [own, doi, forum], { now: 30 })
    const papers = before.papers.filter((one) => [own, forum].includes(one.id))
    expect(await db.joins.toArray()).toEqual([
      row,
      { name: forum, paperId: own, papers, entries: before.entries, at: 30, isUndone: false },
    ])
  })

  test('is no reason for a list to join two known papers', async () => {
    const db = freshDatabase()
    await db.papers.bulkAdd([read(own), read(doi)])
    const items = [listed(own, { aliases: [doi] })]
    const period = { kind: 'day', day: '2026-07-22' } as const
    await storeList(db, { source: 'a', period, items, skipped: 0, now: 1 })
    expect(await db.papers.count()).toBe(2)
    expect(await db.joins.count()).toBe(0)
  })

  test('does not join what is in two lists, whatever lists they are', async () => {
    const db = freshDatabase()
    await storeDay(db, [own])
    const period = { kind: 'week', week: '2026-W30' } as const
    const items = [listed(doi)]
    await storeList(db, { source: 'a', period, items, skipped: 0, now: 1 })
    const before = await stored(db)
    await visit(db, [own, doi, forum], { status: 'saved' })
    const { papers, entries } = await stored(db)
    expect(papers).toEqual([{ ...before.papers[0], aliases: [forum] }, before.papers[1]])
    expect(entries.map(({ paperId }) => paperId)).toEqual([own])
    expect((await findWork(db, [own, doi])).names).toEqual([forum])
  })
})

describe('of two papers that are joined, the one stays', () => {
  test('that is in a list, though the page is the other one’s', async () => {
    const db = freshDatabase()
    await storeDay(db, [doi])
    await storePaper(db, { paper: paper(own), abstract: '' })
    await visit(db, [own, doi], { status: 'saved' })
    expect((await findPapers(db, [own])).get(own)?.id).toBe(doi)
    expect((await db.entries.toArray()).map(({ paperId }) => paperId)).toEqual([doi])
  })

  test('that is in the list of a week, of which its row tells nothing', async () => {
    const db = freshDatabase()
    const period = { kind: 'week', week: '2026-W30' } as const
    await storeList(db, { source: 'a', period, items: [listed(doi)], skipped: 0, now: 1 })
    await storePaper(db, { paper: paper(own), abstract: '' })
    await visit(db, [own, doi])
    expect((await db.papers.toArray()).map((one) => one.id)).toEqual([doi])
  })

  test('of which a source told', async () => {
    const db = freshDatabase()
    await storePaper(db, { paper: paper(doi), abstract: '' })
    await visit(db, [own])
    await visit(db, [own, doi])
    expect(await db.papers.toArray()).toMatchObject([{ id: doi, aliases: [own], origin: 'source' }])
  })

  test('that was there first, and keeps its words', async () => {
    const db = freshDatabase()
    await db.papers.add(read(doi, { title: 'As published' }))
    await visit(db, [own, doi])
    expect(await db.papers.toArray()).toEqual([
      read(doi, { title: 'As published', aliases: [own] }),
    ])
  })

  test('whose page it is', async () => {
    const db = freshDatabase()
    await db.papers.bulkAdd([read(own), read(doi)])
    await visit(db, [own, doi])
    expect((await db.papers.toArray()).map((one) => one.id)).toEqual([own])
  })

  test('with its abstract, or the other’s where it has none', async () => {
    const db = freshDatabase()
    await db.papers.bulkAdd([read(own), read(doi), read(forum)])
    await db.abstracts.bulkAdd([
      { id: doi, text: 'Of the other.' },
      { id: forum, text: 'Of the third.' },
    ])
    await visit(db, [own, doi])
    expect(await getAbstract(db, own)).toBe('Of the other.')
    await visit(db, [own, doi, forum])
    expect(await getAbstract(db, own)).toBe('Of the other.')
    await separate(db, own, doi, 20)
    expect(await getAbstract(db, own)).toBeUndefined()
    expect(await getAbstract(db, doi)).toBe('Of the other.')
  })
})

describe('separating two names', () => {
  test('gives back both papers and both entries', async () => {
    const db = freshDatabase()
    await storeDay(db, [doi])
    await db.papers.add(read(own, { aliases: [forum], title: 'Another one' }))
    await db.entries.bulkAdd([entry(own, { note: 'own' }), entry(doi, { tags: ['b'] })])
    const before = await stored(db)
    const page = { paper: read(own, { aliases: [doi], title: 'Another one' }) }
    await editEntry(db, { paperId: own, page }, 10)
    expect(await db.papers.count()).toBe(1)
    expect(await separate(db, own, doi, 20)).toEqual({ paperId: doi, name: own })
    expect(await stored(db)).toEqual(before)
    expect(await db.joins.toArray()).toMatchObject([{ name: own, paperId: doi, isUndone: true }])
  })

  test('lets stay what the user changed in the meantime, be it in the edit that joined them', async () => {
    const db = freshDatabase()
    await db.entries.bulkAdd([
      entry(own, { tags: ['a'], note: 'own' }),
      entry(doi, { tags: ['b'], status: 'read', statusAt: 2 }),
    ])
    await visit(db, [own, doi], { status: 'saved' })
    await editEntry(db, { paperId: doi, addTags: ['c'], note: 'own, and more' }, 11)
    await separate(db, own, doi, 20)
    const saved = { status: 'saved', statusAt: 10 } as const
    expect(await db.entries.toArray()).toEqual([
      entry(own, { ...saved, tags: ['a', 'c'], note: 'own, and more', updatedAt: 11 }),
      entry(doi, { tags: ['b'], status: 'read', statusAt: 2 }),
    ])
  })

  test('gives a page back what was written there in the edit that joined it', async () => {
    const db = freshDatabase()
    await storeDay(db, [doi])
    await db.entries.add(entry(doi, { tags: ['b'] }))
    await visit(db, [own, doi], { status: 'saved' })
    expect((await getEntries(db, [own])).get(own)).toMatchObject({ status: 'saved', tags: ['b'] })
    await separate(db, own, doi, 20)
    const entries = await getEntries(db, [own, doi])
    expect(entries.get(own)).toMatchObject({ status: 'saved', tags: [] })
    expect(entries.get(doi)).toEqual(entry(doi, { tags: ['b'] }))
  })

  test('leaves no entry where there was none', async () => {
    const db = freshDatabase()
    await db.entries.add(entry(doi, { note: 'other' }))
    await visit(db, [own, doi])
    await separate(db, own, doi, 20)
    expect(await db.entries.toArray()).toEqual([entry(doi, { note: 'other' })])
  })

  test('does not replace an entry that stands under the name', async () => {
    const db = freshDatabase()
    await db.entries.bulkAdd([entry(own, { note: 'own' }), entry(doi, { note: 'other' })])
    await visit(db, [own, doi])
    await db.entries.add(entry(doi, { note: 'newer' }))
    await separate(db, own, doi, 20)
    const notes = (await db.entries.toArray()).map(({ note }) => note)
    expect(notes).toEqual(['own\n\nother', 'newer'])
  })

  test('gives each of three back, in whatever order they are separated', async () => {
    for (const names of [
      [doi, forum],
      [forum, doi],
    ]) {
      const db = freshDatabase()
      await db.papers.bulkAdd([read(own), read(doi), read(forum)])
      await db.entries.bulkAdd([own, doi, forum].map((one) => entry(one, { note: `On ${one}` })))
      const before = await stored(db)
      await visit(db, [own, forum, doi])
      expect(await db.entries.count()).toBe(1)
      for (const name of names) await separate(db, own, name, 20)
      expect(await stored(db)).toEqual(before)
    }
  })

  test('gives back what came by way of a third', async () => {
    const db = freshDatabase()
    await db.papers.bulkAdd([read(own), read(doi), read(forum)])
    await db.entries.bulkAdd([own, doi, forum].map((one) => entry(one, { note: `On ${one}` })))
    const before = await stored(db)
    await visit(db, [doi, forum], { now: 10 })
    await visit(db, [own, doi], { now: 11 })
    expect((await findPapers(db, [forum])).get(forum)?.id).toBe(own)
    await separate(db, own, forum, 20)
    await separate(db, own, doi, 21)
    expect(await stored(db)).toEqual(before)
  })

  test('keeps what a sync has told since', async () => {
    const db = freshDatabase()
    await db.papers.bulkAdd([read(own), read(doi, { venue: 'Journal of Examples' })])
    await visit(db, [own, doi])
    await storeDay(db, [own])
    await separate(db, own, doi, 20)
    const [kept, other] = await db.papers.toArray()
    expect(kept).toEqual({ ...paper(own), listed: { source: 'a', day: '2026-07-22', rank: 1 } })
    expect(other).toEqual(read(doi, { venue: 'Journal of Examples' }))
  })

  test('holds against pages and lists, from either side', async () => {
    const db = freshDatabase()
    await visit(db, [own, doi], { status: 'saved' })
    await separate(db, own, doi, 20)
    await visit(db, [own, doi, forum], { now: 30 })
    await visit(db, [doi, own], { now: 31 })
    await visit(db, [doi, forum], { now: 32 })
    const period = { kind: 'day', day: '2026-07-22' } as const
    const items = [listed(own, { aliases: [doi] }), listed(doi, { aliases: [own, forum] })]
    await storeList(db, { source: 'a', period, items, skipped: 0, now: 33 })
    expect((await db.papers.toArray()).map((one) => [one.id, one.aliases])).toEqual([
      [own, [forum]],
      [doi, []],
    ])
    const entries = await getEntries(db, [own, doi, forum])
    expect(entries.get(own)?.status).toBe('saved')
    expect(entries.get(doi)?.status).toBeUndefined()
    expect(entries.get(forum)).toEqual(entries.get(own))
  })

  test('is possible where a source gave the name, and then holds', async () => {
    const db = freshDatabase()
    const told = { paper: paper(own, { aliases: [doi] }), abstract: '' }
    await storePaper(db, told)
    await separate(db, doi, own, 20)
    await storePaper(db, told)
    expect(await db.papers.toArray()).toEqual([paper(own)])
    const row = { name: doi, paperId: own, papers: [], entries: [], at: 20, isUndone: true }
    expect(await db.joins.toArray()).toEqual([row])
  })

  test('is possible before anything is stored', async () => {
    const db = freshDatabase()
    await db.entries.bulkAdd([entry(own, { note: 'own' }), entry(doi, { note: 'other' })])
    expect((await findWork(db, [own, doi])).entry?.note).toBe('own\n\nother')
    await separate(db, own, doi, 20)
    expect(await findWork(db, [own, doi])).toEqual({
      paper: undefined,
      entry: entry(own, { note: 'own' }),
      names: [],
    })
    expect(await visit(db, [own, doi], { now: 30 })).toMatchObject({ note: 'own' })
  })

  test('from one paper says nothing of another, and is not forgotten for it', async () => {
    const db = freshDatabase()
    // Both pages give the number of the volume as their own.
    await visit(db, [nth(1), doi], { now: 1 })
    await separate(db, nth(1), doi, 2)
    await visit(db, [nth(2), doi], { now: 3 })
    expect((await findPapers(db, [doi])).get(doi)?.id).toBe(nth(2))
    await visit(db, [nth(1), doi], { now: 4 })
    expect((await findPapers(db, [nth(1)])).get(nth(1))?.aliases).toEqual([])
    await separate(db, nth(2), doi, 5)
    await visit(db, [nth(1), doi], { now: 6 })
    await visit(db, [nth(2), doi], { now: 7 })
    expect((await db.papers.toArray()).map(({ aliases }) => aliases)).toEqual([[], []])
  })

  test('costs a list one look-up, and none where no paper has another name', async () => {
    const db = freshDatabase()
    const look = vi.spyOn(db.joins, 'bulkGet')
    await storeDay(db, [own, nth(2), nth(3)])
    expect(look).not.toHaveBeenCalled()
    const items = [listed(own, { aliases: [doi] }), listed(nth(2), { aliases: [forum] })]
    const period = { kind: 'trending' } as const
    await storeList(db, { source: 'a', period, items, skipped: 0, now: 1 })
    expect(look).toHaveBeenCalledOnce()
  })

  test('is no less noted under a name that another paper now has', async () => {
    const db = freshDatabase()
    await db.entries.add(entry(doi, { note: 'other' }))
    await visit(db, [nth(2), doi])
    await separate(db, nth(1), doi, 20)
    expect((await findWork(db, [nth(1), doi, nth(2)])).names).toEqual([])
    await separate(db, nth(2), doi, 21)
    expect(await db.entries.toArray()).toEqual([entry(doi, { note: 'other' })])
    expect(await rejoin(db, nth(1), doi, 22)).toBe(false)
    expect((await findWork(db, [nth(1), doi])).names).toEqual([doi])
    expect((await findWork(db, [nth(2), doi])).names).toEqual([])
  })

  test('does nothing to a paper and its own name', async () => {
    const db = freshDatabase()
    await visit(db, [own])
    expect(await separate(db, own, own, 20)).toEqual({ paperId: own, name: own })
    expect(await db.joins.count()).toBe(0)
  })
})

describe('taking a separation back', () => {
  test('joins the two again, and it can be undone again', async () => {
    const db = freshDatabase()
    await db.papers.bulkAdd([read(own), read(doi)])
    await db.entries.bulkAdd([entry(own, { note: 'own' }), entry(doi, { note: 'other' })])
    const before = await stored(db)
    await visit(db, [own, doi])
    const joined = await db.papers.toArray()
    const { paperId, name } = await separate(db, own, doi, 20)
    expect(await rejoin(db, paperId, name, 21)).toBe(true)
    expect(await db.papers.toArray()).toEqual(joined)
    expect((await db.entries.toArray()).map(({ note }) => note)).toEqual(['own\n\nother'])
    expect(await db.joins.toArray()).toMatchObject([{ name: doi, isUndone: false }])
    await separate(db, paperId, name, 22)
    expect(await stored(db)).toEqual(before)
  })

  test('lets pages join again where no paper is stored', async () => {
    const db = freshDatabase()
    await separate(db, own, doi, 20)
    expect(await rejoin(db, own, doi, 21)).toBe(false)
    await visit(db, [own, doi])
    expect((await findPapers(db, [doi])).get(doi)?.id).toBe(own)
  })

  test('can not join what is in two lists', async () => {
    const db = freshDatabase()
    await storeDay(db, [own, doi])
    const before = await stored(db)
    expect(await rejoin(db, own, doi, 21)).toBe(false)
    expect(await stored(db)).toEqual(before)
  })
})

describe('what is shown of a work', () => {
  test('is what an edit from its page would store, and nothing is written', async () => {
    const db = freshDatabase()
    await db.papers.bulkAdd([read(doi, { venue: 'Journal of Examples' }), read(own)])
    await db.entries.bulkAdd([entry(doi, { tags: ['b'] }), entry(forum, { note: 'other' })])
    const before = await stored(db)
    const names = [own, doi, forum]
    const work = await findWork(db, names)
    expect(await stored(db)).toEqual(before)
    expect(work.names).toEqual([doi, forum])
    const edited = await visit(db, names)
    expect(work.entry).toEqual({ ...edited, updatedAt: 2 })
    expect(await db.papers.toArray()).toEqual([work.paper])
    expect(await findWork(db, names)).toEqual({ ...work, entry: edited })
  })

  test('is nothing where nothing is known, but for the names', async () => {
    const db = freshDatabase()
    const nothing = { paper: undefined, entry: undefined }
    expect(await findWork(db, [own, doi, doi, own])).toEqual({ ...nothing, names: [doi] })
    expect(await findWork(db, [])).toEqual({ ...nothing, names: [] })
  })

  test('has the names that were known besides, but none that was separated', async () => {
    const db = freshDatabase()
    await visit(db, [doi, forum])
    expect((await findWork(db, [own, doi])).names).toEqual([forum, own])
    await separate(db, doi, own, 20)
    expect(await findWork(db, [own, doi])).toEqual({
      paper: undefined,
      entry: undefined,
      names: [],
    })
    expect((await findWork(db, [doi, own])).names).toEqual([forum])
  })
})

/** The names of each of these works. */
async function worksOf(db: DogearDatabase, names: readonly PaperId[]): Promise<PaperId[][]> {
  const found = await findPapers(db, names)
  return names.map((name) => {
    const known = found.get(name)
    return known === undefined ? [name] : [known.id, ...known.aliases]
  })
}

function isBetween(
  { paperId, name }: Separated,
  one: readonly PaperId[] = [],
  two: readonly PaperId[] = [],
): boolean {
  return (
    (one.includes(paperId) && two.includes(name)) || (two.includes(paperId) && one.includes(name))
  )
}

const tag = fc.constantFrom('a', 'A', 'b', 'long context', 'c')
const words = fc.record({
  status: fc.option(fc.record({ status: fc.constantFrom(...statuses), statusAt: fc.nat(9) })),
  tags: fc.uniqueArray(tag, { comparator: isSameTag }),
  note: fc.oneof(fc.constant(''), fc.string({ maxLength: 20 })),
  createdAt: fc.nat(9),
  updatedAt: fc.integer({ min: 10, max: 19 }),
})
const anyEntry = (paperId: PaperId): fc.Arbitrary<Entry> =>
  words.map(({ status, ...rest }) => ({ paperId, ...rest, ...status }))
const anyPaper = (paperId: PaperId): fc.Arbitrary<Paper> =>
  fc
    .record({
      venue: fc.option(fc.constantFrom('Examples', 'Journal of Examples')),
      keywords: fc.array(fc.constantFrom('one', 'two')),
      organization: fc.option(fc.constant('Example Institute')),
      origin: fc.constantFrom('source' as const, 'page' as const),
    })
    .map(({ venue, organization, ...rest }) => ({
      ...paper(paperId, {
        ...rest,
        ...(venue && { venue }),
        ...(organization && { organization }),
      }),
    }))

const twoOfEach = fc.record({
  papers: fc.tuple(fc.option(anyPaper(own)), fc.option(anyPaper(doi))),
  entries: fc.tuple(fc.option(anyEntry(own)), fc.option(anyEntry(doi))),
})

describe('whatever was written under two names', () => {
  async function fill(
    db: DogearDatabase,
    content: typeof twoOfEach extends fc.Arbitrary<infer T> ? T : never,
  ) {
    await db.papers.bulkAdd(content.papers.flatMap((one) => one ?? []))
    await db.entries.bulkAdd(content.entries.flatMap((one) => one ?? []))
  }

  test('is there in the joined entry, and is as before once they are separated', async () => {
    await fc.assert(
      fc.asyncProperty(twoOfEach, async (content) => {
        const db = freshDatabase()
        await fill(db, content)
        const before = await stored(db)
        const page = { paper: content.papers[0] ?? read(own) }
        const named = { ...page.paper, aliases: [doi] }
        await editEntry(db, { paperId: own, page: { paper: named } }, 30)
        const [joined, ...others] = await db.entries.toArray()
        expect(others).toEqual([])
        for (const { tags, note } of before.entries) {
          for (const one of tags) expect(joined?.tags.some((has) => isSameTag(has, one))).toBe(true)
          expect(joined?.note).toContain(note)
        }
        const once = await stored(db)
        await editEntry(db, { paperId: own, page: { paper: named } }, 30)
        expect(await stored(db)).toEqual(once)

        await separate(db, own, doi, 40)
        const after = await stored(db)
        const hadOwn = content.papers[0] !== null
        const papers = hadOwn ? before.papers : [...before.papers, page.paper]
        expect(after.papers).toEqual(papers.sort((one, other) => (one.id < other.id ? -1 : 1)))
        // Where there was no entry under the other name, the edit has only touched the one that stays.
        const untouched = content.entries.filter((one) => one !== null)
        const joinedOnes = untouched.some((one) => one.paperId !== joined?.paperId)
        if (joinedOnes) expect(after.entries).toEqual(before.entries)
        else expect(after.entries.map(({ note }) => note)).toEqual([untouched[0]?.note ?? ''])
      }),
      { numRuns: 50 },
    )
  })

  test('is never lost, in whatever order it is written, joined, separated and listed', async () => {
    const name = fc.constantFrom(own, doi, forum)
    const names = fc.shuffledSubarray([own, doi, forum], { minLength: 1 })
    const step = fc.record({
      action: fc.constantFrom('visit', 'visit', 'edit', 'separate', 'rejoin', 'list', 'tell'),
      names,
      other: name,
      wait: fc.nat(1),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const db = freshDatabase()
        let now = 100
        let apart: Separated[] = []
        for (const [index, { action, names: given, other, wait }] of steps.entries()) {
          now += wait
          const [first = own, ...aliases] = given
          const word = `word${index}.`
          if (action === 'visit' || action === 'edit') {
            const shown =
              action === 'visit'
                ? (await findWork(db, given)).entry
                : (await getEntries(db, [first])).get(first)
            const change = {
              paperId: first,
              addTags: [`tag${index}`],
              note: `${shown?.note ?? ''} ${word}`.trim(),
            }
            const page = { paper: read(first, { aliases }) }
            await editEntry(db, action === 'visit' ? { ...change, page } : change, now)
          }
          if (action === 'separate' && first !== other) {
            apart.push(await separate(db, first, other, now))
          }
          if (action === 'rejoin') {
            const [one, two] = await worksOf(db, [first, other])
            await rejoin(db, first, other, now)
            apart = apart.filter((pair) => !isBetween(pair, one, two))
          }
          if (action === 'list') await storeDay(db, given)
          if (action === 'tell') {
            await storePaper(db, { paper: paper(first, { aliases }), abstract: '' })
          }
          for (const { paperId, name: separated } of apart) {
            const [one] = await worksOf(db, [paperId])
            expect(one).not.toContain(separated)
          }
        }
        const entries = await db.entries.toArray()
        const papers = await db.papers.toArray()
        for (const [index, { action }] of steps.entries()) {
          if (action !== 'visit' && action !== 'edit') continue
          expect(entries.some(({ note }) => note.includes(`word${index}.`))).toBe(true)
          expect(entries.some(({ tags }) => tags.includes(`tag${index}`))).toBe(true)
        }
        // No name stands for two papers, and no list holds an id without a paper.
        const allNames = papers.flatMap(({ id: one, aliases }) => [one, ...aliases])
        expect(allNames.length).toBe(new Set(allNames).size)
        const inLists = (await db.lists.toArray()).flatMap(({ paperIds }) => paperIds)
        expect(papers.map(({ id: one }) => one)).toEqual(expect.arrayContaining(inLists))
      }),
      { numRuns: 100 },
    )
  })
})

test('a tag more than an entry may have is still in what was there before', async () => {
  const db = freshDatabase()
  const tags = (letter: string) => Array.from({ length: entryLimits.tags }, (_, n) => letter + n)
  await db.entries.bulkAdd([entry(own, { tags: tags('a') }), entry(doi, { tags: tags('b') })])
  await visit(db, [own, doi])
  await separate(db, own, doi, 20)
  expect((await db.entries.toArray()).map((one) => one.tags)).toEqual([tags('a'), tags('b')])
})
