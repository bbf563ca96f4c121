/** A site that was typed in, as the origin to ask the browser for, or what is wrong with it. */
export type TypedSite =
  | { readonly origin: string; readonly problem?: never }
  | { readonly origin?: never; readonly problem: TypedSiteProblem }

export type TypedSiteProblem =
  | 'empty'
  /** No address of a web site. */
  | 'no-address'
  /** An address, but not `https:`. */
  | 'not-safe'
  /** A page of the browser, of an extension, or of a shop for extensions: no extension is let in. */
  | 'closed'

const scheme = /^([a-z][a-z\d+.-]*):\/\//i
/** Schemes that are written without slashes, and that are not the host in `example.org:8443`. */
const bareScheme = /^(about|blob|data|file|javascript|mailto|view-source):/i
const ofBrowsers =
  /^(?:about|blob|brave|chrome|edge|opera|resource|view-source|vivaldi|[a-z]+-extension)$/
const closedHosts: readonly string[] = [
  'addons.mozilla.org',
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
]
const host = /^[a-z\d_-]+(?:\.[a-z\d_-]+)+$/
const numbersOnly = /^[\d.]+$/

/**
 * Reads the address of a site or of one of its pages. A permission is for a host on all its ports, so path and
 * port are left out.
 *
 * @param text as typed, with or without `https://`
 */
export function readTypedSite(text: string): TypedSite {
  const typed = text.trim()
  if (typed === '') return { problem: 'empty' }
  const typedScheme = (scheme.exec(typed) ?? bareScheme.exec(typed))?.[1]?.toLowerCase()
  if (typedScheme !== undefined && ofBrowsers.test(typedScheme)) return { problem: 'closed' }
  if (typedScheme !== undefined && typedScheme !== 'https') return { problem: 'not-safe' }

  const address = typedScheme === undefined ? `https://${typed}` : typed
  if (!URL.canParse(address)) return { problem: 'no-address' }
  const url = new URL(address)
  if (url.username !== '' || !host.test(url.hostname)) return { problem: 'no-address' }
  // "7" is an address too: that of the machine 0.0.0.7.
  if (numbersOnly.test(url.hostname) && !typed.includes(url.hostname)) {
    return { problem: 'no-address' }
  }
  if (closedHosts.includes(url.hostname)) return { problem: 'closed' }
  return { origin: `https://${url.hostname}/*` }
}
