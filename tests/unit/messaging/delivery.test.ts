import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { createHandlers } from '../../../entrypoints/background/handlers'
import { type DogearDatabase, openDatabase } from '../../../lib/db/database'
import { getSettings } from '../../../lib/db/settings/settings'
import { answerMessage, type Handlers } from '../../../lib/messaging/handle'
import type { MessageName } from '../../../lib/messaging/protocol'
import { send } from '../../../lib/messaging/send'
import { type Entry, statuses } from '../../../lib/papers/entry'
import { idleJobs } from '../background/idle-jobs'
import { freshDatabase, nth } from '../db/samples'

/** A worker of its own on a database, as there is one after the other. */
function startWorker(db: DogearDatabase): Handlers {
  return createHandlers(idleJobs(db))
}

interface Message {
  readonly name: MessageName
  readonly payload: unknown
  readonly id?: string
  readonly before?: readonly Message[]
}

/** What becomes of one try to reach the worker. */
type Fate = 'answered' | 'not done' | 'done, but not answered'

const closed = 'The message port closed before a response was received.'

beforeEach(() => {
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((name) => String(name))
})

/**
 * Connects `send` to workers that are stopped now and then.
 *
 * @param fates of the tries, one after the other; later ones are answered
 */
function connect(db: DogearDatabase, fates: readonly Fate[] = []) {
  const left = [...fates]
  const tries: Message[] = []
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    tries.push(message as Message)
    const fate = left.shift() ?? 'answered'
    if (fate === 'not done') throw new Error(closed)
    const result = await answerMessage(message, 'extension', startWorker(db))
    if (fate === 'done, but not answered') throw new Error(closed)
    return result
  })
  return { tries }
}

/** Waits are passed over, in their order. */
function withoutWaiting(): void {
  const { setTimeout: later } = globalThis
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void) =>
    later(work, 0)) as typeof setTimeout)
}

describe('a message that is not answered', () => {
  test('is sent again under the same id, and done once', async () => {
    withoutWaiting()
    const db = freshDatabase()
    const { tries } = connect(db, ['done, but not answered', 'not done'])
    const result = await send('editEntry', { paperId: nth(1), status: 'saved' })
    expect(result).toMatchObject({ ok: true, value: { status: 'saved' } })
    expect(tries).toHaveLength(3)
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1)
    expect(await db.journal.count()).toBe(1)
  })

  test('gets the answer that it would have had, and takes nothing back that came since', async () => {
    const db = freshDatabase()
    const worker = startWorker(db)
    const message = {
      name: 'editEntry',
      payload: { paperId: nth(1), status: 'saved' },
      id: crypto.randomUUID(),
    }
    const first = await answerMessage(message, 'page', worker)
    await answerMessage(
      { name: 'editEntry', payload: { paperId: nth(1), status: 'read' } },
      'page',
      worker,
    )
    expect(await answerMessage(message, 'page', startWorker(db))).toEqual(first)
    expect(await db.entries.get(nth(1))).toMatchObject({ status: 'read' })
  })

  test('is given up after a few tries, with a failure', async () => {
    withoutWaiting()
    const db = freshDatabase()
    const { tries } = connect(db, Array(10).fill('not done'))
    const result = await send('changeSettings', { density: 'compact' })
    expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } })
    expect(tries).toHaveLength(4)
  })

  test('comes before what the page has sent later, though another worker had that first', async () => {
    const db = freshDatabase()
    connect(db, ['not done'])
    const saving = send('editEntry', { paperId: nth(1), status: 'saved' })
    const hiding = send('editEntry', { paperId: nth(1), status: 'hidden' })
    const undoing = send('undoNewest', {})
    expect(await Promise.all([saving, hiding, undoing])).toMatchObject([
      { value: { status: 'saved' } },
      { value: { status: 'hidden' } },
      { value: { paperIds: [nth(1)] } },
    ])
    expect(await db.entries.get(nth(1))).toMatchObject({ status: 'saved' })
  })

  test('is done even where the page is gone before it could send it again', async () => {
    withoutWaiting()
    const db = freshDatabase()
    connect(db, ['not done', 'done, but not answered', ...Array<Fate>(10).fill('not done')])
    const tagging = send('editEntry', { paperId: nth(1), addTags: ['a'] })
    const reading = send('editEntry', { paperId: nth(1), status: 'read' })
    await Promise.all([tagging, reading])
    expect(await db.entries.get(nth(1))).toMatchObject({ status: 'read', tags: ['a'] })
  })

  test('keeps nothing that is sent later waiting', async () => {
    const db = freshDatabase()
    const { tries } = connect(db)
    void send('findLinkedWorks', { paperId: nth(1), isStored: true })
    void send('editEntry', { paperId: nth(1), note: 'a' })
    const later = send('editEntry', { paperId: nth(1), note: 'ab' })
    expect(tries.map(({ name }) => name)).toEqual(['findLinkedWorks', 'editEntry', 'editEntry'])
    await later
    await send('editEntry', { paperId: nth(1), note: 'abc' })
    expect(
      tries.map(({ before }) => before?.length ?? 0),
      'until it is answered',
    ).toEqual([0, 0, 1, 0])
  })
})

const tag = fc.constantFrom('a', 'b', 'c')
const paperId = fc.constantFrom(nth(1), nth(2))
const status = fc.option(fc.constantFrom(...statuses))
const change = fc.oneof(
  fc.record({
    name: fc.constant('editEntry' as const),
    payload: fc.oneof(
      fc.record({ paperId, status }),
      fc.record({ paperId, addTags: fc.array(tag, { maxLength: 2 }) }),
      fc.record({ paperId, removeTags: fc.array(tag, { maxLength: 2 }) }),
      fc.record({ paperId, note: fc.constantFrom('', 'x', 'y') }),
    ),
  }),
  fc.record({
    name: fc.constant('editEntries' as const),
    payload: fc.record({
      changes: fc.array(fc.record({ paperId, status }), { minLength: 1, maxLength: 3 }),
    }),
  }),
  fc.record({
    name: fc.constant('changeSettings' as const),
    payload: fc.oneof(
      fc.record({ density: fc.constantFrom('comfortable' as const, 'compact' as const) }),
      fc.record({ hasThumbnails: fc.boolean() }),
    ),
  }),
  fc.record({ name: fc.constant('undoNewest' as const), payload: fc.constant({}) }),
  fc.record({ name: fc.constant('redoChange' as const), payload: fc.constant({}) }),
)
const fate = fc.constantFrom<Fate>('answered', 'not done', 'done, but not answered')

describe('whatever popup, library, tabs and worker write at once', () => {
  test('ends as if each message had been done once, in the order in which it was first done', async () => {
    const sent = fc.record({ change, from: fc.nat(3), tries: fc.integer({ min: 1, max: 3 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 12 }), async (all) => {
        const db = freshDatabase()
        const others = [1, 2, 3].map(() => openDatabase(db.name))
        await Promise.all([db, ...others].map((one) => one.open()))
        const workers = [db, ...others].map(startWorker)
        const messages = all.map((one) => ({ ...one, id: crypto.randomUUID() }))
        // All are on their way at once, some more than once, and nobody waits for an answer.
        const again = messages.filter(({ tries }) => tries > 1)
        const thrice = messages.filter(({ tries }) => tries > 2)
        const answers = await Promise.all(
          [...messages, ...again, ...thrice].map(({ change: { name, payload }, from, id }) =>
            answerMessage({ name, payload, id }, 'extension', workers[from] ?? startWorker(db)),
          ),
        )
        expect(answers.every(({ ok }) => ok)).toBe(true)

        const once = freshDatabase()
        for (const { change: one, id } of messages) {
          await answerMessage({ ...one, id }, 'extension', startWorker(once))
        }
        expect(await contentOf(db)).toEqual(await contentOf(once))
        for (const other of others) other.close()
      }),
      { numRuns: 30 },
    )
  })

  test('no field is lost where each writes another one', async () => {
    const words = fc.record({
      status: fc.constantFrom(...statuses),
      note: fc.string({ minLength: 1, maxLength: 9 }),
      tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
    })
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })
    await fc.assert(
      fc.asyncProperty(words, order, async (wanted, turns) => {
        const db = freshDatabase()
        const other = openDatabase(db.name)
        const tab = startWorker(other)
        const writes = [
          { status: wanted.status },
          { note: wanted.note },
          ...wanted.tags.map((one) => ({ addTags: [one] })),
        ]
        await Promise.all(
          turns.flatMap((turn) => {
            const write = writes[turn]
            const message = { name: 'editEntry', payload: { paperId: nth(1), ...write } }
            const worker = turn % 2 === 0 ? tab : startWorker(db)
            return write === undefined ? [] : answerMessage(message, 'page', worker)
          }),
        )
        const entry = await db.entries.get(nth(1))
        expect(entry).toMatchObject({ status: wanted.status, note: wanted.note })
        expect([...(entry?.tags ?? [])].sort()).toEqual([...wanted.tags].sort())
        expect(await db.journal.count()).toBe(writes.length)
        other.close()
      }),
      { numRuns: 25 },
    )
  })

  test('workers that are stopped now and then do each change of a page once', async () => {
    withoutWaiting()
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        // Never so many in a row that a message is given up.
        fc.array(fc.array(fate, { maxLength: 3 }), { minLength: 8, maxLength: 8 }),
        async (changes, fates) => {
          const db = freshDatabase()
          for (const [index, { name, payload }] of changes.entries()) {
            connect(db, fates[index])
            expect((await send(name, payload as never)).ok).toBe(true)
          }
          const once = freshDatabase()
          for (const one of changes) await answerMessage(one, 'extension', startWorker(once))
          expect(await contentOf(db)).toEqual(await contentOf(once))
        },
      ),
      { numRuns: 30 },
    )
  })

  test('workers that are stopped now and then do what a page asks for at once in its order', async () => {
    withoutWaiting()
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        // So few that no message is given up.
        fc.uniqueArray(fc.nat(12), { maxLength: 3 }),
        fc.array(fate, { minLength: 3, maxLength: 3 }),
        async (changes, turns, bad) => {
          const db = freshDatabase()
          const fates = Array.from({ length: 13 }, (_, index): Fate => {
            return bad[turns.indexOf(index)] ?? 'answered'
          })
          connect(db, fates)
          const results = await Promise.all(
            changes.map(({ name, payload }) => send(name, payload as never)),
          )
          expect(results.every(({ ok }) => ok)).toBe(true)
          const once = freshDatabase()
          for (const one of changes) await answerMessage(one, 'extension', startWorker(once))
          expect(await contentOf(db)).toEqual(await contentOf(once))
        },
      ),
      { numRuns: 30 },
    )
  })
})

/** Everything that the user wrote, without times and ids. */
async function contentOf(db: DogearDatabase) {
  const entries = (await db.entries.toArray()).map(wordsOf)
  const journal = await db.journal.toArray()
  const settings = await getSettings(db)
  return { entries, changes: journal.map(({ kind, undone }) => ({ kind, undone })), settings }
}

function wordsOf({ paperId: id, status: given, tags, note }: Entry) {
  return { id, given, tags, note }
}
