import { useState } from 'preact/hooks'
import { isInPrivateWindow } from '../browser/private-window'
import { getLinkedWorks, type LinkedWorksRow } from '../db/papers/linked-works'
import type { Failure } from '../errors/result'
import { send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'
import { useDatabase } from './use-database'
import { useLatestRequest } from './use-latest-request'
import { useLiveQuery } from './use-live-query'

export interface LinkedWorksState {
  /** Undefined where nobody has asked yet. */
  readonly found: LinkedWorksRow | undefined
  readonly isReady: boolean
  readonly isAsking: boolean
  readonly failure: Failure | undefined
  ask(): void
}

/** What is linked to a paper as far as that is known. The network is asked when the user wants it, and only then. */
export function useLinkedWorks(paperId: PaperId): LinkedWorksState {
  const db = useDatabase()
  const stored = useLiveQuery(() => getLinkedWorks(db, paperId), [db, paperId])
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const begin = useLatestRequest()
  /** What is not stored is shown for as long as this component is. */
  const [told, setTold] = useState<LinkedWorksRow>()
  return {
    found: (stored.state === 'ready' ? stored.value : undefined) ?? told,
    isReady: stored.state !== 'loading',
    isAsking,
    failure,
    async ask() {
      if (isAsking) return
      const isLatest = begin()
      setAsking(true)
      setFailure(undefined)
      const isStored = !(await isInPrivateWindow())
      const answer = await send('findLinkedWorks', { paperId, isStored })
      if (!isLatest()) return
      setAsking(false)
      if (answer.ok) setTold(answer.value)
      else setFailure(answer.error)
    },
  }
}
