import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DogearDatabase, openDatabase } from '../../../../lib/db/database'
import { editEntries, editEntry } from '../../../../lib/db/entries/entries'
import { separate } from '../../../../lib/db/entries/joins'
import { journalLimit, recentChanges } from '../../../../lib/db/entries/journal'
import { getEntries } from '../../../../lib/db/entries/stored-entries'
import { storePaper } from '../../../../lib/db/papers/papers'
import { redoChange, undoChange } from '../../../../lib/db/user-data/undo'
import { type Entry, type EntryChange, isSameTag, statuses } from '../../../../lib/papers/entry'
import type { PaperId } from '../../../../lib/papers/paper-id'
import { freshDatabase, id, nth, paper } from '../samples'

const doi = id('doi:10.1000/example')

async function entryOf(db: DogearDatabase, paperId: PaperId): Promise<Entry | undefined> {
  return (await getEntries(db, [paperId])).get(paperId)
}

describe('undoing', () => {
  test('takes the changes back one by one, the newest first, also in another database connection', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status: 'saved' }, 1)
    await editEntry(db, { paperId: nth(1), addTags: ['kv-cache'] }, 2)
    await editEntry(db, { paperId: nth(2), status: 'hidden' }, 3)
    db.close()
    const again = openDatabase(db.name)
    const undone = await undoChange(again, {}, 4)
    expect(undone).toMatchObject({
      change: { kind: 'hidden', at: 3 },
      paperIds: [nth(2)],
      extent: 'all',
    })
    expect(await entryOf(again, nth(2)), 'an entry that began with it goes').toBeUndefined()
    await undoChange(again, {}, 5)
    expect(await entryOf(again, nth(1))).toMatchObject({ status: 'saved', statusAt: 1, tags: [] })
    await undoChange(again, {}, 6)
    expect(await undoChange(again, {}, 7), 'nothing is left').toBeUndefined()
    expect(await again.entries.count()).toBe(0)
    again.close()
    await db.open()
  })

  test('leaves alone what was changed since, and says so', async () => {
    const db = freshDatabase()
    const both = [nth(1), nth(2)].map((paperId) => ({
      paperId,
      status: 'saved' as const,
      addTags: ['a', 'b'],
    }))
    await editEntries(db, both, 1, 'bulk')
    await editEntry(db, { paperId: nth(1), status: 'read' }, 2)
    await editEntry(db, { paperId: nth(2), removeTags: ['a'], addTags: ['c'] }, 3)
    const undone = await undoChange(db, { changeId: 'bulk' }, 4)
    expect(undone).toMatchObject({ extent: 'part', paperIds: [nth(2), nth(1)] })
    expect(await entryOf(db, nth(1))).toMatchObject({ status: 'read', tags: [] })
    expect(await entryOf(db, nth(2))).toMatchObject({ tags: ['c'] })
    expect((await entryOf(db, nth(2)))?.status).toBeUndefined()
    expect(await undoChange(db, { changeId: 'bulk' }, 5), 'it is undone once').toBeUndefined()
  })

  test('of something that was changed altogether since changes nothing', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status: 'saved' }, 1, 'first')
    const now = await editEntry(db, { paperId: nth(1), status: 'read' }, 2)
    const undone = await undoChange(db, { changeId: 'first' }, 3)
    expect(undone).toMatchObject({ extent: 'nothing', paperIds: [] })
    expect(await entryOf(db, nth(1))).toEqual(now)
  })

  test('several papers that were changed at once is one step', async () => {
    const db = freshDatabase()
    await editEntries(
      db,
      [1, 2, 3].map((n) => ({ paperId: nth(n), status: 'hidden' })),
      1,
    )
    await undoChange(db, {}, 2)
    expect(await db.entries.count()).toBe(0)
    expect(await undoChange(db, {}, 3)).toBeUndefined()
  })

  test('works where the paper has got another name since', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: doi, status: 'saved' }, 1, 'saved')
    const page = { paper: paper(nth(1), { aliases: [doi], origin: 'page' }) }
    await editEntry(db, { paperId: nth(1), addTags: ['a'], page }, 2)
    await undoChange(db, { changeId: 'saved' }, 3)
    const entry = await entryOf(db, nth(1))
    expect(entry).toMatchObject({ tags: ['a'] })
    expect(entry?.status).toBeUndefined()
  })

  describe('takes back the join that came with it', () => {
    const others = Array.from({ length: 10 }, (_, index) => id(`doi:10.5555/kept.${index}`))
    const own = id('openreview:HostilePage')
    /** All that the user wrote. */
    const written = async (db: DogearDatabase) =>
      (await db.entries.toArray()).map(({ updatedAt: _updatedAt, ...entry }) => entry)

    test.each([
      ['a paper of its own', [own, ...others]],
      ['one of them', [...others, own]],
    ])(
      'where a page of %s claims ten papers of the user’s',
      async (_case, [page = own, ...claimed]) => {
        const db = freshDatabase()
        for (const [index, paperId] of others.entries()) {
          await storePaper(db, { paper: paper(paperId), abstract: '' })
          const fields = { addTags: [`t${index}`], note: `n${index}`, status: 'saved' } as const
          await editEntry(db, { paperId, ...fields }, index + 1)
        }
        const before = await written(db)
        const reading = { paper: paper(page, { aliases: claimed, origin: 'page' }) }
        const edit = {
          paperId: page,
          addTags: ['from the page'],
          status: 'read',
          page: reading,
        } as const
        await editEntry(db, edit, 20, 'claim')
        const joined = await written(db)
        expect(joined).toHaveLength(1)

        await undoChange(db, { changeId: 'claim' }, 30)
        expect(await written(db)).toEqual(before)
        const aliases = (await db.papers.toArray()).flatMap((one) => one.aliases)
        expect(aliases.filter((name) => others.includes(name))).toEqual([])

        await redoChange(db, { changeId: 'claim' }, 40)
        expect(await written(db)).toMatchObject([{ tags: joined[0]?.tags, status: 'read' }])
        await undoChange(db, { changeId: 'claim' }, 50)
        expect(await written(db)).toEqual(before)
      },
    )

    test('and a page may join them again', async () => {
      const db = freshDatabase()
      await editEntry(db, { paperId: doi, note: 'n' }, 1)
      const page = { paper: paper(nth(1), { aliases: [doi], origin: 'page' }) }
      await editEntry(db, { paperId: nth(1), addTags: ['a'], page }, 2)
      await undoChange(db, {}, 3)
      expect(await written(db)).toMatchObject([{ paperId: doi, note: 'n', tags: [] }])
      await editEntry(db, { paperId: nth(1), addTags: ['b'], page }, 4)
      expect(await written(db)).toMatchObject([{ paperId: nth(1), note: 'n', tags: ['b'] }])
    })
  })

  test('joins names again that were taken apart', async () => {
    const db = freshDatabase()
    const one = { paper: paper(nth(1), { aliases: [doi] }), abstract: '' }
    await storePaper(db, one)
    await separate(db, nth(1), doi, 1)
    expect((await db.papers.get(nth(1)))?.aliases).toEqual([])
    expect(await undoChange(db, {}, 2)).toMatchObject({ change: { kind: 'separated' } })
    expect((await db.papers.get(nth(1)))?.aliases).toEqual([doi])
    await redoChange(db, {}, 3)
    expect((await db.papers.get(nth(1)))?.aliases).toEqual([])
  })
})

describe('doing again', () => {
  test('what was undone goes back in its order, until there is a new change', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), status: 'saved' }, 1)
    const before = await editEntry(db, { paperId: nth(1), addTags: ['b', 'a'], note: 'n' }, 2)
    await undoChange(db, {}, 3)
    await undoChange(db, {}, 4)
    await redoChange(db, {}, 5)
    expect(await redoChange(db, {}, 6)).toMatchObject({ change: { kind: 'edited' } })
    expect(await entryOf(db, nth(1))).toEqual({ ...before, updatedAt: 6 })
    await undoChange(db, {}, 7)
    await editEntry(db, { paperId: nth(2), status: 'read' }, 8)
    expect(await redoChange(db, {}, 9)).toBeUndefined()
    expect(await recentChanges(db)).toMatchObject([{ kind: 'read' }, { kind: 'saved' }])
  })
})

describe('the journal', () => {
  test('keeps the last 200 changes', async () => {
    const db = freshDatabase()
    for (let n = 1; n <= journalLimit + 5; n += 1) {
      await editEntry(db, { paperId: nth(n), status: 'saved' }, n)
    }
    expect(await db.journal.count()).toBe(journalLimit)
    expect(await db.applied.count(), 'and no answers that nobody asked for').toBe(0)
    expect((await recentChanges(db)).at(-1)).toMatchObject({ at: 6 })
  })

  test('has nothing of what changed nothing', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), addTags: ['a'] }, 1)
    await editEntry(db, { paperId: nth(1), addTags: ['A'] }, 2)
    await editEntry(db, { paperId: nth(2) }, 3)
    expect(await db.journal.count()).toBe(1)
  })

  test('has a note that is being written once', async () => {
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), note: 'a' }, 1)
    await editEntry(db, { paperId: nth(1), note: 'a thought' }, 30_000)
    await editEntry(db, { paperId: nth(1), note: 'a thought or two' }, 80_000)
    await editEntry(db, { paperId: nth(1), note: 'another' }, 200_000)
    expect(await db.journal.count()).toBe(2)
    await undoChange(db, {}, 200_001)
    expect((await entryOf(db, nth(1)))?.note).toBe('a thought or two')
    await undoChange(db, {}, 200_002)
    expect(await entryOf(db, nth(1))).toBeUndefined()
  })

  test('and the change are stored together or not at all', async () => {
    const db = freshDatabase()
    const refuse = () => {
      throw new Error('The disk is full')
    }
    db.journal.hook('creating', refuse)
    await expect(editEntry(db, { paperId: nth(1), status: 'saved' }, 1, 'one')).rejects.toThrow()
    expect(await db.entries.count()).toBe(0)
    db.journal.hook('creating').unsubscribe(refuse)
    await editEntry(db, { paperId: nth(1), status: 'saved' }, 1, 'one')
    expect(await db.entries.count()).toBe(1)
    expect(await db.journal.count()).toBe(1)
  })

  test('has the titles of papers that are known', async () => {
    const db = freshDatabase()
    await storePaper(db, { paper: paper(nth(1)), abstract: '' })
    await editEntry(db, { paperId: nth(2), status: 'saved' }, 1)
    await editEntry(db, { paperId: nth(1), status: 'saved' }, 2)
    expect((await recentChanges(db)).map(({ title }) => title)).toEqual([`On ${nth(1)}`, ''])
  })
})

/*
 * The model: what the user wrote about three papers, and a list of changes of single values. A tag is a value of
 * its own, which is there or not.
 */
type Words = Map<string, string | boolean>
interface Step {
  readonly changes: readonly { key: string; before: Value; after: Value }[]
  undone?: number
}
type Value = string | boolean | undefined

class Model {
  readonly words: Words = new Map()
  steps: Step[] = []

  /** @param time tells a status from the same one that is set again later */
  edit(edits: readonly ({ n: number } & EntryChange)[], time: number): void {
    const changes: { key: string; before: Value; after: Value }[] = []
    const set = (key: string, after: Value) => {
      const before = this.words.get(key)
      if (before === after) return
      changes.push({ key, before, after })
      this.#put(key, after)
    }
    for (const { n, status, note, addTags = [], removeTags = [] } of edits) {
      const hasIt = status && this.words.get(`${n} status`)?.toString().startsWith(`${status} `)
      if (status !== undefined && !hasIt) {
        set(`${n} status`, status === null ? undefined : `${status} since ${time}`)
      }
      if (note !== undefined) set(`${n} note`, note === '' ? undefined : note)
      for (const tag of removeTags) {
        if (!addTags.includes(tag)) set(`${n} tag ${tag}`, undefined)
      }
      for (const tag of addTags) set(`${n} tag ${tag}`, true)
    }
    if (changes.length === 0) return
    this.steps = [...this.steps.filter(({ undone }) => undone === undefined), { changes }]
  }

  undo(step = this.steps.findLast(({ undone }) => undone === undefined)): void {
    if (step === undefined || step.undone !== undefined) return
    for (const { key, before, after } of step.changes.toReversed()) {
      if (this.words.get(key) === after) this.#put(key, before)
    }
    step.undone = Math.max(0, ...this.steps.map(({ undone = 0 }) => undone)) + 1
  }

  redo(): void {
    const last = Math.max(0, ...this.steps.map(({ undone = 0 }) => undone))
    const step = this.steps.find(({ undone }) => undone === last)
    if (step === undefined) return
    for (const { key, before, after } of step.changes) {
      if (this.words.get(key) === before) this.#put(key, after)
    }
    delete step.undone
  }

  #put(key: string, value: Value): void {
    if (value === undefined) this.words.delete(key)
    else this.words.set(key, value)
  }
}

function wordsOf(entries: Iterable<Entry>): Words {
  const words: Words = new Map()
  for (const { paperId, status, statusAt, note, tags } of entries) {
    const n = Number(paperId.slice(-1))
    if (status !== undefined) words.set(`${n} status`, `${status} since ${statusAt}`)
    if (note !== '') words.set(`${n} note`, note)
    for (const tag of tags) words.set(`${n} tag ${tag}`, true)
  }
  return words
}

const tags = fc.subarray(['a', 'b', 'c'])
const change = fc.record(
  {
    status: fc.option(fc.constantFrom(...statuses)),
    addTags: tags,
    removeTags: tags,
    note: fc.constantFrom('', 'x', 'y'),
  },
  { requiredKeys: [] },
)
const edit = fc.tuple(fc.integer({ min: 1, max: 3 }), change)
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ edits: fc.array(edit, { minLength: 2, maxLength: 4 }) }) },
  { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat(9) }) },
)
const actions = fc.array(fc.tuple(fc.nat(1), action), { minLength: 1, maxLength: 14 })

/** So far apart that no two notes are one change. */
const pause = 100_000

describe('whatever is changed and undone, from wherever', () => {
  test('what is stored is what a simple model says', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (all) => {
        const first = freshDatabase()
        const connections = [first, openDatabase(first.name)]
        await Promise.all(connections.map((db) => db.open()))
        const model = new Model()
        const ids: string[] = []
        const stepOf = new Map<string, Step>()
        // Begun without waiting for one another, as popup and tabs do.
        const doing = all.map(([connection, one], turn) => {
          const db = connections[connection] ?? first
          const now = (turn + 1) * pause
          if (one === 'undo') {
            model.undo()
            return undoChange(db, {}, now)
          }
          if (one === 'redo') {
            model.redo()
            return redoChange(db, {}, now)
          }
          if ('undo' in one) {
            const changeId = ids.at(-1 - one.undo) ?? 'none'
            const step = stepOf.get(changeId)
            if (step !== undefined && model.steps.includes(step)) model.undo(step)
            return undoChange(db, { changeId }, now)
          }
          const changeId = String(turn)
          const before = model.steps.at(-1)
          model.edit(
            one.edits.map(([n, words]) => ({ n, ...withoutBoth(words) })),
            now,
          )
          const step = model.steps.at(-1)
          if (step !== undefined && step !== before) stepOf.set(changeId, step)
          ids.push(changeId)
          const edits = one.edits.map(([n, words]) => ({ paperId: nth(n), ...withoutBoth(words) }))
          return editEntries(db, edits, now, changeId)
        })
        await Promise.all(doing)
        expect(sorted(wordsOf(await first.entries.toArray()))).toEqual(sorted(model.words))
        for (const db of connections) db.close()
        await first.open()
      }),
      { numRuns: 60 },
    )
  })

  test('to undo everything leads back to the beginning, to redo it to the end, tags in their order', async () => {
    const edits = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(edits, edits, async (earlier, later) => {
        const db = freshDatabase()
        let now = 0
        const make = async (steps: typeof earlier) => {
          for (const step of steps) {
            now += pause
            const made = step.map(([n, words]) => ({ paperId: nth(n), ...words }))
            await editEntries(db, made, now)
          }
        }
        await make(earlier)
        const start = await timeless(db)
        await db.journal.clear()
        await make(later)
        const end = await timeless(db)
        while ((await undoChange(db, {}, now)) !== undefined) now += 1
        expect(await timeless(db)).toEqual(start)
        while ((await redoChange(db, {}, now)) !== undefined) now += 1
        expect(await timeless(db)).toEqual(end)
      }),
      { numRuns: 40 },
    )
  })
})

/** A tag that is both removed and added is another spelling at most. */
function withoutBoth({ addTags = [], removeTags = [], ...rest }: EntryChange): EntryChange {
  const removed = removeTags.filter((tag) => !addTags.some((other) => isSameTag(tag, other)))
  return { ...rest, addTags, removeTags: removed }
}

function sorted(words: Words) {
  return [...words].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** What is stored but for the time of the last change; an entry without a word is as good as none. */
async function timeless(db: DogearDatabase) {
  const entries = await db.entries.toArray()
  return entries.flatMap(({ updatedAt: _, ...entry }) =>
    entry.status === undefined && entry.tags.length === 0 && entry.note === '' ? [] : [entry],
  )
}
