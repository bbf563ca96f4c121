import { browser } from 'wxt/browser'
import type { PaperId } from '../papers/paper-id'
import type { Announcement } from './protocol'

/** Calls back with the papers of each announcement, until the signal is aborted. */
export function listenForChanges(
  callback: (paperIds: readonly PaperId[]) => void,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: { id?: string | undefined }) => {
    if (sender.id !== browser.runtime.id || !isAnnouncement(message)) return
    callback(message.paperIds)
  }
  browser.runtime.onMessage.addListener(listener)
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(listener))
}

function isAnnouncement(message: unknown): message is Announcement {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    message.name === 'changed'
  )
}
