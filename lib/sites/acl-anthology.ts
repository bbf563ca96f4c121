import { aclPaperId } from '../papers/paper-id'
import { pathOf } from './address'
import type { Site } from './site'

/** The forms of a paper, and the corrected versions of its PDF: `P18-1001v2.pdf`. */
const form = /(?:v\d+)?\.(?:pdf|bib|xml|endf)$/i

export const aclAnthology: Site = {
  id: 'acl-anthology',
  matches: [],
  hosts: ['aclanthology.org', 'www.aclanthology.org', 'aclweb.org', 'www.aclweb.org'],
  identify(url) {
    const segments = pathOf(url).split('/').filter(Boolean)
    // The association's own site, where the anthology was one of the folders.
    if (url.host.endsWith('aclweb.org') && segments[0]?.toLowerCase() !== 'anthology')
      return undefined
    return aclPaperId((segments.at(-1) ?? '').replace(form, ''))
  },
}
