import { render } from 'preact'
import { browser } from 'wxt/browser'
import { Popup } from '../../components/popup'
import { openDatabase } from '../../lib/db/database'
import { readDailyList } from '../../lib/hooks/use-daily-list'
import { readFirstTab } from '../../lib/hooks/use-this-page'
import { currentDay } from '../../lib/papers/day'
import type { PaperId } from '../../lib/papers/paper-id'
import type { OfferedSite } from '../../lib/settings/site-switches'
import '../../components/tokens.css'
import '../../components/base.css'

void showPopup()

/** Draws the popup into the page: as the popup that it is, or as a side panel, which stays open. */
async function showPopup(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) return
  const place: 'popup' | 'panel' = root.dataset.place === 'panel' ? 'panel' : 'popup'
  const db = openDatabase()
  const now = Date.now()
  // Read before anything is drawn: the first frame has the list, and in the popup the paper of the tab above it.
  // Why it failed is told by the popup's own query.
  const [first, tab] = await Promise.all([
    readDailyList(db, undefined, currentDay(now), now).catch(() => undefined),
    place === 'popup' ? readFirstTab(db, identify).catch(() => undefined) : undefined,
  ])
  document.documentElement.lang = browser.i18n.getUILanguage()
  const isTagging = new URLSearchParams(location.search).get('edit') === 'tags'
  const given = { place, db, first, tab, identify, findSite, isTagging }
  render(<Popup {...given} />, root)
}

/** What recognises an address is loaded only where the tab has one. */
async function identify(address: string): Promise<PaperId | undefined> {
  const sites = await import('../../lib/sites')
  return sites.identify(address)
}

async function findSite(address: string): Promise<OfferedSite | undefined> {
  const [{ siteAt }, { offeredSites }] = await Promise.all([
    import('../../lib/settings/site-switches'),
    import('../../lib/sites/offered'),
  ])
  return siteAt(offeredSites, address)
}
