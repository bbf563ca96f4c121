import { openReviewPaperId } from '../papers/paper-id'
import type { Site } from './site'

export const openReview: Site = {
  id: 'openreview',
  hosts: ['openreview.net', 'www.openreview.net'],
  // The PDF of an older paper can be arXiv's, and imported records link the page of their journal.
  screen: { title: '.forum-title h2', sameWork: '.forum-title a' },
  identify(url) {
    // The discussion of a paper and its files; a `noteId` beside the id points into the discussion. The id in
    // `/references/pdf` has the id of a version, which does not say which paper it is of.
    if (!/^\/(?:forum|pdf|attachment|revisions)\/?$/i.test(url.pathname)) return undefined
    return openReviewPaperId(url.searchParams.get('id') ?? '')
  },
  // In lists, the heading has all names of a paper: the page, the file, the address elsewhere. The replies of a
  // forum cite others; the versions of its paper are in a menu (seen June 2026).
  layout: { within: '.note', row: 'li > .note > h4, li.note > h4', title: 'a' },
}
