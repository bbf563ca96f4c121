import { browser } from 'wxt/browser'
import type { Announcement } from './protocol'

/**
 * Calls back with each announcement of the worker's, until the signal is aborted.
 *
 * @param callback says whether there was something to do
 */
export function listenForAnnouncements(
  callback: (announced: Announcement) => boolean,
  signal: AbortSignal,
): void {
  const listener = (
    message: unknown,
    sender: { id?: string | undefined },
    sendResponse: (hasDone: boolean) => void,
  ) => {
    if (sender.id === browser.runtime.id && isAnnouncement(message)) sendResponse(callback(message))
  }
  browser.runtime.onMessage.addListener(listener)
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(listener))
}

/** Only the worker can send to a page's script, so its names are enough. */
function isAnnouncement(message: unknown): message is Announcement {
  return typeof message === 'object' && message !== null && 'name' in message
}
