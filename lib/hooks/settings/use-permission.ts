import { useEffect, useState } from 'preact/hooks'
import { type Browser, browser } from 'wxt/browser'
import { useLatestRequest } from '../use-latest-request'

/**
 * Whether the browser lets us do something, again after each change; undefined while that is not known.
 *
 * @param wanted stays the same object from one call to the next
 */
export function usePermission(wanted: Browser.permissions.Permissions): boolean | undefined {
  const [isAllowed, setIsAllowed] = useState<boolean>()
  const begin = useLatestRequest()
  useEffect(() => {
    async function read(): Promise<void> {
      const isLatest = begin()
      const is = await browser.permissions.contains(wanted)
      if (isLatest()) setIsAllowed(is)
    }
    const { onAdded, onRemoved } = browser.permissions
    onAdded.addListener(read)
    onRemoved.addListener(read)
    void read()
    return () => {
      onAdded.removeListener(read)
      onRemoved.removeListener(read)
    }
  }, [wanted, begin])
  return isAllowed
}
