import { useEffect, useState } from 'preact/hooks'

/** The time in milliseconds since the epoch, again every half minute: what "4 minutes ago" is counted from. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
