import { noPaper, type Site } from './site'

/** Stories, their own text, and comments (seen April 2026). */
export const hackerNews: Site = {
  id: 'hacker-news',
  hosts: ['news.ycombinator.com'],
  identify: noPaper,
  layout: {
    within: '.titleline, .toptext, .commtext',
    block: '.titleline, .toptext, .commtext',
  },
}
