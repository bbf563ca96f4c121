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
  hosts: ['ojs.aaai.org', 'aaai.org', 'www.aaai.org'],
  // Open Journal Systems 3.2; the older system has tags and no such lists.
  layout: { row: '.obj_article_summary', title: '.title' },
  identify(url) {
    const pattern = url.host === 'ojs.aaai.org' ? article : conferencePaper
    return paperIdIn(pathOf(url), 'aaai', pattern, inUpperCase)
  },
}
