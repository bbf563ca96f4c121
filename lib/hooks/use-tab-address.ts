import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'

/** The address of the current tab; undefined until it is known, and where the tab does not tell it. */
export function useTabAddress(): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    async function look(): Promise<void> {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      setAddress(tab?.url)
    }
    void look()
  }, [])
  return address
}
