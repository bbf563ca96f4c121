import type { Result } from '../errors/result'
import type { Request } from '../messaging/protocol'
import type { send } from '../messaging/send'
import { type Entry, type EntryChange, inverseChange, isSameTag } from '../papers/entry'
import type { PaperId } from '../papers/paper-id'
import type { Watch, WatchChange } from '../papers/watch'

/** What the user does to papers and offers, and a way back, step by step. A message is sent before anything is awaited. */
export interface Edits {
  /** @param before the entry as it is on the screen; undefined where the paper has none */
  edit(paperId: PaperId, before: Entry | undefined, change: EntryChange): Promise<Result<Entry>>
  /** Changes several papers, all of them or none. It is one step to undo. */
  editAll(edits: readonly PaperEdit[]): Promise<Result<readonly Entry[]>>
  /** Says that a name of a paper is another paper's. */
  separate(paperId: PaperId, name: PaperId): Promise<Result<null>>
  /** @param before what the same settings are until then */
  changeSettings(
    before: Request<'changeSettings'>,
    after: Request<'changeSettings'>,
  ): Promise<Result<null>>
  addWatch(watch: Watch): Promise<Result<Watch>>
  changeWatch(before: Watch, change: WatchChange): Promise<Result<Watch | null>>
  removeWatch(watch: Watch): Promise<Result<null>>
  /** @returns the entries as they are then, none where it was something else, undefined where there is nothing to undo */
  undo(): Promise<Result<readonly Entry[]> | undefined>
}

/** A change of one of several papers. */
export interface PaperEdit {
  readonly paperId: PaperId
  /** The entry as it is on the screen; undefined where the paper has none. */
  readonly before: Entry | undefined
  readonly change: Omit<EntryChange, 'note'>
}

type Step = () => Promise<Result<readonly Entry[]>>

/** @param sendMessage to the worker */
export function createEdits(sendMessage: typeof send): Edits {
  const steps: Step[] = []

  async function noted<T>(
    answer: Promise<Result<T>>,
    wayBack: (value: T) => Step | undefined,
  ): Promise<Result<T>> {
    const result = await answer
    const step = result.ok ? wayBack(result.value) : undefined
    if (step !== undefined) steps.push(step)
    return result
  }

  return {
    edit(paperId, before, change) {
      return noted(sendMessage('editEntry', { paperId, ...change }), (after) => {
        const inverse = undoingChange(before, change, after)
        if (Object.keys(inverse).length === 0) return undefined
        return () => sendMessage('editEntry', { paperId, ...inverse }).then(asEntries)
      })
    },
    editAll(edits) {
      const changes = edits.map(({ paperId, change }) => ({ paperId, ...change }))
      return noted(sendMessage('editEntries', { changes }), (after) => {
        const inverses = edits.flatMap(({ paperId, before, change }, index) => {
          const entry = after[index]
          const inverse = entry === undefined ? {} : undoingChange(before, change, entry)
          return Object.keys(inverse).length === 0 ? [] : [{ paperId, ...inverse }]
        })
        if (inverses.length === 0) return undefined
        return () => sendMessage('editEntries', { changes: inverses })
      })
    },
    separate(paperId, name) {
      const names = { paperId, name }
      return noted(
        sendMessage('separate', { ...names, isUndone: true }),
        () => () => sendMessage('separate', { ...names, isUndone: false }).then(asEntries),
      )
    },
    changeSettings(before, after) {
      return noted(
        sendMessage('changeSettings', after),
        () => () => sendMessage('changeSettings', before).then(asEntries),
      )
    },
    addWatch(watch) {
      return noted(
        sendMessage('addWatch', watch),
        ({ id }) =>
          () =>
            sendMessage('removeWatch', { id }).then(withoutEntries),
      )
    },
    changeWatch({ id, question, name = '', isEnabled, notifies }, change) {
      const before = { question, name, isEnabled, notifies }
      const fields = Object.keys(change) as (keyof WatchChange)[]
      const inverse = Object.fromEntries(fields.map((field) => [field, before[field]]))
      return noted(
        sendMessage('changeWatch', { id, ...change }),
        () => () => sendMessage('changeWatch', { id, ...inverse }).then(withoutEntries),
      )
    },
    removeWatch(watch) {
      return noted(
        sendMessage('removeWatch', { id: watch.id }),
        () => () => sendMessage('addWatch', watch).then(withoutEntries),
      )
    },
    async undo() {
      const step = steps.pop()
      if (step === undefined) return undefined
      const result = await step()
      if (!result.ok) steps.push(step)
      return result
    },
  }
}

function asEntries(answer: Result<Entry | null>): Result<readonly Entry[]> {
  if (!answer.ok) return answer
  return { ok: true, value: answer.value === null ? [] : [answer.value] }
}

function withoutEntries(answer: Result<unknown>): Result<readonly Entry[]> {
  return answer.ok ? { ok: true, value: [] } : answer
}

/**
 * What takes a change back. It touches what the change touched and no more: something else may have been written
 * since the entry was last shown. A note is left out, for what was typed is undone in its field.
 *
 * @param before the entry as it was on the screen
 * @param after as it was stored
 */
function undoingChange(
  before: Entry | undefined,
  { status, addTags: added = [], removeTags: removed = [] }: EntryChange,
  after: Entry,
): EntryChange {
  const inverse = inverseChange(before, after)
  const addTags = sameTags(inverse.addTags, removed)
  const removeTags = sameTags(inverse.removeTags, added)
  return {
    ...(status !== undefined && inverse.status !== undefined && { status: inverse.status }),
    ...(addTags.length > 0 && { addTags }),
    ...(removeTags.length > 0 && { removeTags }),
  }
}

function sameTags(tags: readonly string[] = [], others: readonly string[]): string[] {
  return tags.filter((tag) => others.some((other) => isSameTag(tag, other)))
}
