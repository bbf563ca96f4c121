import { i18n } from '../../lib/i18n'
import { hostOf } from '../../lib/settings/origins'
import type { OfferedSite, SiteSwitch } from '../../lib/settings/site-switches'
import { Switch } from '../controls/switch'
import { originText, type SiteSwitching } from './site-switching'
import './site-row.css'

interface SiteRowProps {
  of: SiteSwitch
  onToggle: (one: SiteSwitch) => void
  /** Asked to be let into those of its hosts that are missing. */
  onAllowRest: (one: SiteSwitch) => void
}

/** A site of the registry: what it is, why Dogear would be there, and whether it is. */
function SiteRow({ of: one, onToggle, onAllowRest }: SiteRowProps) {
  const { site, origins, isOn, missing } = one
  const id = `site-${site.id}`
  return (
    <li class="site-row">
      <label class="site-row-line" for={id}>
        <span class="site-row-text">
          <span class="site-row-name" id={`${id}-name`}>
            {site.name}
          </span>{' '}
          <span id={`${id}-about`}>
            <span class="site-row-hosts">{hostsText(origins)}</span>{' '}
            <span class="site-row-reason">{reasonText(site.reason)}</span>
          </span>
        </span>
        <Switch
          id={id}
          isOn={isOn}
          labelledBy={`${id}-name`}
          describedBy={`${id}-about`}
          onToggle={() => onToggle(one)}
        />
      </label>
      {isOn && missing.length > 0 && (
        <div class="site-row-rest">
          <span>{i18n.t('sites.missing', [hostsText(missing)])}</span>
          <button
            type="button"
            class="quiet"
            aria-label={i18n.t('sites.allowRestNamed', [site.name])}
            onClick={() => onAllowRest(one)}
          >
            {i18n.t('sites.allowRest')}
          </button>
        </div>
      )}
    </li>
  )
}

interface SiteListProps {
  of: readonly SiteSwitch[]
  switching: SiteSwitching
  /** Of the list, besides its own. */
  class: string
}

/** Sites of the registry, each with its switch. */
export function SiteList({ of: switches, switching, class: name }: SiteListProps) {
  return (
    <ul class={`site-list ${name}`}>
      {switches.map((one) => (
        <SiteRow
          key={one.site.id}
          of={one}
          onToggle={switching.toggle}
          onAllowRest={() => switching.turnOn([one])}
        />
      ))}
    </ul>
  )
}

interface OtherSiteRowProps {
  origin: string
  onRemove: (origin: string) => void
}

/** A site that the user added. */
export function OtherSiteRow({ origin, onRemove }: OtherSiteRowProps) {
  const name = originText(origin)
  return (
    <li class="site-row site-row-line">
      <span class="site-row-text">
        <span class="site-row-name">{name}</span>
      </span>
      <button
        type="button"
        class="quiet"
        aria-label={i18n.t('sites.removeNamed', [name])}
        onClick={() => onRemove(origin)}
      >
        {i18n.t('sites.remove')}
      </button>
    </li>
  )
}

/** As many hosts as are named before the rest is only counted. */
const namedHosts = 3

function hostsText(origins: readonly string[]): string {
  const hosts = origins.map(hostOf)
  const rest = hosts.length - namedHosts
  // "and 1 more" is no shorter than the one.
  if (rest <= 1) return hosts.join(', ')
  return i18n.t('sites.hostsAndMore', [String(rest), hosts.slice(0, namedHosts).join(', ')])
}

function reasonText(reason: OfferedSite['reason']): string {
  switch (reason) {
    case 'papers':
      return i18n.t('sites.reasonPapers')
    case 'lists':
      return i18n.t('sites.reasonLists')
    case 'search':
      return i18n.t('sites.reasonSearch')
    case 'posts':
      return i18n.t('sites.reasonPosts')
    case 'references':
      return i18n.t('sites.reasonReferences')
  }
}
