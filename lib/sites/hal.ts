import { inLowerCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** The kind of document, a number and a version: `/hal-01234567v2/document`. */
const document = /^\/([a-z][a-z\d]*-\d{8})(?:v\d+)?(?:\/.*)?$/i

export const hal: Site = {
  id: 'hal',
  hosts: ['hal.science', 'hal.inria.fr'],
  identify: (url) => paperIdIn(pathOf(url), 'hal', document, inLowerCase),
}

/** The domains below which each institution has a host of its own. */
export const halDomains = ['hal.science', 'archives-ouvertes.fr']
