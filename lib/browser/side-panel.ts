import { browser } from 'wxt/browser'

/** Firefox's own API, which the types of the others do not know. */
interface SidebarApi {
  readonly sidebarAction?: { open(): Promise<void> }
}

/** Whether this browser has a side panel, or a sidebar. */
export function hasPanel(): boolean {
  // Only a test for presence: reading `browser.sidePanel` builds the API, which costs the first frame 2 ms.
  return import.meta.env.FIREFOX ? sidebar() !== undefined : 'sidePanel' in browser
}

/**
 * Opens the side panel of a window.
 *
 * To be called at once when the user has pressed something: the browser refuses it later.
 *
 * @param windowId undefined in Firefox, which opens the sidebar of the window in front
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
  if (import.meta.env.FIREFOX) return sidebar()?.open()
  if (windowId !== undefined) await browser.sidePanel.open({ windowId })
}

/** The same from a page, for the window that it is in. */
export async function openPanelHere(): Promise<void> {
  if (import.meta.env.FIREFOX) return openPanel(undefined)
  const { id } = await browser.windows.getCurrent()
  await openPanel(id)
}

function sidebar(): SidebarApi['sidebarAction'] {
  return (browser as unknown as SidebarApi).sidebarAction
}
