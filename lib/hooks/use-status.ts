import { useCallback, useRef } from 'preact/hooks'
import type { Result } from '../errors/result'
import type { Reply } from '../messaging/protocol'
import { send } from '../messaging/send'
import type { Status } from '../papers/entry'
import type { PaperId } from '../papers/paper-id'

interface Change {
  readonly paperId: PaperId
  readonly before: Status | null
}

type Answer = Result<Reply<'editEntry'>>

/** Gives papers a status, and takes that back step by step. */
export function useStatus(): {
  set(paperId: PaperId, before: Status | null, after: Status | null): Promise<Answer>
  /** @returns undefined where there is nothing to undo */
  undo(): Promise<Answer | undefined>
} {
  const changes = useRef<Change[]>([])
  const set = useCallback(async (paperId: PaperId, before: Status | null, after: Status | null) => {
    const answer = await send('editEntry', { paperId, status: after })
    if (answer.ok) changes.current.push({ paperId, before })
    return answer
  }, [])
  const undo = useCallback(async () => {
    const change = changes.current.pop()
    if (change === undefined) return undefined
    const answer = await send('editEntry', { paperId: change.paperId, status: change.before })
    if (!answer.ok) changes.current.push(change)
    return answer
  }, [])
  return { set, undo }
}
