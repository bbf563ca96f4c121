import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Failure } from '../../errors/result'
import type { Request } from '../../messaging/protocol'
import { send } from '../../messaging/send'

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
  const isMounted = useRef(true)
  const started = useRef(0)
  useEffect(
    () => () => {
      isMounted.current = false
    },
    [],
  )

  const start = useCallback(async (request: Request<'syncList'>) => {
    started.current += 1
    const number = started.current
    setRunning((count) => count + 1)
    setFailure(undefined)
    const result = await send('syncList', request)
    if (!isMounted.current) return
    setRunning((count) => count - 1)
    // How a list went that was asked for earlier says nothing about the one that is shown now.
    if (number === started.current) setFailure(result.ok ? undefined : result.error)
  }, [])
  const stop = useCallback(() => void send('cancelSync', {}), [])

  // What asks begins with the first frame.
  return { isSyncing: running > 0 || started.current === 0, failure, start, stop }
}
