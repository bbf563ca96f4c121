import { browser } from 'wxt/browser'

/** The extension's version, as its manifest has it. */
export function dogearVersion(): string {
  return browser.runtime.getManifest().version
}
