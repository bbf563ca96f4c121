import { browser } from 'wxt/browser'

let asked: Promise<boolean> | undefined

/**
 * Whether this page of ours is shown in a private window, or belongs to one as a popup does. The window is asked:
 * `extension.inIncognitoContext` says no in the popup of a private window of Chromium, where one process serves both.
 * Where the browser does not tell, it is taken to be private.
 */
export function isInPrivateWindow(): Promise<boolean> {
  asked ??= browser.windows.getCurrent().then(
    ({ incognito }) => incognito,
    () => true,
  )
  return asked
}
