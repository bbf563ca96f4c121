import { render } from 'preact'
import { browser } from 'wxt/browser'
import { OptionsPage } from '../../components/options/options-page'
import { BrokenPage } from '../../components/page/broken-page'
import { Surface } from '../../components/page/surface'
import { openDatabase } from '../../lib/db/database'
import { readLook } from '../../lib/hooks/settings/use-look'
import { readSiteFacts } from '../../lib/hooks/settings/use-sites'
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
// Read before anything is drawn: no switch is seen to move. Why it failed is told by the page's own queries.
const [first, firstLook] = await Promise.all([
  readSiteFacts(db).catch(() => undefined),
  readLook(db).catch(() => undefined),
])
const root = document.getElementById('root')
if (root) {
  const given = { offered: offeredSites, first, firstLook, sources: sourceIds }
  render(
    <Surface Broken={BrokenPage} db={db}>
      <OptionsPage {...given} />
    </Surface>,
    root,
  )
}
// What an address points to was not there yet when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView()
