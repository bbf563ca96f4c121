import { MatchPattern } from 'wxt/utils/match-patterns'
import type { Access } from './access'
import { accesses } from './accesses'

/**
 * The access to the host of an address, whatever its path: a browser gives whole hosts.
 *
 * @param address absolute
 * @returns undefined where there is none, and for text that is no address; never throws
 */
export function accessFor(address: string): Access | undefined {
  if (!URL.canParse(address)) return undefined
  const { origin } = new URL(address)
  if (!origin.startsWith('https://')) return undefined
  return accesses.find(({ matches }) =>
    matches.some((match) => new MatchPattern(wholeHost(match)).includes(`${origin}/`)),
  )
}

function wholeHost(match: string): string {
  return match.replace(/^([^:]+:\/\/[^/]+\/).*$/, '$1*')
}
