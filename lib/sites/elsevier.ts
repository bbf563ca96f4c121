import { inUpperCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** The publisher's item identifier: `/science/article/abs/pii/S0022460X72904348`. */
const item = /\/pii\/([\dSX]+)(?:\/.*)?$/i
/** The same written with its signs, as the journals' own sites do: `S0022-460X(72)90434-8`. */
const writtenItem = /\/(?:PII)?(S?\d{4}-?\d{3}[\dX]\(?\d\d\)?\d{5}-?[\dX])(?:\/.*|\.pdf)?$/i

export const elsevier: Site = {
  id: 'elsevier',
  hosts: [
    'www.sciencedirect.com',
    'sciencedirect.com',
    'linkinghub.elsevier.com',
    'reader.elsevier.com',
    'www.cell.com',
    'www.thelancet.com',
  ],
  identify(url) {
    const path = pathOf(url)
    return (
      paperIdIn(path, 'pii', item, inUpperCase) ??
      paperIdIn(path, 'pii', writtenItem, (name) => name.replace(/[-()]/g, '').toUpperCase())
    )
  },
}
