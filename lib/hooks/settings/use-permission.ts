import { useEffect, useState } from 'preact/hooks'
import { type Browser, browser } from 'wxt/browser'

/**
 * Whether the browser lets us do something, again after each change; undefined while that is not known.
 *
 * @param wanted stays the same object from one call to the next
 */
export function usePermission(wanted: Browser.permissions.Permissions): boolean | undefined {
  const [isAllowed, setIsAllowed] = useState<boolean>()
  useEffect(() => {
    let isOver = false
    const read = () =>
      void browser.permissions.contains(wanted).then((is) => isOver || setIsAllowed(is))
    const { onAdded, onRemoved } = browser.permissions
    onAdded.addListener(read)
    onRemoved.addListener(read)
    read()
    return () => {
      isOver = true
      onAdded.removeListener(read)
      onRemoved.removeListener(read)
    }
  }, [wanted])
  return isAllowed
}
