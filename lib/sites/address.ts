import { type PaperId, paperIdOf, type Scheme } from '../papers/paper-id'

/**
 * The path of an address with its percent-encoding taken off; as it is where the encoding is broken.
 */
export function pathOf(url: URL): string {
  return decoded(url.pathname)
}

/** The rest of `path` behind the first prefix that it starts with, without regard to case. */
export function textAfter(path: string, prefixes: readonly string[]): string | undefined {
  const lower = path.toLowerCase()
  const prefix = prefixes.find((candidate) => lower.startsWith(candidate))
  return prefix === undefined ? undefined : path.slice(prefix.length)
}

/**
 * The id whose name is what the groups of `pattern` hold in `text`, with a slash between them; a group that
 * takes no part is left out.
 *
 * @param inCase what the scheme does with the case of letters; nothing where case matters
 */
export function paperIdIn(
  text: string,
  scheme: Scheme,
  pattern: RegExp,
  inCase: (name: string) => string = (name) => name,
): PaperId | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const groups = match.slice(1).filter((group) => group !== undefined)
  return paperIdOf(scheme, inCase(groups.join('/')))
}

export function inLowerCase(name: string): string {
  return name.toLowerCase()
}

export function inUpperCase(name: string): string {
  return name.toUpperCase()
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
