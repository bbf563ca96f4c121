import { describe, expect, test } from 'vitest'
import type { Result } from '../../../lib/errors/result'
import { createEdits, type Edits } from '../../../lib/hooks/edits'
import type { Request } from '../../../lib/messaging/protocol'
import type { send } from '../../../lib/messaging/send'
import { changeEntry, type Entry, type EntryChange } from '../../../lib/papers/entry'
import type { PaperId } from '../../../lib/papers/paper-id'

const paperId = 'arxiv:2601.00001' as PaperId
const other = 'doi:10.1000/182' as PaperId
const failed = { ok: false, error: { code: 'storage', message: 'full' } } as const

/** A worker with one entry, which says what it was sent. */
function setUp() {
  const sent: unknown[] = []
  const worker: { entry: Entry | undefined; failure: Result<never> | undefined } = {
    entry: undefined,
    failure: undefined,
  }
  async function answer(name: string, payload: EntryChange): Promise<Result<unknown>> {
    sent.push([name, payload])
    if (worker.failure !== undefined) return worker.failure
    if (name !== 'editEntry') return { ok: true, value: null }
    worker.entry = changeEntry(worker.entry, paperId, payload, sent.length)
    return { ok: true, value: worker.entry }
  }
  const edits: Edits = createEdits(answer as typeof send)
  return {
    worker,
    sent,
    edits,
    edit: (change: EntryChange) => edits.edit(paperId, worker.entry, change),
  }
}

/** A worker that answers to changes of several papers. */
function severalPapers(entries: Map<PaperId, Entry>) {
  const stored = new Map(entries)
  const sent: unknown[] = []
  async function answer(
    _name: string,
    { changes }: Request<'editEntries'>,
  ): Promise<Result<unknown>> {
    sent.push(changes)
    const value = changes.map(({ paperId: id, ...change }) => {
      const entry = changeEntry(stored.get(id), id, change, sent.length)
      stored.set(id, entry)
      return entry
    })
    return { ok: true, value }
  }
  return { edits: createEdits(answer as typeof send), sent }
}

describe('edits', () => {
  test('are taken back one by one, the last one first', async () => {
    const { edit, edits, worker } = setUp()
    await edit({ status: 'saved' })
    await edit({ status: 'read' })
    await edit({ addTags: ['kv-cache'] })
    await edit({ removeTags: ['kv-cache'] })
    expect(worker.entry).toMatchObject({ status: 'read', tags: [] })
    await edits.undo()
    expect(worker.entry).toMatchObject({ status: 'read', tags: ['kv-cache'] })
    await edits.undo()
    expect(worker.entry).toMatchObject({ status: 'read', tags: [] })
    await edits.undo()
    expect(worker.entry?.status).toBe('saved')
    await edits.undo()
    expect(worker.entry?.status).toBeUndefined()
    expect(await edits.undo(), 'nothing is left').toBeUndefined()
  })

  test('are sent before anything is awaited, for a popup may be gone by then', () => {
    const { edit, sent } = setUp()
    void edit({ note: 'half a thought' })
    expect(sent).toEqual([['editEntry', { paperId, note: 'half a thought' }]])
  })

  test('to undo one never touches a note, nor what was written besides', async () => {
    const { edits, sent, worker } = setUp()
    await edits.edit(paperId, undefined, { note: 'new' })
    worker.entry = changeEntry(worker.entry, paperId, { status: 'read', addTags: ['a'] }, 9)
    await edits.edit(paperId, undefined, { addTags: ['B'] })
    await edits.undo()
    expect(sent.at(-1)).toEqual(['editEntry', { paperId, removeTags: ['B'] }])
    expect(worker.entry).toMatchObject({ status: 'read', note: 'new', tags: ['a'] })
    expect(await edits.undo()).toBeUndefined()
  })

  test('that changed nothing are no step', async () => {
    const { edit, edits } = setUp()
    await edit({ addTags: ['a'] })
    await edit({ addTags: ['A'] })
    await edits.undo()
    expect(await edits.undo()).toBeUndefined()
  })

  test('that failed are no step, and an undo that failed can be tried again', async () => {
    const { edit, edits, worker } = setUp()
    await edit({ status: 'saved' })
    worker.failure = failed
    expect(await edit({ status: 'read' })).toEqual(failed)
    expect(await edits.undo()).toEqual(failed)
    worker.failure = undefined
    await edits.undo()
    expect(worker.entry?.status).toBeUndefined()
  })

  test('of several papers are one step back, each paper to what it was', async () => {
    const before = new Map([[paperId, changeEntry(undefined, paperId, { status: 'read' }, 1)]])
    const { edits, sent } = severalPapers(before)
    const change = { status: 'saved', addTags: ['to-read'] } as const
    await edits.editAll([
      { paperId, before: before.get(paperId), change },
      { paperId: other, before: undefined, change },
    ])
    expect(sent).toHaveLength(1)
    const undone = await edits.undo()
    expect(sent.at(-1)).toEqual([
      { paperId, status: 'read', removeTags: ['to-read'] },
      { paperId: other, status: null, removeTags: ['to-read'] },
    ])
    expect(undone?.ok && undone.value.map((entry) => entry.paperId)).toEqual([paperId, other])
    expect(await edits.undo(), 'nothing is left').toBeUndefined()
  })

  test('of several papers leave those alone, when undone, that they did not change', async () => {
    const before = new Map([[paperId, changeEntry(undefined, paperId, { addTags: ['a'] }, 1)]])
    const { edits, sent } = severalPapers(before)
    const change = { addTags: ['A'] }
    await edits.editAll([
      { paperId, before: before.get(paperId), change },
      { paperId: other, before: undefined, change },
    ])
    await edits.undo()
    expect(sent.at(-1)).toEqual([{ paperId: other, removeTags: ['A'] }])
  })

  test('names are separated and joined again', async () => {
    const { edits, sent } = setUp()
    await edits.separate(paperId, other)
    await edits.undo()
    expect(sent).toEqual([
      ['separate', { paperId, name: other, isUndone: true }],
      ['separate', { paperId, name: other, isUndone: false }],
    ])
  })

  test('settings go back to what they were', async () => {
    const { edits, sent } = setUp()
    await edits.changeSettings({ offersDeclined: ['a'] }, { offersDeclined: ['a', 'b'] })
    await edits.undo()
    expect(sent.at(-1)).toEqual(['changeSettings', { offersDeclined: ['a'] }])
  })
})
