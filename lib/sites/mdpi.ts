import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** The journal's ISSN, volume, issue and number. The DOI can't be made of them without a table of all journals. */
const article = /^\/(\d{4}-\d{3}[\dx])\/(\w+)\/([\w-]+)\/(\d+)(?:\/.*)?$/i

export const mdpi: Site = {
  id: 'mdpi',
  hosts: ['www.mdpi.com', 'mdpi.com'],
  identify: (url) => paperIdIn(pathOf(url), 'mdpi', article, inOwnCase),
}

/** An ISSN can end in an X. */
function inOwnCase(name: string): string {
  return name.toLowerCase().replace(/^(.{8})x/, '$1X')
}
