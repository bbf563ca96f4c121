import { noPaper, type Site } from './site'

/** Stories, their own text, and comments; beside them are links to archives (seen June 2026). */
export const lobsters: Site = {
  id: 'lobsters',
  hosts: ['lobste.rs'],
  identify: noPaper,
  layout: {
    within: '.link, .story_text, .comment_text',
    block: '.link, .story_text, .comment_text',
  },
}
