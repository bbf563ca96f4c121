import { openReviewPaperId } from '../papers/paper-id'
import type { Site } from './site'

export const openReview: Site = {
  id: 'openreview',
  matches: [],
  hosts: ['openreview.net', 'www.openreview.net'],
  identify(url) {
    // The discussion of a paper and its files; a `noteId` beside the id points into the discussion. The id in
    // `/references/pdf` is a version's, from which the paper can't be told.
    if (!/^\/(?:forum|pdf|attachment|revisions)\/?$/i.test(url.pathname)) return undefined
    return openReviewPaperId(url.searchParams.get('id') ?? '')
  },
}
