/*
 * The browser's API, in the place of `@wxt-dev/browser` (wxt.config.ts). That one asks for `globalThis.browser`, and
 * where Chromium has none, an element of the page answers to the name: `<form id="browser"><input name="runtime">`.
 * An element is never an own property.
 */

interface Api {
  readonly runtime?: { readonly id?: string }
}
const { browser: named, chrome } = globalThis as { readonly browser?: Api; readonly chrome?: Api }
const own = Object.hasOwn(globalThis, 'browser') ? named : undefined

export const browser = own?.runtime?.id ? own : chrome
