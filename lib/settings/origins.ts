/*
 * Permissions are given by origin: a match pattern for all pages of a host, or of a domain with all hosts below
 * it. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */

/** The origins that match patterns are in, each once: a browser gives whole hosts and overlooks paths. */
export function originsOf(matches: readonly string[]): string[] {
  const origins = matches.map((match) => match.replace(/^([^:]+:\/\/[^/]+\/).*$/, '$1*'))
  return [...new Set(origins)]
}

/** "*.example.org" of `https://*.example.org/*`; the text itself where it is no origin of a host. */
export function hostOf(origin: string): string {
  return /^[^:]+:\/\/([^/]+)\//.exec(origin)?.[1] ?? origin
}

/** Whether a permission is for every web site there is. */
export function isForAll(permission: string): boolean {
  return permission === '<all_urls>' || /^(?:\*|https):\/\/\*\//.test(permission)
}

/** Whether a permission that the browser has given is enough for an `https:` origin. */
export function covers(permission: string, origin: string): boolean {
  if (isForAll(permission)) return true
  if (!/^(?:\*|https):/.test(permission)) return false
  const given = hostOf(permission)
  const wanted = hostOf(origin)
  if (given === wanted) return true
  if (!given.startsWith('*.')) return false
  return wanted === given.slice(2) || wanted.endsWith(given.slice(1))
}
