import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseYAML } from 'confbox/yaml'

/** A locale's messages: their forms (one, or one for each number with words of its own) by the key. */
export type Messages = ReadonlyMap<string, readonly string[]>

/**
 * Reads a file of `lib/i18n/locales`.
 *
 * The format: https://wxt.dev/guide/essentials/i18n.html
 */
export function readLocale(name: string): Messages {
  const file = join(import.meta.dirname, `../../../lib/i18n/locales/${name}.yml`)
  return messagesOf(parseYAML(readFileSync(file, 'utf8')))
}

/** @param tree strings, and objects of them; an object with the keys `1` and `n` holds one message's forms */
export function messagesOf(tree: unknown, prefix = ''): Messages {
  if (typeof tree !== 'object' || tree === null) return new Map([[prefix, [String(tree)]]])
  const children = Object.entries(tree)
  if (children.every(([key]) => /^(?:\d+|n)$/.test(key))) {
    return new Map([[prefix, children.map(([, form]) => String(form))]])
  }
  return new Map(
    children.flatMap(([key, child]) => [...messagesOf(child, prefix ? `${prefix}.${key}` : key)]),
  )
}

/** The placeholders of a message, sorted. One form may leave out what its words already say. */
export function placeholdersOf(forms: readonly string[]): string[] {
  const found = forms.flatMap((form) => form.match(/\$\d|\{\w+\}/g) ?? [])
  return [...new Set(found)].sort()
}

/** The keys that code asks for, and those that a manifest's text names. */
export function keysUsedIn(code: string): string[] {
  const asked = [...code.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map(([, key = '']) => key)
  return [...asked, ...manifestKeysIn(code).map((key) => key.replaceAll('_', '.'))]
}

/** Whether a key is written out anywhere in code, also where it is chosen at run time. */
export function isWrittenIn(code: string, key: string): boolean {
  return (
    ["'", '"', '`'].some((quote) => code.includes(quote + key + quote)) ||
    manifestKeysIn(code).includes(key.replaceAll('.', '_'))
  )
}

function manifestKeysIn(code: string): string[] {
  return [...code.matchAll(/__MSG_(\w+?)__/g)].map(([, key = '']) => key)
}
