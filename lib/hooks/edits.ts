import type { Result } from '../errors/result'
import type { Reply, Request } from '../messaging/protocol'
import type { send } from '../messaging/send'
import type { Entry, EntryChange } from '../papers/entry'
import type { PaperId } from '../papers/paper-id'

/** What the user does to papers and offers, and a way back. A message is sent before anything is awaited. */
export interface Edits {
  edit(paperId: PaperId, change: EntryChange): Edit<Entry>
  /** Changes several papers, all of them or none. It is one step to undo. */
  editAll(edits: readonly PaperEdit[]): Edit<readonly Entry[]>
  /** Says that a name of a paper is another paper's. */
  separate(paperId: PaperId, name: PaperId): Edit<null>
  /** @param before what the same settings are until then */
  changeSettings(before: Request<'changeSettings'>, after: Request<'changeSettings'>): Edit<null>
  /** Undoes the newest change, wherever and whenever it was made. */
  undo(): Undoing
  /** Does again what was undone last. */
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

/** @param sendMessage to the worker */
export function createEdits(sendMessage: typeof send): Edits {
  /** Takes back what was done here last, where the journal does not have it. */
  let takeBack: (() => Undoing) | undefined

  function journaled<T>(begin: (changeId: string) => Promise<Result<T>>): Edit<T> {
    takeBack = undefined
    const changeId = crypto.randomUUID()
    return { answer: begin(changeId), undo: () => sendMessage('undoChange', { changeId }) }
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
    changeSettings(before, after) {
      const undo = async (): Undoing => {
        const answer = await sendMessage('changeSettings', before)
        if (!answer.ok) return answer
        if (takeBack === undo) takeBack = undefined
        return { ok: true, value: { paperIds: [] } }
      }
      takeBack = undo
      return { answer: sendMessage('changeSettings', after), undo }
    },
    undo: () => (takeBack === undefined ? sendMessage('undoNewest', {}) : takeBack()),
    redo: () => sendMessage('redoChange', {}),
  }
}
