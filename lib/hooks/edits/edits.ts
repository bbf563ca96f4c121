import type { Result } from '../../errors/result'
import type { Reply } from '../../messaging/protocol'
import type { send } from '../../messaging/send'
import type { Entry, EntryChange } from '../../papers/entry'
import type { PaperId } from '../../papers/paper-id'
import type { Watch, WatchChange } from '../../papers/watch'
import type { Answer } from './change-setting'

/** What the user does to papers, offers and watches, and a way back. A message is sent before anything is awaited. */
export interface Edits {
  edit(paperId: PaperId, change: EntryChange): Edit<Entry>
  /** Changes several papers, all of them or none. It is one step to undo. */
  editAll(edits: readonly PaperEdit[]): Edit<readonly Entry[]>
  /** Says that a name of a paper is another paper's. */
  separate(paperId: PaperId, name: PaperId): Edit<null>
  /** @param back takes back what `there` does */
  changeSetting(there: () => Answer, back: () => Answer): Edit<boolean>
  addWatch(watch: Watch): Edit<Watch>
  changeWatch(before: Watch, change: WatchChange): Edit<Watch | null>
  removeWatch(watch: Watch): Edit<null>
  /**
   * Undoes what was done last: here where that is no change of papers, else the newest change of papers, wherever
   * and whenever it was made.
   */
  undo(): Undoing
  /** Does the change of papers again that was undone last. */
  redo(): Undoing
}

/** Something that is being done. */
export interface Edit<T> {
  readonly answer: Promise<Result<T>>
  /** Undoes just this, whatever was done since. */
  undo(): Undoing
}

/** What came of it; null where there is nothing to undo, or nothing to do again. */
export type Undoing = Promise<Result<Undone | null>>

export interface Undone extends Pick<NonNullable<Reply<'undoNewest'>>, 'paperIds'> {
  /** What was undone, in words; absent where it was no change of papers. */
  readonly text?: string
}

/** A change of one of several papers. */
export interface PaperEdit {
  readonly paperId: PaperId
  readonly change: Omit<EntryChange, 'note'>
}

/** Something that was done here. The journal has the changes of papers. */
type Step = { readonly isInJournal: true } | { readonly isInJournal: false; undo(): Undoing }

/** @param sendMessage to the worker */
export function createEdits(sendMessage: typeof send): Edits {
  let steps: readonly Step[] = []
  const without = (step: Step) => steps.filter((other) => other !== step)

  function journaled<T>(begin: (changeId: string) => Promise<Result<T>>): Edit<T> {
    const step: Step = { isInJournal: true }
    steps = [...steps, step]
    const changeId = crypto.randomUUID()
    return {
      answer: begin(changeId),
      undo() {
        steps = without(step)
        return sendMessage('undoChange', { changeId })
      },
    }
  }

  /** @param wayBack takes it back, where it was done */
  function remembered<T>(
    answer: Promise<Result<T>>,
    wayBack: (value: T) => Promise<Result<unknown>>,
  ): Edit<T> {
    const step: Step = { isInJournal: false, undo }
    steps = [...steps, step]
    async function undo(): Undoing {
      const done = await answer
      const undone = done.ok ? await wayBack(done.value) : done
      if (!undone.ok) return undone
      steps = without(step)
      return { ok: true, value: { paperIds: [] } }
    }
    // What was not done is no step.
    void answer.then(({ ok }) => {
      if (!ok) steps = without(step)
    })
    return { answer, undo }
  }

  return {
    edit: (paperId, change) =>
      journaled((changeId) => sendMessage('editEntry', { paperId, ...change }, changeId)),
    editAll(edits) {
      const changes = edits.map(({ paperId, change }) => ({ paperId, ...change }))
      return journaled((changeId) => sendMessage('editEntries', { changes }, changeId))
    },
    separate: (paperId, name) =>
      journaled((changeId) => sendMessage('separate', { paperId, name }, changeId)),
    changeSetting: (there, back) => remembered(there(), back),
    addWatch: (watch) =>
      remembered(sendMessage('addWatch', watch), ({ id }) => sendMessage('removeWatch', { id })),
    changeWatch({ id, question, name = '', isEnabled, notifies }, change) {
      const before = { question, name, isEnabled, notifies }
      const fields = Object.keys(change) as (keyof WatchChange)[]
      const inverse = Object.fromEntries(fields.map((field) => [field, before[field]]))
      return remembered(sendMessage('changeWatch', { id, ...change }), () =>
        sendMessage('changeWatch', { id, ...inverse }),
      )
    },
    removeWatch: (watch) =>
      remembered(sendMessage('removeWatch', { id: watch.id }), () =>
        sendMessage('addWatch', watch),
      ),
    undo() {
      const last = steps.at(-1)
      if (last?.isInJournal === false) return last.undo()
      steps = steps.slice(0, -1)
      return sendMessage('undoNewest', {})
    },
    redo: () => sendMessage('redoChange', {}),
  }
}
