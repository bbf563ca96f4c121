import { render } from 'preact'
import { browser } from 'wxt/browser'
import { OptionsPage } from '../../components/options/options-page'
import { openDatabase } from '../../lib/db/database'
import { readLook } from '../../lib/hooks/settings/use-look'
import { readSiteFacts } from '../../lib/hooks/settings/use-sites'
import { i18n } from '../../lib/i18n'
import { hfDailyId } from '../../lib/papers/source'
import { offeredSites } from '../../lib/sites/offered'
import { paperSourceIds } from '../../lib/sources/paper-source-ids'
import '../../components/tokens.css'
import '../../components/base.css'

document.documentElement.lang = browser.i18n.getUILanguage()
document.title = i18n.t('options.title')

const sourceIds = [hfDailyId, ...paperSourceIds]
const db = openDatabase()
// Read before anything is drawn: no switch is seen to move. Why it failed is told by the page's own queries.
const [first, firstLook] = await Promise.all([
  readSiteFacts(db).catch(() => undefined),
  readLook(db).catch(() => undefined),
])
const root = document.getElementById('root')
if (root) {
  const given = { db, offered: offeredSites, first, firstLook, sources: sourceIds }
  render(<OptionsPage {...given} />, root)
}
// What an address points to was not there yet when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView()
