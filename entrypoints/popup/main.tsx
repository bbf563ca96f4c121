import { render } from 'preact'
import { browser } from 'wxt/browser'
import { Popup } from '../../components/popup'
import { openDatabase } from '../../lib/db/database'
import { hfDailyId } from '../../lib/sources/hosts'
import '../../components/tokens.css'
import '../../components/base.css'

document.documentElement.lang = browser.i18n.getUILanguage()
const root = document.getElementById('root')
if (root) render(<Popup db={openDatabase()} source={hfDailyId} />, root)
