import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/sol3/papers.cfm?abstract_id=12345`, `/sol3/Delivery.cfm?abstractid=12345`, `/abstract=12345`. */
const abstract =
  /(?:^\/sol3\/(?:papers|delivery)\.cfm(?:\/[^?]*)?\?(?:.*&)?abstract_?id|^\/abstract)=(\d+)(?:&.*)?$/i

export const ssrn: Site = {
  id: 'ssrn',
  hosts: ['papers.ssrn.com', 'ssrn.com', 'www.ssrn.com'],
  identify: (url) => paperIdIn(pathOf(url) + url.search, 'ssrn', abstract),
}
