import { doiPaperId } from '../papers/paper-id'
import { inLowerCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** The id of an item is not in its DOI: `/engage/chemrxiv/article-details/{id}`. */
const item = /\/chemrxiv\/article-details\/([\da-f]+)(?:\/.*)?$/i

export const chemRxiv: Site = {
  id: 'chemrxiv',
  hosts: ['chemrxiv.org', 'www.chemrxiv.org'],
  identify(url) {
    const path = pathOf(url)
    const doi = /\/(10\.26434\/[^/]+?)(?:\.pdf)?\/?$/i.exec(path)?.[1]
    return doi === undefined ? paperIdIn(path, 'chemrxiv', item, inLowerCase) : doiPaperId(doi)
  },
}
