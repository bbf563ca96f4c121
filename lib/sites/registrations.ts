import { accesses } from './accesses'
import { builtInAccesses } from './built-in'

/** A content script as it is registered with the browser. */
export interface Registration {
  readonly id: 'annotate' | 'annotate-site'
  /** Match patterns. */
  readonly matches: readonly string[]
  readonly excludeMatches: readonly string[]
}

/**
 * The content scripts that should run, and where: a small one on the pages that are annotated from the install
 * on, and one that knows every site on whatever else the user allows.
 *
 * @param granted match patterns of all origins that the browser lets Dogear on
 * @param required those that were asked for at the install
 * @param sitesOff ids of the accesses that the user has switched off
 */
export function registrationsFor(
  granted: readonly string[],
  required: readonly string[],
  sitesOff: readonly string[],
): Registration[] {
  const isOff = ({ id }: { readonly id: string }) => sitesOff.includes(id)
  const off = accesses.filter(isOff).flatMap(({ matches }) => matches)
  const builtIn = builtInAccesses.flatMap(({ matches }) => matches)
  const wanted = [
    {
      id: 'annotate',
      matches: builtInAccesses.filter((access) => !isOff(access)).flatMap(({ matches }) => matches),
      excludeMatches: [],
    },
    {
      id: 'annotate-site',
      matches: [...new Set(granted)].filter(
        (origin) => !required.includes(origin) && !off.includes(origin),
      ),
      // A user can let an extension on all sites at once.
      excludeMatches: [...new Set([...builtIn, ...off])],
    },
  ] as const
  return wanted.filter(({ matches }) => matches.length > 0)
}
