import { describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answerMessage, type Handlers, senderKind } from '../../../lib/messaging/handle'
import { carriedLimit } from '../../../lib/messaging/limits'
import { arxivPaperId } from '../../../lib/papers/paper-id'

const paperId = arxivPaperId('2401.12345')
if (paperId === undefined) throw new Error('An id of the test does not parse')

const entry = { paperId, status: 'saved', tags: [], note: '', createdAt: 1, updatedAt: 2 } as const

const words = {
  dogear: '',
  save: '',
  unsave: '',
  statuses: { saved: '', reading: '', read: '', hidden: '' },
  tags: '',
  addTag: '',
  newTag: '',
  removeTag: '',
  note: '',
  addNote: '',
  notePlaceholder: '',
  fields: '',
  undo: '',
  undone: '',
  more: '',
  alsoAs: '',
  separate: '',
  copy: '',
  copied: '',
  formats: { bibtex: '', markdown: '', plain: '' },
}

const told = {
  id: paperId,
  aliases: [],
  title: 'On caches',
  authors: ['P. Lane'],
  keywords: [],
  origin: 'source',
} as const

const handlers: Handlers = {
  lookUp: async () => ({
    [paperId]: { language: 'en', tagsText: '1 tag', facts: [], spoken: '1 tag' },
  }),
  editEntry: async () => entry,
  editEntries: async () => [entry],
  readTagsAndNote: async () => ({ tags: ['kv-cache'], note: 'a note' }),
  readFailureWords: async () => ({ storage: '', refused: '', orphaned: '', unexpected: '' }),
  describe: async () => ({
    language: 'en',
    facts: [],
    hasNote: true,
    title: '',
    byline: '',
    summary: '',
    alsoAs: [],
    isCitable: false,
    spoken: '',
    words,
  }),
  cite: async () => '@misc{}',
  noteTrouble: async () => null,
  listTags: async () => ['kv-cache'],
  separate: async () => null,
  undoChange: async () => ({ text: 'Undid: saved “On caches”', paperIds: [paperId] }),
  undoNewest: async () => null,
  redoChange: async () => null,
  changeSettings: async () => null,
  noteSearch: async () => null,
  forgetSearches: async () => null,
  markSeen: async () => null,
  syncList: async () => null,
  findLinkedWorks: async ({ paperId }) => ({
    paperId,
    models: { works: [{ id: 'ada/one', likes: 2 }], total: 3 },
    datasets: { works: [], total: 0 },
    spaces: { works: [], total: 0 },
    fetchedAt: 5,
  }),
  controlHistory: async () => null,
  cancelSync: async () => null,
  searchPapers: async () => [{ paper: told, abstract: 'We study it.' }],
  cancelSearch: async () => null,
  keepPaper: async () => null,
  restoreBackup: async () => ({ entries: 0, damaged: 0, refused: 0 }),
  declineBackup: async () => null,
  importRows: async () => ({ added: 0, changed: 0, same: 0, refused: 0 }),
  eraseAll: async () => ({ entries: 0 }),
  addWatch: async (watch) => watch,
  changeWatch: async () => null,
  removeWatch: async () => null,
}

describe('who may say what', () => {
  test('a page may look papers up and set a status', async () => {
    expect(
      await answerMessage({ name: 'lookUp', payload: { paperIds: [paperId] } }, 'page', handlers),
    ).toEqual({
      ok: true,
      value: { [paperId]: { language: 'en', tagsText: '1 tag', facts: [], spoken: '1 tag' } },
    })
    const save = { name: 'editEntry', payload: { paperId, status: 'saved' } }
    expect(await answerMessage(save, 'page', handlers)).toEqual({ ok: true, value: entry })
  })

  test.each([
    ['syncList', { source: 'hf-daily' }],
    ['noteSearch', { search: 'caches' }],
    ['markSeen', { paperIds: [] }],
    ['undoNewest', {}],
    ['redoChange', {}],
    ['editEntries', { changes: [{ paperId, status: 'saved' }] }],
    ['controlHistory', { action: 'start' }],
    ['cancelSync', {}],
    ['searchPapers', { words: 'caches' }],
    ['cancelSearch', {}],
    ['findLinkedWorks', { paperId, isStored: false }],
    ['keepPaper', { paper: told, abstract: '' }],
  ])('a page may not send %s, an extension page may', async (name, payload) => {
    const refused = await answerMessage({ name, payload }, 'page', handlers)
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(await answerMessage({ name, payload }, 'extension', handlers)).toMatchObject({
      ok: true,
    })
  })

  test('a page may undo the change of which it knows the id, and no other', async () => {
    const undo = (payload: object) =>
      answerMessage({ name: 'undoChange', payload }, 'page', handlers)
    const changeId = '6f1c2a54-0d3e-4a55-9a39-0f4d51c0a001'
    expect(await undo({ changeId })).toMatchObject({ ok: true })
    expect(await undo({})).toMatchObject({ ok: false, error: { code: 'refused' } })
  })

  test('nobody else may say anything', async () => {
    const message = { name: 'lookUp', payload: { paperIds: [] } }
    expect(await answerMessage(message, undefined, handlers)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    })
  })
})

test('a message carries as many others as are ever sent along, and no more', async () => {
  const message = { name: 'lookUp', payload: { paperIds: [] } }
  const before = Array.from({ length: carriedLimit }, () => message)
  expect(await answerMessage({ ...message, before }, 'page', handlers)).toMatchObject({ ok: true })
  const more = { ...message, before: [...before, message] }
  expect(await answerMessage(more, 'page', handlers)).toMatchObject({ error: { code: 'refused' } })
})

describe('what does not fit its schema is refused', () => {
  test.each([
    ['no object', 'lookUp'],
    ['an unknown name', { name: 'eraseAll', payload: {} }],
    ['a name from the prototype', { name: 'constructor', payload: {} }],
    ['no payload', { name: 'lookUp' }],
    ['an id that is none', { name: 'lookUp', payload: { paperIds: ['arxiv:nonsense'] } }],
    ['an id of its own that is none', { name: 'lookUp', payload: { paperIds: [] }, id: 'x' }],
    ['a version in an id', { name: 'lookUp', payload: { paperIds: ['arxiv:2401.12345v2'] } }],
    ['an unknown status', { name: 'editEntry', payload: { paperId, status: 'loved' } }],
    ['a field too many', { name: 'editEntry', payload: { paperId, status: null, stars: 5 } }],
    [
      'a page that claims to be a source',
      {
        name: 'editEntry',
        payload: {
          paperId,
          status: 'saved',
          page: {
            paper: {
              id: paperId,
              aliases: [],
              title: 'T',
              authors: [],
              keywords: [],
              origin: 'source',
            },
          },
        },
      },
    ],
    [
      'a link that is a script',
      {
        name: 'editEntry',
        payload: {
          paperId,
          status: 'saved',
          page: {
            paper: {
              id: paperId,
              aliases: [],
              title: 'T',
              authors: [],
              keywords: [],
              projectUrl: 'javascript:alert(1)',
              origin: 'page',
            },
          },
        },
      },
    ],
  ])('%s', async (_what, message) => {
    const result = await answerMessage(message, 'page', handlers)
    expect(result).toMatchObject({ ok: false, error: { code: 'refused' } })
  })

  test.each([
    ['no change', []],
    ['more changes than may be made at once', Array(201).fill({ paperId, status: 'read' })],
    ['a note', [{ paperId, note: 'n' }]],
  ])('%s of several papers', async (_what, changes) => {
    const result = await answerMessage(
      { name: 'editEntries', payload: { changes } },
      'extension',
      handlers,
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'refused' } })
  })

  test('the votes and listings that a page claims do not come through', async () => {
    let heard: unknown
    const listening: Handlers = {
      ...handlers,
      editEntry: async (request) => {
        heard = request.page?.paper
        return entry
      },
    }
    const paper = {
      id: paperId,
      aliases: [],
      title: 'T',
      authors: [],
      keywords: [],
      origin: 'page',
    }
    const payload = { paperId, status: 'saved', page: { paper: { ...paper, votes: 9_999 } } }
    await answerMessage({ name: 'editEntry', payload }, 'page', listening)
    expect(heard).toEqual(paper)
  })

  test('a reply of ours that does not fit is an error, not a surprise for the page', async () => {
    const broken = {
      ...handlers,
      lookUp: async () => ({ x: { secret: 1 } }),
    } as unknown as Handlers
    const result = await answerMessage(
      { name: 'lookUp', payload: { paperIds: [] } },
      'page',
      broken,
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  })
})

describe('who the sender is', () => {
  const isAnnotated = async (address: string) => address.startsWith('https://arxiv.org/abs/')
  const id = fakeBrowser.runtime.id
  const tab = { id: 1 } as never
  const page = 'https://arxiv.org/abs/2401.12345'

  test('the top frame of an annotated page', async () => {
    expect(await senderKind({ id, tab, frameId: 0, url: page }, isAnnotated)).toBe('page')
  })
  test('not a frame inside it', async () => {
    expect(await senderKind({ id, tab, frameId: 7, url: page }, isAnnotated)).toBeUndefined()
  })
  test('not another page', async () => {
    const url = 'https://example.org/arxiv.org/abs/2401.12345'
    expect(await senderKind({ id, tab, frameId: 0, url }, isAnnotated)).toBeUndefined()
  })
  test('not another extension', async () => {
    expect(
      await senderKind({ id: 'other', tab, frameId: 0, url: page }, isAnnotated),
    ).toBeUndefined()
  })
})
