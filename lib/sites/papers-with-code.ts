import { inLowerCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

export const papersWithCode: Site = {
  id: 'papers-with-code',
  hosts: ['paperswithcode.com', 'www.paperswithcode.com', 'cs.paperswithcode.com'],
  screen: {
    title: '.paper-title h1',
    authors: '.author-span a',
    sameWork: 'a.badge[href*="arxiv.org/"]',
  },
  identify: (url) => paperIdIn(pathOf(url), 'pwc', /^\/paper\/([^/]+)(?:\/.*)?$/i, inLowerCase),
  // Cards, and the tables of results; a paper's own links are outside of them (known as of 2025, not captured).
  layout: { within: '.paper-card, table', row: '.paper-card', title: 'h1 a' },
}
