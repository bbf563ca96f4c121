/**
 * The path of an address with its percent-encoding taken off; as it is where the encoding is broken.
 */
export function pathOf(url: URL): string {
  return decoded(url.pathname)
}

/** What follows in `path` behind the first of the prefixes that it starts with, in any case. */
export function textAfter(path: string, prefixes: readonly string[]): string | undefined {
  const lower = path.toLowerCase()
  const prefix = prefixes.find((candidate) => lower.startsWith(candidate))
  return prefix === undefined ? undefined : path.slice(prefix.length)
}

function decoded(text: string): string {
  // Most paths have nothing to decode, and a listing has thousands of them.
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
