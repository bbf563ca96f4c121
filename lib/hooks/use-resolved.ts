import { useEffect, useState } from 'preact/hooks'
import { useLatestRequest } from './use-latest-request'

/**
 * What an asynchronous function gives for a value; undefined until it has answered.
 *
 * @param value undefined where there is nothing to ask for
 * @param resolve may load code first; stays the same function from one call to the next
 * @param first what it gave before the page was there
 */
export function useResolved<K, V>(
  value: K | undefined,
  resolve: (value: K) => Promise<V | undefined>,
  first?: V,
): V | undefined {
  const [answer, setAnswer] = useState<V | undefined>(first)
  const begin = useLatestRequest()
  useEffect(() => {
    const isLatest = begin()
    async function ask(): Promise<void> {
      const next = value === undefined ? undefined : await resolve(value)
      if (isLatest()) setAnswer(next)
    }
    void ask()
  }, [value, resolve, begin])
  return answer
}
