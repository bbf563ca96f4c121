import { firstAddress, firstList } from './begin-reading'

// The imports below are evaluated while the list is being read.

import { render } from 'preact'
import { lazily } from '../../components/controls/lazily'
import { Surface } from '../../components/page/surface'
import { Popup } from '../../components/popup/popup'
import { type DogearDatabase, openDatabase, readTogether } from '../../lib/db/database'
import { i18n, language } from '../../lib/i18n'
import { currentDay } from '../../lib/papers/day'
import type { PaperId } from '../../lib/papers/paper-id'
import { type DailyList, readDailyList } from '../../lib/queries/daily-list'
import { type FirstTab, readFirstTab } from '../../lib/queries/this-page'
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
  // Read before anything is drawn: the first frame has the list, and in the popup the paper of the tab above it.
  const [first, tab] = await Promise.all([
    firstList.then((list) => list ?? readList(db)),
    place === 'popup' ? readTab(db) : undefined,
  ])
  document.documentElement.lang = language()
  const isTagging = new URLSearchParams(location.search).get('edit') === 'tags'
  const given = { place, first, tab, identify, findSite, isTagging }
  render(
    <Surface db={db} Broken={Broken}>
      <Popup {...given} />
    </Surface>,
    root,
  )
}

/** The first frame does without its code. Where that can't be loaded either, there still is the button. */
function Broken({ error }: { error: unknown }) {
  const button = (
    <button type="button" class="primary" onClick={() => location.reload()}>
      {i18n.t('broken.reload')}
    </button>
  )
  return <BrokenPage error={error} placeholder={button} />
}

const BrokenPage = lazily(
  async () => (await import('../../components/page/broken-page')).BrokenPage,
)

/** The popup's own query shows why it can't be read. */
function readList(db: DogearDatabase): Promise<DailyList | undefined> {
  const now = Date.now()
  const read = () => readDailyList(db, undefined, currentDay(now), now)
  return readTogether(db, read).catch(() => undefined)
}

async function readTab(db: DogearDatabase): Promise<FirstTab | undefined> {
  return readFirstTab(db, await firstAddress, identify).catch(() => undefined)
}

/** The code that recognises addresses is loaded only where the tab has one. */
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
