import { useCallback, useEffect, useState } from 'preact/hooks'
import { type Browser, browser } from 'wxt/browser'

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
  useEffect(() => {
    let isOver = false
    const update = () => void read().then((now) => isOver || setAllowed(() => now))
    const { onAdded, onRemoved } = browser.permissions
    onAdded.addListener(update)
    onRemoved.addListener(update)
    update()
    return () => {
      isOver = true
      onAdded.removeListener(update)
      onRemoved.removeListener(update)
    }
  }, [read])
  return allowed
}
