import { render } from 'preact'
import { OptionsPage } from '../../components/options/options-page'
import { BrokenPage } from '../../components/page/broken-page'
import { keepInView } from '../../components/page/keep-in-view'
import { Surface } from '../../components/page/surface'
import { openDatabase } from '../../lib/db/database'
import { readLook } from '../../lib/hooks/settings/use-look'
import { readSiteFacts } from '../../lib/hooks/settings/use-sites'
import { readSources } from '../../lib/hooks/settings/use-sources'
import { i18n, language } from '../../lib/i18n'
import { hfDailyId } from '../../lib/papers/source'
import { offeredSites } from '../../lib/sites/offered'
import { paperSourceIds } from '../../lib/sources/paper-source-ids'
import '../../components/tokens.css'
import '../../components/base.css'

document.documentElement.lang = language()
document.title = i18n.t('options.title')

const sourceIds = [hfDailyId, ...paperSourceIds]
const db = openDatabase()
// Read before anything is drawn: nothing is seen to move. The page's own queries show why a read failed.
const [firstSources, first, firstLook] = await Promise.all([
  readSources(db).catch(() => undefined),
  readSiteFacts(db).catch(() => undefined),
  readLook(db).catch(() => undefined),
])
const root = document.getElementById('root')
if (root) {
  const given = { offered: offeredSites, first, firstSources, firstLook, sources: sourceIds }
  render(
    <Surface Broken={BrokenPage} db={db}>
      <OptionsPage {...given} />
    </Surface>,
    root,
  )
}
// The browser looked for the address's target before it was rendered.
const wanted = document.getElementById(location.hash.slice(1))
if (wanted) keepInView(wanted)
