import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { getTabAddress } from '../../browser/current-tab'
import { useLatestRequest } from '../use-latest-request'

/**
 * The address of the current tab of this window, also after the user goes to another page or tab; undefined
 * until it is known, and where the tab does not tell it. It tells it where Dogear may be, and where its button
 * was pressed, until that page is left.
 *
 * @param first what `getTabAddress` said before the page was there
 */
export function useTabAddress(first: string | undefined): string | undefined {
  const [address, setAddress] = useState(first)
  const begin = useLatestRequest()
  useEffect(() => {
    async function look(): Promise<void> {
      const isLatest = begin()
      const next = await getTabAddress()
      if (isLatest()) setAddress(next)
    }
    // What the event itself says is of any tab of any window, and mostly without an address.
    const lookAgain = () => void look()
    void look()
    browser.tabs.onActivated.addListener(lookAgain)
    browser.tabs.onUpdated.addListener(lookAgain)
    return () => {
      browser.tabs.onActivated.removeListener(lookAgain)
      browser.tabs.onUpdated.removeListener(lookAgain)
    }
  }, [begin])
  return address
}
