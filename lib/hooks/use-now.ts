import { createContext } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useGiven } from './use-given'

const Now = createContext<number | undefined>(undefined)

/** Gives all hooks and components below it the time. */
export const NowProvider = Now.Provider

/**
 * The time of the page in milliseconds since the epoch: what "4 minutes ago" is counted from.
 *
 * @throws where no `NowProvider` stands above
 */
export function useNow(): number {
  return useGiven(Now)
}

/** The time in milliseconds since the epoch, again every half minute. One clock for a page, given to `NowProvider`. */
export function useClock(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
