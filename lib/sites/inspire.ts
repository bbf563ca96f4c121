import { arxivPaperId } from '../papers/paper-id'
import { paperIdIn, pathOf, textAfter } from './address'
import type { Site } from './site'

const record = /^\/(?:api\/)?(?:literature|record)\/(\d+)\/?$/i

export const inspire: Site = {
  id: 'inspire',
  hosts: ['inspirehep.net', 'www.inspirehep.net'],
  identify(url) {
    const path = pathOf(url)
    return (
      arxivPaperId(textAfter(path, ['/api/arxiv/']) ?? '') ?? paperIdIn(path, 'inspire', record)
    )
  },
}
