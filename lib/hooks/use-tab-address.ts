import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'

/**
 * The address of the current tab of this window, also after the user goes to another page or tab; undefined
 * until it is known, and where the tab does not tell it. It tells it where Dogear may be, and where its button
 * was pressed, until that page is left.
 */
export function useTabAddress(): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let asked = 0
    async function look(): Promise<void> {
      asked += 1
      const number = asked
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      if (number === asked) setAddress(tab?.url)
    }
    // What the event itself says is of any tab of any window, and mostly without an address.
    const lookAgain = () => void look()
    void look()
    browser.tabs.onActivated.addListener(lookAgain)
    browser.tabs.onUpdated.addListener(lookAgain)
    return () => {
      asked = Number.NaN
      browser.tabs.onActivated.removeListener(lookAgain)
      browser.tabs.onUpdated.removeListener(lookAgain)
    }
  }, [])
  return address
}
