import { noPaper, type Site } from './site'

const hosts = ['x.com', 'twitter.com', 'mobile.twitter.com', 'mobile.x.com']
const post = 'article'

/** The text of posts (known as of 2025, not captured). */
export const x: Site = {
  id: 'x',
  hosts,
  identify: noPaper,
  layout: { within: '[data-testid="tweetText"]', block: post, addressOf },
}

/**
 * Every link leads to `https://t.co/…`; its text is the address: `https://` in a part that is not shown, what is
 * shown, and where that is cut the rest in a part that is not shown and the dots in another. Of an address that
 * is cut otherwise the end is missing, and with it perhaps a digit of an id.
 */
function addressOf(link: Element): string | undefined {
  const text = link.textContent?.trim() ?? ''
  const address = text.endsWith('…') ? withoutDots(link, text) : text
  if (address === undefined || /\s|…/.test(address)) return undefined
  return /^https?:\/\//i.test(address) ? address : `https://${address}`
}

function withoutDots(link: Element, text: string): string | undefined {
  const dots = link.lastElementChild
  const rest = dots?.previousElementSibling
  const isWhole =
    dots?.textContent?.trim() === '…' &&
    dots.nextSibling === null &&
    rest?.getAttribute('aria-hidden') === 'true' &&
    dots.previousSibling === rest &&
    rest !== link.firstChild
  return isWhole ? text.slice(0, -1) : undefined
}
