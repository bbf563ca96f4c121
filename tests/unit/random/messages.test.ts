import * as fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { createHandlers } from '../../../entrypoints/background/handlers'
import type { DogearDatabase } from '../../../lib/db/database'
import { getEntries } from '../../../lib/db/entries/stored-entries'
import { storePaper } from '../../../lib/db/papers/papers'
import { answerMessage } from '../../../lib/messaging/handle'
import { type MessageName, protocol, type SenderKind } from '../../../lib/messaging/protocol'
import { idleJobs } from '../background/idle-jobs'
import { dump, freshDatabase, listed, nth } from '../db/samples'
import { fakeLocks } from '../fake-locks'
import { like, longest, oddValue, runsOf, seeds } from './runs'

/*
 * Whatever a page or a broken part of ours says, the worker answers, and what it refuses changes nothing.
 */

const uuid = '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a001'
const paperId = nth(1)
const told = { paper: listed(paperId).paper, abstract: 'We study it.' }
const ofPage = { ...told, paper: { ...told.paper, origin: 'page' } }
const row = { paperId, tags: ['caches'], note: '', createdAt: 1, updatedAt: 2 }
const none = { works: [], total: 0 }
const watch = {
  id: uuid,
  question: 'early exit',
  createdAt: 5,
  isEnabled: true,
  notifies: false,
}

/** A valid one of each. */
const payloads: Readonly<Record<MessageName, unknown>> = {
  lookUp: { paperIds: [paperId, nth(2)] },
  describe: { paperId, aliases: ['doi:10.1000/one'] },
  cite: { paperId, format: 'bibtex' },
  noteTrouble: { trouble: 'failed' },
  listTags: { typed: 'ca' },
  readTagsAndNote: { paperId },
  readFailureWords: {},
  editEntry: { paperId, status: 'saved', addTags: ['caches'], note: 'Try this', page: ofPage },
  editEntries: {
    changes: [
      { paperId, status: 'read' },
      { paperId: nth(2), addTags: ['x'] },
    ],
  },
  separate: { paperId, name: 'doi:10.1000/one' },
  undoChange: { changeId: uuid },
  undoNewest: {},
  redoChange: { changeId: uuid },
  changeSettings: { period: 'day', density: 'compact', syncInterval: 30, sitesOff: [] },
  noteSearch: { search: 'caches' },
  forgetSearches: {},
  markSeen: { paperIds: [paperId] },
  syncList: { source: 'hf-daily', period: { kind: 'day', day: '2026-07-22' }, force: true },
  findLinkedWorks: { paperId, isStored: true },
  controlHistory: { action: 'pause' },
  cancelSync: {},
  searchPapers: { words: 'caches' },
  cancelSearch: {},
  addWatch: watch,
  changeWatch: { id: uuid, question: 'late exit', name: 'Exits' },
  removeWatch: { id: uuid },
  keepPaper: told,
  restoreBackup: { isAnew: false },
  declineBackup: {},
  importRows: { importId: uuid, table: 'entries', rows: [row], papers: [told.paper] },
  eraseAll: {},
}

/** A worker whose jobs do nothing. */
function startWorker(db: DogearDatabase) {
  const found = { paperId, models: none, datasets: none, spaces: none, fetchedAt: 5 }
  return createHandlers(idleJobs(db, { findLinkedWorks: async () => found }))
}

/** What a handler says of what it can't do, in words of its own. */
const inItsOwnWords = /Nothing is known of this paper but its name|A watch can't ask that/

const names = Object.keys(protocol) as MessageName[]
const message = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...names)
      .chain((name) => like(payloads[name]).map((payload) => ({ name, payload }))),
  },
  {
    weight: 1,
    arbitrary: like({ name: 'lookUp', payload: payloads.lookUp, id: uuid, before: [] }),
  },
  { weight: 1, arbitrary: oddValue },
)
const sender = fc.constantFrom<SenderKind | undefined>('page', 'extension', 'extension', undefined)

beforeEach(() => {
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((name: string) =>
    name === 'extension_language' ? 'en' : String(name),
  )
  vi.spyOn(browser.alarms, 'get').mockImplementation(async () => undefined)
  vi.stubGlobal('navigator', { locks: fakeLocks() })
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
})

test('each of the messages is one that the worker takes', async () => {
  const db = freshDatabase()
  await storePaper(db, listed(paperId))
  const handlers = startWorker(db)
  for (const name of names) {
    const from = protocol[name].from[0]
    const result = await answerMessage({ name, payload: payloads[name] }, from, handlers)
    if (!result.ok) expect([name, result.error.code], result.error.message).not.toContain('refused')
  }
})

describe.each(seeds)('messages made up at random, by %s', (_name, seed) => {
  test(`are answered, and what is refused changes nothing (seed ${seed})`, {
    timeout: longest,
  }, async () => {
    const messages = fc.array(fc.tuple(message, sender), { minLength: 10, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(messages, async (sent) => {
        const db = freshDatabase()
        await storePaper(db, listed(paperId))
        const handlers = startWorker(db)
        for (const [one, from] of sent) {
          const before = JSON.stringify(await dump(db))
          const page = { address: 'https://example.org/', isPrivate: false }
          const result = await answerMessage(one, from, handlers, page)
          if (result.ok) continue
          const { code, message: why } = result.error
          if (code === 'unexpected') expect(why).toMatch(inItsOwnWords)
          else expect(['refused', 'offline', 'cancelled']).toContain(code)
          // A search that got no answer is noted as that.
          if (code === 'refused') expect(JSON.stringify(await dump(db))).toBe(before)
        }
        const save = { name: 'editEntry', payload: { paperId: nth(9), status: 'saved' } }
        expect(await answerMessage(save, 'page', handlers)).toMatchObject({ ok: true })
        expect((await getEntries(db, [nth(9)])).get(nth(9))).toMatchObject({ status: 'saved' })
        await db.delete()
      }),
      runsOf(seed, 10),
    )
  })
})
