import { type Declining, useSiteOffer } from '../../lib/hooks/settings/use-site-offer'
import { i18n } from '../../lib/i18n'
import type { OfferedSite } from '../../lib/settings/site-switches'
import { useReporter } from '../controls/toast'
import { siteSwitching } from './site-switching'
import './site-offer.css'

interface Props {
  site: OfferedSite
  /** Of the page that the tab shows. */
  address: string
  onDecline: (site: OfferedSite, declining: Declining) => void
}

/** Offers to mark papers on the site of the current tab; nothing where they are marked or the user said no. */
export function SiteOffer({ site, address, onDecline }: Props) {
  const reporter = useReporter()
  const offer = useSiteOffer(site, address)
  if (offer === undefined) return null
  const { one, sites } = offer
  const isAsked = one.missing.length > 0
  return (
    <section class="site-offer" aria-label={i18n.t('offer.label')}>
      <p>{i18n.t('offer.mark', [site.name])}</p>
      <button
        type="button"
        class="primary"
        // The browser's question closes the popup: nothing that is done after it can be counted on.
        onClick={() => void siteSwitching(sites, reporter).turnOn([one])}
      >
        {isAsked ? i18n.t('offer.allow') : i18n.t('offer.switchOn')}
      </button>
      <button type="button" onClick={() => onDecline(site, offer)}>
        {i18n.t('offer.decline')}
      </button>
    </section>
  )
}
