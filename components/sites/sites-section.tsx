import { useRef, useState } from 'preact/hooks'
import type { ReadySites, Sites } from '../../lib/hooks/settings/use-sites'
import { i18n } from '../../lib/i18n'
import { filterSites, groupSites, type SiteGroup } from '../../lib/settings/site-groups'
import { isNotWhollyOn, type SiteSwitch } from '../../lib/settings/site-switches'
import { useReporter } from '../controls/toast'
import { OptionsSection } from '../page/page-section'
import { AddSite } from './add-site'
import { OtherSiteRow, SiteList } from './site-row'
import { type SiteSwitching, siteSwitching } from './site-switching'
import { SitesFailure } from './sites-failure'
import './sites-section.css'

/** On which sites Dogear is. */
export function SitesSection({ sites }: { sites: Sites }) {
  const { now } = sites
  const switching = siteSwitching(sites, useReporter())
  return (
    <OptionsSection id="sites" title={i18n.t('sites.title')} isBusy={now.state === 'loading'}>
      <p class="page-note">{i18n.t('sites.intro')}</p>
      {now.state === 'failed' && <SitesFailure failed={now.failed} />}
      {now.state === 'ready' && <SiteGroups now={now} switching={switching} />}
    </OptionsSection>
  )
}

/** More rows than are found at a glance. */
const glance = 12

function SiteGroups({ now, switching }: { now: ReadySites; switching: SiteSwitching }) {
  const [filter, setFilter] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { switches, others } = now
  const isFiltered = filter.trim() !== ''
  const found = filterSites(switches, filter)
  const notAllowed = switches.filter(isNotWhollyOn)

  return (
    <>
      <div class="sites-tools">
        {switches.length > glance && (
          <input
            type="search"
            aria-label={i18n.t('sites.filter')}
            placeholder={i18n.t('sites.filter')}
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
        )}
        {notAllowed.length > 0 && (
          <button type="button" class="quiet" onClick={() => switching.turnOn(notAllowed)}>
            {i18n.t('sites.allowEvery', [String(switches.length)])}
          </button>
        )}
      </div>
      <div role="status">
        {found.length === 0 && <p class="sites-none">{i18n.t('sites.noMatch', [filter.trim()])}</p>}
      </div>
      {groupSites(found).map(({ group, switches: members }) => (
        <GroupOfSites
          key={group}
          group={group}
          switches={members}
          // What is allowed as a whole is what the heading says, not what a filter leaves of it.
          canAllowAll={!isFiltered && members.length > 1}
          switching={switching}
        />
      ))}
      <section class="sites-group" aria-labelledby="sites-others">
        <div class="sites-group-header">
          <h3 id="sites-others">{i18n.t('sites.groupOthers')}</h3>
        </div>
        <p class="page-note">{i18n.t('sites.othersWhy')}</p>
        <div class="page-panel">
          {others.length > 0 && (
            <ul class="site-list">
              {others.map((origin) => (
                <OtherSiteRow
                  key={origin}
                  origin={origin}
                  onRemove={() => {
                    // The button is about to go, and the focus would go with it.
                    field.current?.focus()
                    void switching.withdraw(origin)
                  }}
                />
              ))}
            </ul>
          )}
          <AddSite now={now} switching={switching} field={field} />
        </div>
      </section>
    </>
  )
}

interface GroupProps {
  group: SiteGroup
  switches: readonly SiteSwitch[]
  canAllowAll: boolean
  switching: SiteSwitching
}

function GroupOfSites({ group, switches, canAllowAll, switching }: GroupProps) {
  const id = `sites-${group}`
  const title = groupTitle(group)
  const notAllowed = switches.filter(isNotWhollyOn)
  const onCount = switches.filter(({ isOn }) => isOn).length
  return (
    <section class="sites-group" aria-labelledby={id}>
      <div class="sites-group-header">
        <div class="sites-group-title">
          <h3 id={id}>{title}</h3>
          <span class="sites-group-count">
            {i18n.t('sites.onCount', [String(onCount), String(switches.length)])}
          </span>
        </div>
        {canAllowAll && notAllowed.length > 0 && (
          <button
            type="button"
            class="quiet"
            aria-label={i18n.t('sites.allowAllNamed', [title])}
            onClick={() => switching.turnOn(notAllowed)}
          >
            {i18n.t('sites.allowAll')}
          </button>
        )}
      </div>
      <SiteList of={switches} switching={switching} class="page-panel" />
    </section>
  )
}

function groupTitle(group: SiteGroup): string {
  switch (group) {
    case 'start':
      return i18n.t('sites.groupStart')
    case 'lists':
      return i18n.t('sites.groupLists')
    case 'discussion':
      return i18n.t('sites.groupDiscussion')
    case 'papers':
      return i18n.t('sites.groupPapers')
  }
}
