import { describe, expect, test } from 'vitest'
import { backUp } from '../../../../lib/backup/back-up'
import { exportData } from '../../../../lib/backup/export-data'
import { restore } from '../../../../lib/backup/restore'
import { backedUpTables, type DogearDatabase } from '../../../../lib/db/database'
import { editEntry } from '../../../../lib/db/entries/entries'
import { separate } from '../../../../lib/db/entries/joins'
import type { JoinRow, SeenRow, SettingRow } from '../../../../lib/db/rows'
import { redoChange, undoChange } from '../../../../lib/db/user-data/undo'
import { protocol } from '../../../../lib/messaging/protocol'
import { changeEntry } from '../../../../lib/papers/change-entry'
import type { Entry, EntryChange } from '../../../../lib/papers/entry'
import { putBack, recordOf } from '../../../../lib/papers/entry-record'
import { joinPapers, takePaperOut } from '../../../../lib/papers/join'
import { mergeEntries, mergeEntryCopies } from '../../../../lib/papers/merge-entries'
import type { Paper } from '../../../../lib/papers/paper'
import { applyWatchChange, type Watch, type WatchChange } from '../../../../lib/papers/watch'
import { importFile } from '../../backup/import-file'
import { MemoryStore } from '../../backup/memory-store'
import { freshDatabase, freshName, id, nth, paper } from '../samples'

/*
 * Samples with every field that their type has, optional ones as well: a new field does not compile here until the
 * sample has it, and fails here until it comes through everything that its row goes through.
 */

const entry: Required<Entry> = {
  paperId: nth(1),
  status: 'read',
  statusAt: 1_784_700_200_000,
  tags: ['kv-cache'],
  note: 'Read section 3 again',
  createdAt: 1_784_700_100_000,
  updatedAt: 1_784_700_300_000,
}

/** Makes of nothing an entry with every field. */
const entryChange: Required<EntryChange> = {
  status: 'read',
  addTags: ['kv-cache'],
  removeTags: [],
  note: 'Read section 3 again',
}

const wholePaper: Required<Paper> = {
  id: nth(1),
  aliases: [id('doi:10.1000/one')],
  title: 'On Caches',
  authors: ['Ada Example'],
  organization: 'Example Institute',
  organizationHandle: 'example',
  submitterHandle: 'ada',
  publishedOn: '2026-07-18',
  venue: 'Journal of Examples',
  aiSummary: 'Caches help.',
  keywords: ['caches'],
  votes: 53,
  comments: 2,
  code: { url: 'https://github.com/example/one', stars: 7 },
  projectUrl: 'https://one.example/',
  pdfUrl: 'https://one.example/one.pdf',
  thumbnailUrl: 'https://cdn-thumbnails.huggingface.co/one.png',
  listed: { source: 'hf-daily', day: '2026-07-22', rank: 1 },
  origin: 'source',
}

/** What of it goes into backups and files: nothing that moves from day to day or is long. */
const {
  votes: _votes,
  comments: _comments,
  listed,
  aiSummary: _aiSummary,
  thumbnailUrl: _thumbnailUrl,
  ...lasting
} = wholePaper
const keptPaper: Paper = { ...lasting, keywords: [], code: { url: wholePaper.code.url } }

/** What of it its own page can tell. */
const {
  organization: _organization,
  organizationHandle: _organizationHandle,
  submitterHandle: _submitterHandle,
  ...onPage
} = lasting
const paperOfPage = { ...onPage, code: keptPaper.code, origin: 'page' }

const watch: Required<Watch> = {
  id: '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a001',
  question: '"early exit" -survey',
  name: 'Early exit',
  createdAt: 1_784_700_100_000,
  isEnabled: false,
  notifies: true,
}

const watchChange: Required<WatchChange> = {
  question: watch.question,
  name: watch.name,
  isEnabled: watch.isEnabled,
  notifies: watch.notifies,
}

const seen: Required<SeenRow> = { paperId: nth(1), at: 1_784_700_100_000 }

const join: Required<JoinRow> = {
  name: nth(8),
  paperId: nth(9),
  papers: [wholePaper],
  entries: [entry],
  at: 1_784_700_100_000,
  isUndone: true,
  separatedFrom: [nth(7)],
}

const setting: Required<SettingRow> = { name: 'density', value: 'compact' }

const rows = {
  entries: [entry],
  seen: [seen],
  joins: [join],
  settings: [setting],
  watches: [watch],
} satisfies Record<(typeof backedUpTables)[number], unknown>

async function filledDatabase(): Promise<DogearDatabase> {
  const db = freshDatabase()
  await db.papers.put(wholePaper)
  for (const table of backedUpTables) await db.table(table).bulkPut([...rows[table]])
  return db
}

async function rowsOf(db: DogearDatabase): Promise<unknown> {
  const all = await Promise.all(backedUpTables.map((table) => db.table(table).toArray()))
  return Object.fromEntries(backedUpTables.map((table, index) => [table, all[index]]))
}

async function importInto(db: DogearDatabase, file: Blob): Promise<void> {
  expect(await importFile(db, file)).toEqual({ refused: [], tooMuch: 0 })
}

/** An entry in which the user wrote nothing, begun at the same time, and edited earlier or later. */
const bare = (updatedAt: number): Entry => ({
  paperId: nth(1),
  tags: [],
  note: '',
  createdAt: entry.createdAt,
  updatedAt,
})

describe('every field of the user’s', () => {
  test('goes through a backup, and back', async () => {
    const db = await filledDatabase()
    const store = new MemoryStore()
    const input = { store, now: 1, newId: freshName }
    await backUp({ db, ...input })
    const other = freshDatabase()
    await restore({ db: other, ...input })
    expect(await rowsOf(other)).toEqual(rows)
    expect(await other.papers.toArray()).toEqual([keptPaper])
  })

  test('goes through a file, and back; undoing that takes it out, and redoing brings it again', async () => {
    const file = await exportData(await filledDatabase(), '0.1.0', 20)
    const db = freshDatabase()
    await importInto(db, file)
    expect(await rowsOf(db)).toEqual(rows)
    expect(await db.papers.toArray()).toEqual([keptPaper])
    await undoChange(db, {}, 60)
    expect(await db.entries.count()).toBe(0)
    await redoChange(db, {}, 70)
    expect(await rowsOf(db)).toEqual(rows)
  })

  test('is merged into an entry that is there without it, whichever is the later one', async () => {
    const file = await exportData(await filledDatabase(), '0.1.0', 20)
    const db = freshDatabase()
    const there = { ...bare(1_784_700_150_000), createdAt: 5 }
    await db.entries.put(there)
    await importInto(db, file)
    expect(await db.entries.get(nth(1))).toEqual({ ...entry, createdAt: 5 })
    await undoChange(db, {}, 60)
    expect(await db.entries.get(nth(1))).toEqual(there)
    for (const other of [bare(entry.createdAt), { ...bare(entry.updatedAt + 1), createdAt: 5 }]) {
      const { createdAt, updatedAt } = other
      const times = {
        createdAt: Math.min(createdAt, entry.createdAt),
        updatedAt: Math.max(updatedAt, entry.updatedAt),
      }
      expect(mergeEntryCopies(entry, other)).toEqual({ ...entry, ...times })
      expect(mergeEntryCopies(other, entry)).toEqual({ ...entry, ...times })
      expect(mergeEntries(nth(1), [entry, other])).toEqual({ ...entry, ...times })
      expect(mergeEntries(nth(1), [other, entry])).toEqual({ ...entry, ...times })
    }
  })

  test('of an entry is changed by some change, and undone and redone by the journal', async () => {
    expect(changeEntry(undefined, nth(1), entryChange, 5)).toEqual({
      ...entry,
      statusAt: 5,
      createdAt: 5,
      updatedAt: 5,
    })
    const record = recordOf(bare(5), entry)
    if (record === undefined) throw new Error('There is a difference')
    expect(putBack(record, entry, 'before', 9)).toEqual({
      entry: bare(9),
      hasChanged: true,
      hasLeft: false,
    })
    expect(putBack(record, bare(9), 'after', 10).entry).toEqual({ ...entry, updatedAt: 10 })
    const db = freshDatabase()
    await editEntry(db, { paperId: nth(1), ...entryChange }, 5)
    const stored = await db.entries.get(nth(1))
    await undoChange(db, {}, 6)
    expect(await db.entries.count()).toBe(0)
    await redoChange(db, {}, 7)
    expect(await db.entries.get(nth(1))).toEqual({ ...stored, updatedAt: 7 })
  })

  test('of an entry comes along when two names are joined, and goes back when they are separated', async () => {
    const db = freshDatabase()
    const other = id('doi:10.1000/one')
    const written = { ...entry, paperId: other }
    await db.entries.put(written)
    const page = { paper: paper(nth(1), { aliases: [other], origin: 'page' }) }
    await editEntry(db, { paperId: nth(1), page }, 5)
    expect(await db.entries.toArray()).toEqual([{ ...entry, updatedAt: 5 }])
    await separate(db, nth(1), other, 6)
    expect(await db.entries.toArray()).toEqual([written])
  })

  test('of a paper stays when it is joined, and when the other one is taken out again', () => {
    const other = paper(nth(2), { title: '', authors: [] })
    const joined = joinPapers(wholePaper, other)
    expect(joined).toEqual({ ...wholePaper, aliases: [...wholePaper.aliases, nth(2)] })
    expect(takePaperOut(wholePaper, other, joined)).toEqual(wholePaper)
    expect(joinPapers(other, wholePaper)).toEqual({
      ...wholePaper,
      id: nth(2),
      aliases: [nth(1), ...wholePaper.aliases],
    })
  })

  test('of a watch is changed by some change', () => {
    const plain = { id: watch.id, question: 'x', createdAt: 1, isEnabled: true, notifies: false }
    expect(applyWatchChange(plain, watchChange)).toEqual({ ...watch, createdAt: 1 })
  })

  test('goes through the messages that carry it', () => {
    const { editEntry, editEntries, addWatch, changeWatch, keepPaper } = protocol
    expect(editEntry.reply.parse(entry)).toEqual(entry)
    expect(editEntries.reply.parse([entry])).toEqual([entry])
    const edit = { paperId: nth(1), ...entryChange }
    expect(editEntry.request.parse(edit)).toEqual(edit)
    const { note: _note, ...ofSeveral } = edit
    expect(editEntries.request.parse({ changes: [ofSeveral] })).toEqual({ changes: [ofSeveral] })
    expect(addWatch.request.parse(watch)).toEqual(watch)
    expect(addWatch.reply.parse(watch)).toEqual(watch)
    expect(changeWatch.request.parse({ id: watch.id, ...watchChange })).toEqual({
      id: watch.id,
      ...watchChange,
    })
    expect(changeWatch.reply.parse(watch)).toEqual(watch)
    const told = { paper: wholePaper, abstract: 'We study caches.' }
    expect({ ...keepPaper.request.parse(told).paper, listed }).toEqual(wholePaper)
    const page = { paper: { ...wholePaper, origin: 'page' } }
    expect(editEntry.request.parse({ ...edit, page }).page?.paper).toEqual(paperOfPage)
  })
})
