import { describe, expect, test, vi } from 'vitest'
import type { Result } from '../../../../lib/errors/result'
import { createEdits } from '../../../../lib/hooks/edits/edits'
import type { send } from '../../../../lib/messaging/send'
import type { PaperId } from '../../../../lib/papers/paper-id'

const paperId = 'arxiv:2601.00001' as PaperId
const other = 'doi:10.1000/182' as PaperId
const done = { ok: true, value: true } as const
const failed = { ok: false, error: { code: 'storage', message: 'full' } } as const

/** A worker that says what it was sent, and does nothing. */
function setUp() {
  const sent: { name: string; payload: unknown; id: string | undefined }[] = []
  const worker: { failure: Result<never> | undefined } = { failure: undefined }
  async function answer(name: string, payload: unknown, id?: string): Promise<Result<unknown>> {
    sent.push({ name, payload, id })
    return worker.failure ?? { ok: true, value: null }
  }
  return { worker, sent, edits: createEdits(answer as typeof send) }
}

describe('edits', () => {
  test('are sent before anything is awaited, for a popup may be gone by then', () => {
    const { edits, sent } = setUp()
    edits.edit(paperId, { note: 'half a thought' })
    expect(sent).toMatchObject([
      { name: 'editEntry', payload: { paperId, note: 'half a thought' } },
    ])
  })

  test('are each undone by the id of their message, whatever was done since', async () => {
    const { edits, sent } = setUp()
    const edit = edits.edit(paperId, { status: 'saved' })
    const several = edits.editAll([{ paperId: other, change: { status: 'read' } }])
    const apart = edits.separate(paperId, other)
    for (const one of [edit, several, apart]) await one.undo()
    const ids = sent.slice(0, 3).map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(sent.slice(0, 3).map(({ name }) => name)).toEqual([
      'editEntry',
      'editEntries',
      'separate',
    ])
    expect(sent.slice(3)).toMatchObject(
      ids.map((changeId) => ({ name: 'undoChange', payload: { changeId } })),
    )
  })

  test('the newest of all is undone where none is named, and done again', async () => {
    const { edits, sent } = setUp()
    await edits.undo()
    await edits.redo()
    expect(sent.map(({ name }) => name)).toEqual(['undoNewest', 'redoChange'])
  })

  test('settings go back to what they were, once, before any change of papers', async () => {
    const { edits, sent, worker } = setUp()
    const back = vi.fn(async () => worker.failure ?? done)
    await edits.changeSetting(async () => done, back).answer
    worker.failure = failed
    expect(await edits.undo()).toEqual(failed)
    worker.failure = undefined
    expect(await edits.undo(), 'an undo that failed can be tried again').toMatchObject({
      value: { paperIds: [] },
    })
    expect(back).toHaveBeenCalledTimes(2)
    await edits.undo()
    expect(back).toHaveBeenCalledTimes(2)
    expect(sent.at(-1)).toMatchObject({ name: 'undoNewest' })
  })

  test('of papers that came after a change of settings are undone first', async () => {
    const { edits, sent } = setUp()
    edits.changeSetting(
      async () => done,
      async () => done,
    )
    edits.edit(paperId, { status: 'saved' })
    await edits.undo()
    expect(sent.at(-1)).toMatchObject({ name: 'undoNewest' })
  })
})
