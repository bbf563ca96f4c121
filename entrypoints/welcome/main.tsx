import { render } from 'preact'
import { browser } from 'wxt/browser'
import { BrokenPage } from '../../components/page/broken-page'
import { Surface } from '../../components/page/surface'
import { WelcomePage } from '../../components/welcome/welcome-page'
import { openDatabase } from '../../lib/db/database'
import { readSiteFacts } from '../../lib/hooks/settings/use-sites'
import { i18n, language } from '../../lib/i18n'
import { offeredSites } from '../../lib/sites/offered'
import '../../components/tokens.css'
import '../../components/base.css'

/** Where most people meet papers, by the ids of their accesses. */
const wanted: readonly string[] = [
  'openreview',
  'acl-anthology',
  'google-scholar',
  'semantic-scholar',
  'github',
  'hacker-news',
  'reddit',
  'wikipedia',
]

document.documentElement.lang = language()
document.title = i18n.t('welcome.title')

const db = openDatabase()
// Read before anything is drawn: no switch is seen to move. The page's own queries show why a read failed.
const [first, commands] = await Promise.all([
  readSiteFacts(db).catch(() => undefined),
  browser.commands.getAll().catch(() => []),
])
const saveKey = commands.find(({ name }) => name === 'save-paper')?.shortcut
const root = document.getElementById('root')
if (root) {
  render(
    <Surface Broken={BrokenPage} db={db}>
      <WelcomePage
        offered={offeredSites}
        wanted={wanted}
        first={first}
        isFirefox={import.meta.env.FIREFOX}
        saveKey={saveKey === '' ? undefined : saveKey}
        keyword={browser.runtime.getManifest().omnibox?.keyword}
      />
    </Surface>,
    root,
  )
}
