import type { ComponentChildren } from 'preact'
import { type SiteFacts, useSites } from '../../lib/hooks/settings/use-sites'
import { i18n } from '../../lib/i18n'
import { isNotWhollyOn, type OfferedSite, type SiteSwitch } from '../../lib/settings/site-switches'
import { useReporter } from '../controls/toast'
import { Page } from '../page/page'
import { SiteList } from '../sites/site-row'
import { siteSwitching } from '../sites/site-switching'
import { SitesFailure } from '../sites/sites-failure'
import { ToolbarPicture } from './toolbar-picture'
import './welcome-page.css'

interface Props {
  offered: readonly OfferedSite[]
  /** Ids of a few sites to begin with, in the order in which they are shown. */
  wanted: readonly string[]
  /** Read before the page was there. */
  first: SiteFacts | undefined
  isFirefox: boolean
  /** The key that saves, as the browser writes it, such as `Alt+Shift+S`; undefined where there is none. */
  saveKey: string | undefined
  /** The word that begins a search in the address bar. */
  keyword: string | undefined
}

/** What there is to know after the install, and the one choice to make. */
export function WelcomePage(props: Props) {
  const { offered, wanted, first, isFirefox, saveKey, keyword } = props
  const sites = useSites(offered, first)
  const { now } = sites
  const switching = siteSwitching(sites, useReporter())
  const switches = now.state === 'ready' ? chosen(now.switches, wanted) : []
  const notAllowed = switches.filter(isNotWhollyOn)
  return (
    <Page heading={i18n.t('welcome.title')}>
      <div class="welcome">
        <p class="welcome-lead">{i18n.t('welcome.lead')}</p>
        <p class="page-note">{i18n.t('welcome.privacy')}</p>
        <ol class="welcome-steps">
          <Step number={1} title={i18n.t('welcome.buttonTitle')}>
            <ToolbarPicture isFirefox={isFirefox} />
            <p>{isFirefox ? i18n.t('welcome.pinFirefox') : i18n.t('welcome.pinChrome')}</p>
            <p>{i18n.t('welcome.badge')}</p>
          </Step>
          <Step number={2} title={i18n.t('welcome.sitesTitle')}>
            <p>{i18n.t('welcome.sitesWhy')}</p>
            {now.state === 'failed' && <SitesFailure failed={now.failed} />}
            {switches.length > 0 && (
              <SiteList of={switches} switching={switching} class="welcome-sites" />
            )}
            <div class="welcome-actions">
              {notAllowed.length > 0 && (
                <button type="button" class="primary" onClick={() => switching.turnOn(notAllowed)}>
                  {i18n.t('welcome.allowThese')}
                </button>
              )}
              <a class="link" href="/options.html#sites">
                {i18n.t('welcome.allSites')}
              </a>
            </div>
          </Step>
          <Step number={3} title={i18n.t('welcome.keysTitle')}>
            {saveKey === undefined && <p>{i18n.t('welcome.noSaveKey')}</p>}
            <dl class="welcome-keys">
              {saveKey !== undefined && (
                <div>
                  <dt>
                    <Keys of={saveKey} />
                  </dt>
                  <dd>{i18n.t('welcome.saveKey')}</dd>
                </div>
              )}
              {keyword !== undefined && (
                <div>
                  <dt>
                    <kbd>{keyword}</kbd> <kbd>{i18n.t('welcome.space')}</kbd>
                  </dt>
                  <dd>{i18n.t('welcome.findKey')}</dd>
                </div>
              )}
            </dl>
          </Step>
        </ol>
        <a class="link" href="https://huggingface.co/papers" target="_blank" rel="noreferrer">
          {i18n.t('welcome.today')}
        </a>
      </div>
    </Page>
  )
}

function chosen(switches: readonly SiteSwitch[], ids: readonly string[]): SiteSwitch[] {
  return ids.flatMap((id) => switches.find(({ site }) => site.id === id) ?? [])
}

function Step(props: { number: number; title: string; children: ComponentChildren }) {
  const { number, title, children } = props
  return (
    <li class="page-panel welcome-step">
      <h2>
        <span class="welcome-number" aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      {children}
    </li>
  )
}

/** On a Mac the keys of a shortcut are signs without anything between them. */
function Keys({ of }: { of: string }) {
  return (
    <>
      {of.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </>
  )
}
