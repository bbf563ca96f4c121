import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { descriptionOf, knowledgeOf } from '../../../lib/annotate/knowledge'
import { exportData } from '../../../lib/backup/export-data'
import { backedUpTables, type DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { getEntries } from '../../../lib/db/entries/stored-entries'
import { changeWatch, removeWatch } from '../../../lib/db/entries/watches'
import { findWork } from '../../../lib/db/entries/works'
import { findPapers } from '../../../lib/db/papers/papers'
import { protocol } from '../../../lib/messaging/protocol'
import type { EntryChange } from '../../../lib/papers/entry'
import { entryLimits, latestTime, limits, watchLimits } from '../../../lib/papers/limits'
import { freshDatabase, id, nth } from '../db/samples'
import { importFile } from './import-file'

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key: string) =>
    key === 'extension_language' ? 'en' : key,
  )
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en')
})

const fileOf = (tables: object) =>
  new Blob([JSON.stringify({ format: 'dogear', version: 1, ...tables })])

/** Does with an entry what the user can do with one; each message has to be one, and its answer too. */
async function use(db: DogearDatabase, paperId: ReturnType<typeof nth>): Promise<void> {
  const { lookUp, describe, editEntry: editing } = protocol
  const papers = await findPapers(db, [paperId])
  const entries = await getEntries(db, [paperId])
  const known = knowledgeOf(papers.get(paperId), entries.get(paperId))
  lookUp.reply.parse(known === undefined ? {} : { [paperId]: known })
  const work = await findWork(db, [paperId])
  describe.reply.parse(descriptionOf(paperId, { ...work, completion: undefined }))
  const edit = async (change: EntryChange) => {
    const request = editing.request.parse({ paperId, ...change })
    return editing.reply.parse(await editEntry(db, { ...request, paperId }, 40))
  }
  const { tags, note } = await edit({ status: 'reading' })
  const isRoom = tags.length < entryLimits.tags
  const tagged = await edit({ addTags: ['a new one'] })
  expect(tagged.tags).toEqual(tags.includes('a new one') || !isRoom ? tags : [...tags, 'a new one'])
  expect((await edit({ note: note.slice(1) })).note).toBe(note.slice(1))
  for (const tag of tags.slice(0, 3)) {
    const { tags: left } = await edit({ removeTags: [tag] })
    expect(left).not.toContain(tag)
  }
}

const row = {
  entry: {
    paperId: nth(1),
    status: 'read',
    statusAt: 5,
    tags: ['a'],
    note: 'One',
    createdAt: 1,
    updatedAt: 5,
  },
  watch: {
    id: '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a001',
    question: 'caches',
    createdAt: 1,
    isEnabled: true,
    notifies: false,
  },
  paper: {
    id: nth(1),
    aliases: [],
    title: 'On Caches',
    authors: [],
    keywords: [],
    listed: { source: 'hf-daily', day: '2026-07-22', rank: 1 },
    origin: 'source',
  },
}
const numbered = (length: number) => Array.from({ length }, (_, index) => `tag ${index}`)

describe('what Dogear can’t live with', () => {
  test.each([
    ['entries', 'statusAt', { ...row.entry, statusAt: 1e300 }],
    ['entries', 'updatedAt', { ...row.entry, updatedAt: latestTime + 1 }],
    ['entries', 'tags.0', { ...row.entry, tags: ['x'.repeat(entryLimits.tag + 1)] }],
    ['entries', 'tags.0', { ...row.entry, tags: [''] }],
    ['entries', 'tags', { ...row.entry, tags: numbered(entryLimits.tags + 1) }],
    ['entries', 'note', { ...row.entry, note: 'x'.repeat(entryLimits.note + 1) }],
    ['entries', 'paperId', { ...row.entry, paperId: 'arxiv:x' }],
    ['papers', 'listed.day', { ...row.paper, listed: { ...row.paper.listed, day: '2026-99-99' } }],
    ['papers', 'publishedOn', { ...row.paper, publishedOn: '2026-13' }],
    ['papers', 'keywords', { ...row.paper, keywords: numbered(limits.keywords + 1) }],
    ['watches', 'id', { ...row.watch, id: 'mine' }],
    ['watches', 'createdAt', { ...row.watch, createdAt: Number.MAX_VALUE }],
    ['seen', 'at', { paperId: nth(1), at: 8.64e15 + 1 }],
  ])('is refused at the door: %s, %s', async (table, field, bad) => {
    const db = freshDatabase()
    const { refused } = await importFile(db, fileOf({ [table]: [bad] }))
    expect(refused).toEqual([{ table, place: 1, field }])
    expect(await db.table(table).count()).toBe(0)
  })

  test('two notes that are too much for one: the one that is there stays, and that is counted', async () => {
    const db = freshDatabase()
    const [one, other] = ['x', 'y'].map((letter) => letter.repeat(entryLimits.note - 9))
    await importFile(db, fileOf({ entries: [{ ...row.entry, note: one }] }))
    const second = { entries: [{ ...row.entry, createdAt: 2, note: other }] }
    expect((await importFile(db, fileOf(second))).tooMuch).toBe(1)
    expect((await db.entries.get(nth(1)))?.note).toBe(one)
    await use(db, nth(1))
  })

  test('more watches than there can be are left out and counted, those that are there stay', async () => {
    const db = freshDatabase()
    const watches = Array.from({ length: watchLimits.watches + 5 }, () => ({
      ...row.watch,
      id: crypto.randomUUID(),
    }))
    expect((await importFile(db, fileOf({ watches }))).tooMuch).toBe(5)
    expect(await db.watches.count()).toBe(watchLimits.watches)
    expect((await importFile(db, fileOf({ watches: watches.slice(0, 9) }))).tooMuch).toBe(0)
  })
})

const time = fc.oneof(
  fc.nat(),
  fc.constantFrom(-1, 0.5, latestTime, latestTime + 1, 8.64e15, 1e300),
)
const tag = fc.oneof(
  fc.constantFrom('a', 'A', '#a', ' ', 'two  words', 'x'.repeat(60), 'x'.repeat(61), '\ud800'),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)
const name = fc.constantFrom(nth(1), nth(2), nth(3), id('doi:10.1000/one'), 'arxiv:9', 'x')
const entry = fc.record(
  {
    paperId: name,
    status: fc.constantFrom('saved', 'reading', 'read', 'hidden', 'kept'),
    statusAt: time,
    tags: fc.oneof(fc.array(tag, { maxLength: 4 }), fc.constantFrom(numbered(500), numbered(1001))),
    note: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(20_000, 20_001, 1_000_000, 1_000_001).map((length) => 'n'.repeat(length)),
    ),
    createdAt: time,
    updatedAt: time,
  },
  { requiredKeys: ['paperId', 'tags', 'note', 'createdAt', 'updatedAt'] },
)
const day = fc.constantFrom('2026-07-22', '0001-01-01', '9999-12-31', '2026-99-99', '2026-02-30')
const paper = fc.record(
  {
    id: name,
    aliases: fc.array(name, { maxLength: 3 }),
    title: fc.string({ unit: 'binary' }),
    authors: fc.array(fc.string(), { maxLength: 3 }),
    publishedOn: fc.oneof(day, fc.constantFrom('2026', '2026-07', '2026-00', '20')),
    venue: fc.string(),
    keywords: fc.array(fc.string(), { maxLength: 3 }),
    votes: fc.oneof(fc.double(), fc.integer()),
    code: fc.record({ url: fc.webUrl(), stars: fc.double() }, { requiredKeys: ['url'] }),
    pdfUrl: fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)')),
    listed: fc.record({ source: fc.string(), day, rank: fc.double() }),
    origin: fc.constantFrom('source', 'page'),
  },
  { requiredKeys: ['id', 'aliases', 'title', 'authors', 'keywords', 'origin'] },
)
const watch = fc.record(
  {
    id: fc.oneof(fc.uuid(), fc.string()),
    question: fc.string({ maxLength: 400 }),
    name: fc.string({ maxLength: 80 }),
    createdAt: time,
    isEnabled: fc.boolean(),
    notifies: fc.boolean(),
  },
  { requiredKeys: ['id', 'question', 'createdAt', 'isEnabled', 'notifies'] },
)
const join = fc.record(
  {
    name,
    paperId: name,
    papers: fc.array(paper, { maxLength: 2 }),
    entries: fc.array(entry, { maxLength: 2 }),
    at: time,
    isUndone: fc.boolean(),
    separatedFrom: fc.array(name, { maxLength: 3 }),
  },
  { requiredKeys: ['name', 'paperId', 'papers', 'entries', 'at', 'isUndone'] },
)
const file = fc.record({
  entries: fc.array(entry, { maxLength: 4 }),
  papers: fc.array(paper, { maxLength: 4 }),
  watches: fc.array(watch, { maxLength: 3 }),
  joins: fc.array(join, { maxLength: 2 }),
  seen: fc.array(fc.record({ paperId: name, at: time }), { maxLength: 3 }),
})

async function userRows(db: DogearDatabase): Promise<unknown> {
  return Promise.all(backedUpTables.map((table) => db.table(table).toArray()))
}

test('whatever passes an import can be shown, changed, removed, exported and imported again', async () => {
  await fc.assert(
    fc.asyncProperty(file, async (given) => {
      const db = freshDatabase()
      await importFile(db, fileOf(given))
      const again = async () => {
        const other = freshDatabase()
        const exported = await exportData(db, '0.1.0', 30)
        expect(await importFile(other, exported)).toEqual({ refused: [], tooMuch: 0 })
        expect(await userRows(other)).toEqual(await userRows(db))
        await other.delete()
      }
      await again()
      for (const { paperId } of await db.entries.toArray()) await use(db, paperId)
      for (const stored of await db.watches.toArray()) {
        const { addWatch, changeWatch: changing, removeWatch: removing } = protocol
        const request = changing.request.parse({ id: stored.id, isEnabled: !stored.isEnabled })
        changing.reply.parse((await changeWatch(db, stored.id, request))?.after)
        const before = await db.watches.count()
        addWatch.request.parse(await removeWatch(db, removing.request.parse({ id: stored.id }).id))
        expect(await db.watches.count()).toBe(before - 1)
      }
      await again()
      await db.delete()
    }),
    { numRuns: 40 },
  )
})
