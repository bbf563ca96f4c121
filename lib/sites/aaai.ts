import { inUpperCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/index.php/AAAI/article/view/12345`, and the file's number behind it. */
const article =
  /^\/(?:index\.php\/)?([\w-]+)\/article\/(?:view|viewfile|download)\/(\d+)(?:\/.*)?$/i
/** The older system: `/ocs/index.php/AAAI/AAAI18/paper/view/12345`. */
const conferencePaper =
  /^\/ocs\/index\.php\/([\w-]+)\/([\w-]+)\/(?:paper|schedConf)\/\w+\/(\d+)(?:\/.*)?$/i

export const aaai: Site = {
  id: 'aaai',
  matches: [],
  hosts: ['ojs.aaai.org', 'aaai.org', 'www.aaai.org'],
  identify(url) {
    const pattern = url.host === 'ojs.aaai.org' ? article : conferencePaper
    return paperIdIn(pathOf(url), 'aaai', pattern, inUpperCase)
  },
}
