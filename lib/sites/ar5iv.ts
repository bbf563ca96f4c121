import { arxivPaperId } from '../papers/paper-id'
import { pathOf, textAfter } from './address'
import { headingOfLatexml, readLatexml, referencesOfLatexml } from './latexml'
import type { Site } from './site'

const hosts = ['ar5iv.labs.arxiv.org', 'ar5iv.org', 'www.ar5iv.org']

export const ar5iv: Site = {
  id: 'ar5iv',
  hosts,
  identify,
  findTitle: headingOfLatexml,
  findMentions: referencesOfLatexml,
  readPaper(document, url) {
    const id = identify(url)
    return id === undefined ? undefined : readLatexml(document, id)
  },
}

function identify(url: URL) {
  return arxivPaperId(textAfter(pathOf(url), ['/html/', '/abs/', '/pdf/']) ?? '')
}
