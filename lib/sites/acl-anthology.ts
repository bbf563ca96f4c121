import { aclPaperId } from '../papers/paper-id'
import { pathOf } from './address'
import type { Site } from './site'

/** The folders of the association's own site that hold the anthology. */
const folders = new Set(['anthology', 'anthology-new', 'old_anthology'])
/** An id, and behind it the forms of a paper and its corrected versions: `P18-1001v2.pdf`, `P18-1001.Notes.pdf`. */
const file = /^([a-z]\d\d-\d{4}|\d{4}\.[a-z\d]+-[a-z\d]+\.\d+)(?:[ve]\d+)?(?:\.[a-z].*)?$/i

export const aclAnthology: Site = {
  id: 'acl-anthology',
  hosts: [
    'aclanthology.org',
    'www.aclanthology.org',
    'aclanthology.info',
    'www.aclanthology.info',
    'aclweb.org',
    'www.aclweb.org',
  ],
  identify(url) {
    const segments = pathOf(url).split('/').filter(Boolean)
    if (url.host.endsWith('aclweb.org') && !folders.has(segments[0]?.toLowerCase() ?? ''))
      return undefined
    return aclPaperId(file.exec(segments.at(-1) ?? '')?.[1] ?? '')
  },
  // In front of the title are links to files, to BibTeX and to the abstract (seen June 2026).
  layout: { within: '.d-sm-flex', row: '.d-sm-flex', title: 'strong a' },
}
