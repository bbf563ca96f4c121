import { useCallback, useEffect, useState } from 'preact/hooks'
import { type Browser, browser } from 'wxt/browser'
import { useLatestRequest } from '../use-latest-request'

/**
 * Whether the browser lets us do something, again after each change; undefined while that is not known.
 *
 * @param wanted stays the same object from one call to the next
 */
export function usePermission(wanted: Browser.permissions.Permissions): boolean | undefined {
  return useAllowed(useCallback(() => browser.permissions.contains(wanted), [wanted]))
}

/**
 * Something that depends on what the browser lets us do, read again after each change; undefined while it is not known.
 *
 * @param read stays the same function from one call to the next
 */
export function useAllowed<T>(read: () => Promise<T>): T | undefined {
  const [allowed, setAllowed] = useState<T>()
  const begin = useLatestRequest()
  useEffect(() => {
    async function update(): Promise<void> {
      const isLatest = begin()
      const now = await read()
      if (isLatest()) setAllowed(() => now)
    }
    const { onAdded, onRemoved } = browser.permissions
    onAdded.addListener(update)
    onRemoved.addListener(update)
    void update()
    return () => {
      onAdded.removeListener(update)
      onRemoved.removeListener(update)
    }
  }, [read, begin])
  return allowed
}
