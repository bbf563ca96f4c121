import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { type Messages, readLocale } from '../i18n/locale'

/*
 * What components ask of a browser, and neither the page nor the fake browser has: its words are those of the
 * English locale.
 */

const english = byName(readLocale('en'))

fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Dogear', version: '1.2.3' })
fakeBrowser.i18n.getUILanguage = () => 'en'
fakeBrowser.i18n.getMessage = (name: string, given: unknown = []) => {
  const values = [given].flat().map(String)
  return (english.get(name) ?? '').replace(/\$(\d)/g, (_, place) => values[place - 1] ?? '')
}

vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)

/** By their names in the built extension, with their forms as `@wxt-dev/i18n` expects them. */
function byName(messages: Messages): ReadonlyMap<string, string> {
  return new Map([...messages].map(([key, forms]) => [key.replaceAll('.', '_'), forms.join(' | ')]))
}
