import { render } from 'preact'
import { DigestPage } from '../../components/digest/digest-page'
import { BrokenPage } from '../../components/page/broken-page'
import { Surface } from '../../components/page/surface'
import { openDatabase } from '../../lib/db/database'
import { i18n, language } from '../../lib/i18n'
import { isDay } from '../../lib/papers/day'
import '../../components/tokens.css'
import '../../components/base.css'

document.documentElement.lang = language()
document.title = i18n.t('digest.title')

const day = new URLSearchParams(location.search).get('day') ?? ''
const root = document.getElementById('root')
if (root) {
  render(
    <Surface Broken={BrokenPage} db={openDatabase()}>
      <DigestPage day={isDay(day) ? day : undefined} />
    </Surface>,
    root,
  )
}
