import { useCallback, useRef, useState } from 'preact/hooks'
import type { Failure } from '../../errors/result'
import type { Request } from '../../messaging/protocol'
import { send } from '../../messaging/send'
import { useLatestRequest } from '../use-latest-request'

export interface Sync {
  readonly isSyncing: boolean
  /** Why the last try of this page failed. */
  readonly failure: Failure | undefined
  start(request: Request<'syncList'>): void
  stop(): void
}

/** Asks the worker for lists, and tells how that goes. */
export function useSync(): Sync {
  const [running, setRunning] = useState(0)
  const [failure, setFailure] = useState<Failure>()
  const hasStarted = useRef(false)
  const begin = useLatestRequest()

  const start = useCallback(async (request: Request<'syncList'>) => {
    hasStarted.current = true
    const isLatest = begin()
    setRunning((count) => count + 1)
    setFailure(undefined)
    const result = await send('syncList', request)
    setRunning((count) => count - 1)
    if (isLatest()) setFailure(result.ok ? undefined : result.error)
  }, [])
  const stop = useCallback(() => void send('cancelSync', {}), [])

  // Busy from the first frame on: the effect that calls `start` runs after it.
  return { isSyncing: running > 0 || !hasStarted.current, failure, start, stop }
}
