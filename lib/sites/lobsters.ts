import { noPaper, type Site } from './site'

/** Stories, their own text, and comments; beside them are links to archives (known as of 2025, not captured). */
export const lobsters: Site = {
  id: 'lobsters',
  hosts: ['lobste.rs'],
  identify: noPaper,
  layout: {
    within: '.link, .story_text, .comment_text',
    block: '.link, .story_text, .comment_text',
  },
}
