import { useEffect, useRef, useState } from 'preact/hooks'
import { isInPrivateWindow } from '../browser/private-window'
import type { DogearDatabase } from '../db/database'
import { getLinkedWorks, type LinkedWorksRow } from '../db/papers/linked-works'
import type { Failure } from '../errors/result'
import { send } from '../messaging/send'
import type { PaperId } from '../papers/paper-id'
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
export function useLinkedWorks(db: DogearDatabase, paperId: PaperId): LinkedWorksState {
  const stored = useLiveQuery(() => getLinkedWorks(db, paperId), [db, paperId])
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  /** What is not stored is shown for as long as this is. */
  const [told, setTold] = useState<LinkedWorksRow>()
  const isMounted = useRef(true)
  useEffect(
    () => () => {
      isMounted.current = false
    },
    [],
  )
  return {
    found: (stored.state === 'ready' ? stored.value : undefined) ?? told,
    isReady: stored.state !== 'loading',
    isAsking,
    failure,
    async ask() {
      if (isAsking) return
      setAsking(true)
      setFailure(undefined)
      const isStored = !(await isInPrivateWindow())
      const answer = await send('findLinkedWorks', { paperId, isStored })
      if (!isMounted.current) return
      setAsking(false)
      if (answer.ok) setTold(answer.value)
      else setFailure(answer.error)
    },
  }
}
