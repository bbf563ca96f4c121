import 'fake-indexeddb/auto'

/*
 * A database as version 1 left it behind on a disk, written with nothing but IndexedDB itself. Never to be
 * changed: it stands for databases that exist.
 */

const stores = {
  papers: {
    key: 'id',
    indexes: {
      aliases: { path: 'aliases', multiEntry: true },
      organizationHandle: { path: 'organizationHandle', multiEntry: false },
    },
  },
  abstracts: { key: 'id', indexes: {} },
  lists: {
    key: 'key',
    indexes: {
      '[source+filledDay]': { path: ['source', 'filledDay'], multiEntry: false },
      filledDay: { path: 'filledDay', multiEntry: false },
      fetchedAt: { path: 'fetchedAt', multiEntry: false },
    },
  },
  seen: { key: 'paperId', indexes: { at: { path: 'at', multiEntry: false } } },
  entries: {
    key: 'paperId',
    indexes: {
      status: { path: 'status', multiEntry: false },
      statusAt: { path: 'statusAt', multiEntry: false },
      createdAt: { path: 'createdAt', multiEntry: false },
      updatedAt: { path: 'updatedAt', multiEntry: false },
      tags: { path: 'tags', multiEntry: true },
    },
  },
  syncStates: { key: 'source', indexes: {} },
  listStates: { key: 'key', indexes: { touchedAt: { path: 'touchedAt', multiEntry: false } } },
  hostStates: { key: 'host', indexes: {} },
  siteStates: { key: 'site', indexes: {} },
  histories: { key: 'source', indexes: {} },
  chores: { key: 'name', indexes: {} },
  completions: { key: 'paperId', indexes: {} },
  voteHistories: {
    key: 'paperId',
    indexes: { movedAt: { path: 'movedAt', multiEntry: false } },
  },
  linkedWorks: {
    key: 'paperId',
    indexes: { fetchedAt: { path: 'fetchedAt', multiEntry: false } },
  },
  joins: { key: 'name', indexes: {} },
  journal: {
    key: 'number',
    autoIncrement: true,
    indexes: {
      id: { path: 'id', multiEntry: false, unique: true },
      undone: { path: 'undone', multiEntry: false },
    },
  },
  importParts: { key: ['changeId', 'place'], indexes: {} },
  applied: {
    key: 'number',
    autoIncrement: true,
    indexes: { id: { path: 'id', multiEntry: false, unique: true } },
  },
  settings: { key: 'name', indexes: {} },
  watches: { key: 'id', indexes: {} },
  announced: { key: 'subject', indexes: {} },
  unindexed: { key: 'number', autoIncrement: true, indexes: {} },
  segments: {
    key: 'number',
    autoIncrement: true,
    indexes: {
      age: { path: 'age', multiEntry: false },
      '[age+level]': { path: ['age', 'level'], multiEntry: false },
    },
  },
  indexStates: { key: 'name', indexes: {} },
  changes: { key: 'number', autoIncrement: true, indexes: {} },
  backupStates: { key: 'name', indexes: {} },
}

interface Index {
  readonly path: string | string[]
  readonly multiEntry: boolean
  readonly unique?: boolean
}

/** By table, in the order of their keys. */
export const v1Rows = {
  papers: [
    {
      id: 'arxiv:2601.00001',
      aliases: ['doi:10.1000/one'],
      title: 'A First Example',
      authors: ['Ada Example', 'OpenExample'],
      organization: 'Example Institute',
      organizationHandle: 'example',
      submitterHandle: 'ada',
      publishedOn: '2026-07-18',
      aiSummary: 'Examples help.',
      keywords: ['examples'],
      votes: 53,
      comments: 2,
      code: { url: 'https://github.com/example/one', stars: 7 },
      projectUrl: 'https://one.example/',
      listed: { source: 'hf-daily', day: '2026-07-22', rank: 1 },
      origin: 'source',
    },
    {
      id: 'arxiv:2601.00002',
      aliases: [],
      title: 'A Second Example',
      authors: [],
      keywords: [],
      listed: { source: 'hf-daily', day: '2026-07-22', rank: 2 },
      origin: 'source',
    },
    {
      id: 'arxiv:2601.00003',
      aliases: [],
      title: 'A Third Example',
      authors: ['Ben Example'],
      keywords: [],
      listed: { source: 'hf-daily', day: '2026-07-22', rank: 3 },
      origin: 'source',
    },
  ],
  abstracts: [{ id: 'arxiv:2601.00001', text: 'About examples.' }],
  lists: [
    {
      key: 'hf-daily/day/2026-07-22',
      source: 'hf-daily',
      period: { kind: 'day', day: '2026-07-22' },
      paperIds: ['arxiv:2601.00001', 'arxiv:2601.00002', 'arxiv:2601.00003'],
      skipped: 1,
      fetchedAt: 1_784_700_000_000,
      filledDay: '2026-07-22',
    },
    {
      key: 'hf-daily/day/2026-07-25',
      source: 'hf-daily',
      period: { kind: 'day', day: '2026-07-25' },
      paperIds: [],
      skipped: 0,
      fetchedAt: 1_784_960_000_000,
    },
    {
      key: 'hf-org:example/latest',
      source: 'hf-org:example',
      period: { kind: 'latest' },
      paperIds: ['arxiv:2601.00001'],
      days: { 'arxiv:2601.00001': '2026-07-22' },
      skipped: 0,
      fetchedAt: 1_784_700_000_000,
      filledDay: '2026-07-22',
    },
  ],
  seen: [{ paperId: 'arxiv:2601.00001', at: 1_784_700_100_000 }],
  entries: [
    {
      paperId: 'arxiv:2601.00001',
      status: 'saved',
      statusAt: 1_784_700_200_000,
      tags: ['kv-cache'],
      note: 'Try this',
      createdAt: 1_784_700_200_000,
      updatedAt: 1_784_700_300_000,
    },
    {
      paperId: 'arxiv:2601.00003',
      status: 'hidden',
      statusAt: 1_784_700_400_000,
      tags: [],
      note: '',
      createdAt: 1_784_700_400_000,
      updatedAt: 1_784_700_400_000,
    },
  ],
  syncStates: [
    {
      source: 'hf-daily',
      countFrom: '2026-07-20',
      lastSuccessAt: 1_784_960_000_000,
      lastAttemptAt: 1_784_960_000_000,
      failures: 0,
    },
  ],
  listStates: [
    {
      key: 'hf-daily/day/2026-07-22',
      touchedAt: 1_784_960_000_000,
      lastSuccessAt: 1_784_700_000_000,
      hash: '9f86d081884c7d65',
      failures: 1,
      lastFailure: { code: 'bad-reply', message: 'Status 500' },
      notBefore: 1_784_960_015_000,
    },
  ],
  hostStates: [{ host: 'huggingface.co', askedAt: 1_784_960_000_000 }],
  siteStates: [
    {
      site: 'arxiv',
      foundAt: 1_784_700_000_000,
      trouble: 'no-title',
      troubleAt: 1_784_600_000_000,
    },
  ],
  histories: [
    {
      source: 'hf-daily',
      status: 'paused',
      nextDay: '2026-07-21',
      done: 1,
      of: 1_174,
      missing: 0,
    },
  ],
  chores: [{ name: 'prune', doneAt: 1_784_960_000_000 }],
  completions: [{ paperId: 'doi:10.1000/three', startedAt: 1_784_960_000_000, failures: 0 }],
  voteHistories: [
    {
      paperId: 'arxiv:2601.00001',
      points: [
        { at: 1_784_700_000_000, votes: 35 },
        { at: 1_784_960_000_000, votes: 53 },
      ],
      movedAt: 1_784_960_000_000,
    },
  ],
  linkedWorks: [
    {
      paperId: 'arxiv:2601.00001',
      models: { works: [{ id: 'example/one', likes: 4 }], total: 1 },
      datasets: { works: [], total: 0 },
      spaces: { works: [], total: 0 },
      fetchedAt: 1_784_960_000_000,
    },
  ],
  joins: [
    {
      name: 'doi:10.1000/one',
      paperId: 'arxiv:2601.00001',
      papers: [],
      entries: [],
      at: 1_784_960_000_000,
      isUndone: false,
    },
  ],
  journal: [
    {
      number: 1,
      id: '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a001',
      at: 1_784_700_200_000,
      kind: 'saved',
      entries: [
        {
          paperId: 'arxiv:2601.00001',
          createdAt: 1_784_700_200_000,
          fields: {
            status: { before: {}, after: { status: 'saved', statusAt: 1_784_700_200_000 } },
          },
        },
      ],
    },
    {
      number: 2,
      id: '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a002',
      at: 1_784_700_250_000,
      kind: 'tagged',
      entries: [
        {
          paperId: 'arxiv:2601.00001',
          fields: { tags: { before: { tags: [] }, after: { tags: ['kv-cache'] } } },
        },
      ],
      undone: 1,
    },
    {
      number: 3,
      id: '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a003',
      at: 1_784_700_260_000,
      kind: 'imported',
      entries: [],
      imported: {
        added: 1,
        changed: 0,
        parts: 1,
        undoneParts: 0,
        hasMoved: false,
        hasLeft: false,
      },
    },
  ],
  importParts: [
    {
      changeId: '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a003',
      place: 0,
      rows: [{ table: 'seen', after: { paperId: 'arxiv:2601.00001', at: 1_784_700_100_000 } }],
      papers: [],
    },
  ],
  applied: [{ number: 1, id: '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a001', answer: null }],
  settings: [{ name: 'sitesOff', value: ['dblp'] }],
  announced: [{ subject: 'arxiv:2601.00001', at: 1_784_960_000_000 }],
  watches: [
    {
      id: '7d444840-9dc0-41d1-b245-5ffdce74fad2',
      question: 'org:"Example Institute"',
      name: 'Institute',
      createdAt: 1_784_960_000_000,
      isEnabled: true,
      notifies: true,
    },
  ],
  unindexed: [{ number: 7, paperId: 'arxiv:2601.00002' }],
  segments: [
    {
      number: 3,
      age: 5,
      level: 0,
      ids: 'arxiv:2601.00001',
      days: Uint32Array.of(20260722),
      marks: Uint8Array.of(1),
      titleLengths: Uint8Array.of(3),
      terms: 'aexamplefirstinstitute',
      termStarts: Uint32Array.of(0, 1, 8, 13, 22),
      postings: Uint8Array.of(0, 1, 0, 9, 0, 1, 0, 8),
      postingStarts: Uint32Array.of(0, 2, 4, 6, 8),
      positions: {
        bytes: Uint8Array.of(0, 4, 0, 2, 2),
        starts: Uint32Array.of(0, 1, 3, 4, 5),
      },
    },
  ],
  indexStates: [{ name: 'search', format: 1, scannedTo: 'arxiv:2601.00003', isScanned: true }],
  changes: [{ number: 12, table: 'entries', key: 'arxiv:2601.00003' }],
  backupStates: [
    {
      name: 'backup',
      databaseId: 'a3c1f0de-6c3c-4a55-9d0e-0f8b5f1f2b11',
      createdAt: 1_784_700_000_000,
      through: 11,
      backedUpAt: 1_784_700_350_000,
      entries: 1,
      bytes: 900,
    },
  ],
} satisfies Record<keyof typeof stores, readonly object[]>

/**
 * @param version as IndexedDB counts: Dexie stores ten times its own number
 */
export function writeV1(name: string, { version = 10 } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => {
      for (const [table, { key, indexes, ...options }] of Object.entries(stores)) {
        const store = opening.result.createObjectStore(table, { keyPath: key, ...options })
        for (const [index, { path, unique = false, multiEntry }] of Object.entries<Index>(
          indexes,
        )) {
          store.createIndex(index, path, { multiEntry, unique })
        }
      }
    }
    opening.onsuccess = () => {
      const database = opening.result
      const writing = database.transaction(Object.keys(stores), 'readwrite')
      for (const [table, rows] of Object.entries(v1Rows)) {
        for (const row of rows) writing.objectStore(table).put(row)
      }
      writing.onerror = () => reject(writing.error)
      writing.oncomplete = () => {
        database.close()
        resolve()
      }
    }
  })
}
