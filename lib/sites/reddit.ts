import { noPaper, type Site } from './site'

const hosts = ['www.reddit.com', 'old.reddit.com', 'new.reddit.com']

/** Posts and comments, as elements of their own, and as the old design has them (known as of 2025, not captured). */
export const reddit: Site = {
  id: 'reddit',
  hosts,
  identify: noPaper,
  layout: {
    within: 'shreddit-post, [slot="comment"], .entry p.title, .md',
    block: 'shreddit-post, [slot="comment"], .entry',
    addressOf,
  },
}

/** The title of a post leads to its discussion; what the post itself links to is an attribute of it. */
function addressOf(link: Element): string | undefined {
  const post = link.getAttribute('slot') === 'title' ? link.closest('shreddit-post') : null
  return post?.getAttribute('content-href') ?? link.getAttribute('href') ?? undefined
}
