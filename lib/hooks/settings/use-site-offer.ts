import { useMemo } from 'preact/hooks'
import { getSetting } from '../../db/settings/settings'
import { covers } from '../../settings/origins'
import type { OfferedSite, SiteSwitch } from '../../settings/site-switches'
import { type Answer, changeSetting } from '../edits/change-setting'
import { useDatabase } from '../use-database'
import { useLiveQuery } from '../use-live-query'
import { type Sites, useSites } from './use-sites'

/** How the user declines an offer. Not part of `Actions`: it would pull the setting schemas into the first frame. */
export interface Declining {
  decline(): Answer
  /** Takes it back. */
  offerAgain(): Answer
}

export interface SiteOffer extends Declining {
  readonly one: SiteSwitch
  readonly sites: Sites
}

/**
 * The offer to be on a site.
 *
 * @param address of the page, which is one of the site's
 * @returns undefined where Dogear is on that page already or the user has declined, and until that is known
 */
export function useSiteOffer(site: OfferedSite, address: string): SiteOffer | undefined {
  const db = useDatabase()
  const offered = useMemo(() => [site], [site])
  const sites = useSites(offered, undefined)
  const declined = useLiveQuery(() => getSetting(db, 'offersDeclined'), [db])
  if (sites.now.state !== 'ready' || declined.state !== 'ready') return undefined
  const [one] = sites.now.switches
  if (one === undefined || declined.value.includes(site.id) || isOn(one, address)) return undefined
  const without = (ids: readonly string[]) => ids.filter((id) => id !== site.id)
  return {
    one,
    sites,
    decline: () => changeSetting(db, 'offersDeclined', (ids) => [...without(ids), site.id]),
    offerAgain: () => changeSetting(db, 'offersDeclined', without),
  }
}

/** A site may have more hosts than the browser lets us into. */
function isOn({ isOn, missing }: SiteSwitch, address: string): boolean {
  const origin = `${new URL(address).origin}/*`
  return isOn && !missing.some((permission) => covers(permission, origin))
}
