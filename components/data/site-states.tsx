import type { SiteState } from '../../lib/db/states/site-states'
import type { SiteTrouble } from '../../lib/errors/site-trouble'
import { i18n } from '../../lib/i18n'
import { relativeText } from '../../lib/i18n/format'

interface Props {
  states: readonly SiteState[]
  /** The names of the sites. */
  sites: readonly { readonly id: string; readonly name: string }[]
  now: number
}

/** When Dogear last found papers on each site, and what went wrong there last. */
export function SiteStates({ states, sites, now }: Props) {
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  return (
    <details>
      <summary>{i18n.t('data.siteCount', states.length)}</summary>
      <ul>
        {states.map((state) => (
          <li key={state.site}>
            {names.get(state.site) ?? otherName(state.site)}: {stateText(state, now)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function otherName(site: string): string {
  return site === 'added' ? i18n.t('data.sitesAdded') : i18n.t('data.sitesEvery')
}

function stateText({ foundAt, trouble, troubleAt }: SiteState, now: number): string {
  const parts = [
    foundAt !== undefined && i18n.t('data.siteFound', [relativeText(foundAt, now)]),
    trouble !== undefined &&
      troubleAt !== undefined &&
      i18n.t('data.siteTrouble', [relativeText(troubleAt, now), troubleText(trouble)]),
  ]
  return parts.filter((part) => part !== false).join('; ')
}

function troubleText(trouble: SiteTrouble): string {
  switch (trouble) {
    case 'no-title':
      return i18n.t('data.siteNoTitle')
    case 'failed':
      return i18n.t('data.siteFailed')
    case 'not-registered':
      return i18n.t('data.siteNotRegistered')
  }
}
