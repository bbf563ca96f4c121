import { render } from 'preact'
import { browser } from 'wxt/browser'
import { OptionsPage } from '../../components/options-page'
import { openDatabase } from '../../lib/db/database'
import { readSiteFacts } from '../../lib/hooks/use-sites'
import { i18n } from '../../lib/i18n'
import { offeredSites } from '../../lib/sites/offered'
import { sources } from '../../lib/sources'
import { paperSources } from '../../lib/sources/paper-sources'
import '../../components/tokens.css'
import '../../components/base.css'

document.documentElement.lang = browser.i18n.getUILanguage()
document.title = i18n.t('options.title')

const sourceIds = [...sources, ...paperSources].map(({ id }) => id)
const db = openDatabase()
// Read before anything is drawn: no switch is seen to move. Why it failed is told by the page's own queries.
const first = await readSiteFacts(db).catch(() => undefined)
const root = document.getElementById('root')
if (root)
  render(<OptionsPage db={db} offered={offeredSites} first={first} sources={sourceIds} />, root)
// What an address points to was not there yet when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView()
