import { browser } from 'wxt/browser'

/** The address of the current tab of this window, where the browser gives it. */
export async function getTabAddress(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.url
}
