import { browser } from 'wxt/browser'
import type { Failure } from '../errors/result'

/**
 * What went wrong, in the user's words: of all failures the ones that a page can meet. Straight from the browser,
 * because the room of words is dear to load in every page.
 */
export function failureWords({ code }: Failure): string {
  const isKnown = code === 'storage' || code === 'refused' || code === 'orphaned'
  const messages: Messages = browser.i18n
  return messages.getMessage(isKnown ? `failure_${code}` : 'failure_unexpected')
}

/** Its type knows the names as they are in the files of words, and the browser as they are in the build. */
interface Messages {
  getMessage(name: string): string
}
