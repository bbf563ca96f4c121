import { useResolved } from '../../lib/hooks/use-resolved'
import type { OfferedSite } from '../../lib/settings/site-switches'
import { lazily } from '../controls/lazily'
import type { Actions } from '../list/use-actions'

/** The site that an address belongs to, if Dogear can be on it. */
export type FindSite = (address: string) => Promise<OfferedSite | undefined>

interface Props {
  /** Of the current tab. */
  address: string | undefined
  findSite: FindSite
  onDecline: Actions['declineOffer']
}

/** The offer to mark papers on the site of the current tab. */
export function TabOffer({ address, findSite, onDecline }: Props) {
  const site = useResolved(address, findSite)
  if (site === undefined || address === undefined) return null
  return <SiteOffer key={site.id} site={site} address={address} onDecline={onDecline} />
}

/** The offer knows about settings, which are costly to load: the first frame does without. */
const SiteOffer = lazily(async () => (await import('../sites/site-offer')).SiteOffer)
