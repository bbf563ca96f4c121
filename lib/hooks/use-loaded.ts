import { useEffect, useState } from 'preact/hooks'

/**
 * What `find` finds for a value; undefined until it has.
 *
 * @param find may load what it takes first
 * @param first what it found before the page was there
 */
export function useFound<K, V>(
  value: K | undefined,
  find: (value: K) => Promise<V | undefined>,
  first?: V,
): V | undefined {
  const [found, setFound] = useState<V | undefined>(() => first)
  useEffect(() => {
    let isCurrent = true
    async function look(): Promise<void> {
      const result = value === undefined ? undefined : await find(value)
      if (isCurrent) setFound(() => result)
    }
    void look()
    return () => {
      isCurrent = false
    }
  }, [value, find])
  return found
}
