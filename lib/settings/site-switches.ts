import { covers, originsOf } from './origins'

/** A site of the registry as the user is offered it. */
export interface OfferedSite {
  readonly id: string
  readonly name: string
  /** Match patterns. */
  readonly matches: readonly string[]
  readonly reason: 'papers' | 'lists' | 'search' | 'posts' | 'references'
  /** Allowed from the install on. */
  readonly isBuiltIn: boolean
}

/** A site with the state of its switch. */
export interface SiteSwitch {
  readonly site: OfferedSite
  readonly origins: readonly string[]
  /** Dogear runs on its pages, or on some of them. */
  readonly isOn: boolean
  /** Its origins that the browser does not let us into. */
  readonly missing: readonly string[]
}

/**
 * Which sites are on.
 *
 * @param granted what the browser lets us into, as match patterns
 * @param sitesOff ids of the sites that are switched off although the browser would let us
 */
export function switchesOf(
  sites: readonly OfferedSite[],
  granted: readonly string[],
  sitesOff: readonly string[],
): SiteSwitch[] {
  return sites.map((site) => {
    const origins = originsOf(site.matches)
    const missing = origins.filter((origin) => !isCovered(granted, origin))
    const isOn = missing.length < origins.length && !sitesOff.includes(site.id)
    return { site, origins, isOn, missing }
  })
}

/**
 * The site that an address is on, whatever its path: a browser gives whole hosts.
 *
 * @returns undefined for every other address, and for text that is none; never throws
 */
export function siteAt<S extends { readonly matches: readonly string[] }>(
  sites: readonly S[],
  address: string,
): S | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname } = new URL(address)
  if (protocol !== 'https:') return undefined
  return sites.find(({ matches }) => isCovered(originsOf(matches), `https://${hostname}/*`))
}

/** Whether there is more of it to switch on. */
export function isNotWhollyOn({ isOn, missing }: SiteSwitch): boolean {
  return !isOn || missing.length > 0
}

/**
 * The hosts that the user allowed besides the sites of the registry, in the order of the alphabet.
 *
 * @param required the host permissions of the manifest
 */
export function otherOrigins(
  sites: readonly OfferedSite[],
  granted: readonly string[],
  required: readonly string[],
): string[] {
  const known = [...required, ...sites.flatMap(({ matches }) => originsOf(matches))]
  return granted
    .filter((permission) => /^(?:(?:\*|https):\/\/|<all_urls>)/.test(permission))
    .filter((permission) => !isCovered(known, permission))
    .sort()
}

/** How a site is switched off. */
export interface SwitchingOff {
  /** The permissions to give back. */
  readonly revoked: readonly string[]
  /** Some of its pages stay open to us all the same, so it has to be noted that they are not wanted. */
  readonly isNoted: boolean
}

/**
 * A permission is given back where no other site that is on needs it. What came with the install can't be given
 * back, nor can one site of a permission for all.
 */
export function switchingOff(
  { site, origins }: Pick<SiteSwitch, 'site' | 'origins'>,
  switches: readonly SiteSwitch[],
  granted: readonly string[],
  required: readonly string[],
): SwitchingOff {
  const needed = switches
    .filter((other) => other.isOn && other.site.id !== site.id)
    .flatMap((other) => other.origins)
  const revoked = site.isBuiltIn
    ? []
    : origins.filter(
        (origin) =>
          granted.includes(origin) &&
          !isCovered(required, origin) &&
          !needed.some((other) => covers(origin, other)),
      )
  const kept = granted.filter((permission) => !revoked.includes(permission))
  return { revoked, isNoted: origins.some((origin) => isCovered(kept, origin)) }
}

/** The outcome of an address that the user typed. */
export type Addition =
  /** Dogear runs there. */
  | { readonly kind: 'on' }
  /** Dogear fetches from there; it is no place for marks. */
  | { readonly kind: 'source' }
  /** The address is one of a site in the registry. */
  | { readonly kind: 'site'; readonly one: SiteSwitch }
  | { readonly kind: 'other' }

/** @param origin of the site that is to be added */
export function additionOf(
  origin: string,
  switches: readonly SiteSwitch[],
  others: readonly string[],
  required: readonly string[],
): Addition {
  const known = switches.find(({ origins }) => isCovered(origins, origin))
  if (known !== undefined) {
    return isNotWhollyOn(known) ? { kind: 'site', one: known } : { kind: 'on' }
  }
  if (isCovered(required, origin)) return { kind: 'source' }
  return isCovered(others, origin) ? { kind: 'on' } : { kind: 'other' }
}

function isCovered(permissions: readonly string[], origin: string): boolean {
  return permissions.some((permission) => covers(permission, origin))
}
