import { openReviewPaperId } from '../papers/paper-id'
import type { Site } from './site'

export const openReview: Site = {
  id: 'openreview',
  matches: [],
  hosts: ['openreview.net', 'www.openreview.net'],
  identify(url) {
    // The discussion of a paper and its PDF; a `noteId` beside the id points into the discussion.
    if (!/^\/(?:forum|pdf)\/?$/i.test(url.pathname)) return undefined
    return openReviewPaperId(url.searchParams.get('id') ?? '')
  },
}
