import { browser } from 'wxt/browser'
import type { Broadcast } from './protocol'

/**
 * Calls back with each broadcast of the worker, until the signal is aborted.
 *
 * @param callback says whether there was something to do
 */
export function listenForBroadcasts(
  callback: (broadcast: Broadcast) => boolean,
  signal: AbortSignal,
): void {
  const listener = (
    message: unknown,
    sender: { id?: string | undefined },
    sendResponse: (hasDone: boolean) => void,
  ) => {
    if (sender.id === browser.runtime.id && isBroadcast(message)) sendResponse(callback(message))
  }
  browser.runtime.onMessage.addListener(listener)
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(listener))
}

/** Only the worker can send to a page's script, so its names are enough. */
function isBroadcast(message: unknown): message is Broadcast {
  return typeof message === 'object' && message !== null && 'name' in message
}
