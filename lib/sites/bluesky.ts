import { noPaper, type Site } from './site'

const post = '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]'

/** Posts with their links and cards (known as of 2025, not captured). */
export const bluesky: Site = {
  id: 'bluesky',
  hosts: ['bsky.app'],
  identify: noPaper,
  layout: { within: post, block: post, addressOf },
}

/** `https://go.bsky.app/redirect?u=https%3A%2F%2F…` on the way out. */
function addressOf(link: Element): string | undefined {
  const address = link.getAttribute('href') ?? ''
  const [, target] = /^https:\/\/go\.bsky\.app\/redirect\?u=([^&]+)/.exec(address) ?? []
  try {
    return target === undefined ? address : decodeURIComponent(target)
  } catch {
    return undefined
  }
}
