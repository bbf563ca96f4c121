import { render } from 'preact'
import { browser } from 'wxt/browser'
import { OptionsPage } from '../../components/options/options-page'
import { keepInView } from '../../components/page/keep-in-view'
import { openDatabase } from '../../lib/db/database'
import { readLook } from '../../lib/hooks/settings/use-look'
import { readSiteFacts } from '../../lib/hooks/settings/use-sites'
import { readSources } from '../../lib/hooks/settings/use-sources'
import { i18n } from '../../lib/i18n'
import { hfDailyId } from '../../lib/papers/source'
import { offeredSites } from '../../lib/sites/offered'
import { paperSources } from '../../lib/sources/paper-sources'
import '../../components/tokens.css'
import '../../components/base.css'

document.documentElement.lang = browser.i18n.getUILanguage()
document.title = i18n.t('options.title')

const sourceIds = [hfDailyId, ...paperSources.map(({ id }) => id)]
const db = openDatabase()
// Read before anything is drawn: nothing is seen to move. Why it failed is told by the page's own queries.
const [firstSources, first, firstLook] = await Promise.all([
  readSources(db).catch(() => undefined),
  readSiteFacts(db).catch(() => undefined),
  readLook(db).catch(() => undefined),
])
const root = document.getElementById('root')
if (root) {
  const given = { db, offered: offeredSites, first, firstSources, firstLook, sources: sourceIds }
  render(<OptionsPage {...given} />, root)
}
// What an address points to was not there yet when the browser looked for it.
const wanted = document.getElementById(location.hash.slice(1))
if (wanted) keepInView(wanted)
