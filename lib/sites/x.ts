import { call, read } from '../dom/page-nodes'
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
  const dots = read(link, 'lastElementChild')
  const rest = dots && read(dots, 'previousElementSibling')
  if (dots === null || rest === null) return undefined
  const isWhole =
    read(dots, 'textContent')?.trim() === '…' &&
    read(dots, 'nextSibling') === null &&
    call(rest, 'getAttribute', 'aria-hidden') === 'true' &&
    read(dots, 'previousSibling') === rest &&
    rest !== read(link, 'firstChild')
  return isWhole ? text.slice(0, -1) : undefined
}
