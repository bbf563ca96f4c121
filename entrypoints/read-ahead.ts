import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readAhead } from '../lib/hooks/read-ahead'

export default defineUnlistedScript(readAhead)
