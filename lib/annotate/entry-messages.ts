import { send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'
import type { Editing } from './editor'

/** Of the paper that is changed. */
interface About {
  readonly paperId: PaperId
  /** Its other names on this page, as of now. */
  aliases(): readonly PaperId[]
  /** What its own page says of it, as of now; undefined where this is another page. The worker checks it. */
  readPage(): unknown
  /** It was changed. The worker broadcasts it too, but only to pages that it may find, and later. */
  onChange(): Promise<void>
}

/** What an editor asks of the worker. */
export function entryMessages({ paperId, aliases, readPage, onChange }: About): Editing {
  async function changing<T extends { readonly ok: boolean }>(sending: Promise<T>): Promise<T> {
    const result = await sending
    if (result.ok) await onChange()
    return result
  }
  return {
    edit(change, id) {
      const page = readPage()
      const request = { paperId, ...change, ...(page !== undefined && { page: page as never }) }
      return changing(send('editEntry', request, id))
    },
    separate: (name, id) => changing(send('separate', { paperId, name }, id)),
    undo: (changeId) => changing(send('undoChange', { changeId })),
    readTagsAndNote: () => send('readTagsAndNote', { paperId, aliases: [...aliases()] }),
    async cite(format) {
      const result = await send('cite', { paperId, format })
      return result.ok ? result.value : undefined
    },
    async listTags(typed) {
      const result = await send('listTags', { typed })
      return result.ok ? result.value : []
    },
  }
}
