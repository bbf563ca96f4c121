import { useEffect, useRef, useState } from 'preact/hooks'
import type { Failure } from '../../errors/result'
import type { ToldPaper } from '../../messaging/protocol'
import { send } from '../../messaging/send'
import { useLatestRequest } from '../use-latest-request'

export type PaperSearchState =
  | { readonly state: 'idle' }
  | { readonly state: 'searching'; readonly words: string }
  | { readonly state: 'failed'; readonly words: string; readonly failure: Failure }
  | { readonly state: 'done'; readonly words: string; readonly papers: readonly ToldPaper[] }

export interface PaperSearch {
  readonly now: PaperSearchState
  /** Asks Hugging Face. Never called but by the user's own press. */
  start(words: string): void
  stop(): void
}

const idle = { state: 'idle' } as const

/** A search at Hugging Face by way of the worker. Its result stays until the next one. */
export function usePaperSearch(): PaperSearch {
  const [now, setNow] = useState<PaperSearchState>(idle)
  const begin = useLatestRequest()
  const isRunning = useRef(false)

  async function start(words: string): Promise<void> {
    const isLatest = begin()
    isRunning.current = true
    setNow({ state: 'searching', words })
    const answer = await send('searchPapers', { words })
    if (!isLatest()) return
    isRunning.current = false
    if (answer.ok) setNow({ state: 'done', words, papers: answer.value })
    else if (answer.error.code === 'cancelled') setNow(idle)
    else setNow({ state: 'failed', words, failure: answer.error })
  }

  function stop(): void {
    if (!isRunning.current) return
    isRunning.current = false
    // Whatever it still answers is not the latest.
    begin()
    void send('cancelSearch', {})
    setNow(idle)
  }

  useEffect(() => stop, [])
  return { now, start: (words) => void start(words), stop }
}
