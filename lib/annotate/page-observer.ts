import { Allowance } from '../messaging/allowance'

/**
 * Calls back now, and once after each burst of changes of the page: added and removed nodes, links that
 * point elsewhere now, a new address, a page that comes back from the back-forward cache. A page that never stops
 * changing is looked at twice a second.
 *
 * The whole page is looked at again each time. One that looks at added nodes only misses rows that are
 * re-used for another paper.
 */
export function observePage(callback: () => void, signal: AbortSignal): void {
  let isAsked = false
  const looks = new Allowance(20, 120)
  const observer = new MutationObserver(look)

  function look(): void {
    if (isAsked || signal.aborted) return
    isAsked = true
    const wait = looks.take()
    if (wait === 0) lookSoon()
    else setTimeout(lookAfterAll, wait)
  }

  function lookAfterAll(): void {
    isAsked = false
    look()
  }

  function lookSoon(): void {
    requestIdleCallback(
      () => {
        isAsked = false
        if (signal.aborted) return
        callback()
        // What the callback itself changed is no reason to look again.
        observer.takeRecords()
      },
      { timeout: 200 },
    )
  }

  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['href', 'content'],
  })
  signal.addEventListener('abort', () => observer.disconnect())
  addEventListener('popstate', look, { signal })
  addEventListener('pageshow', look, { signal })
  look()
}
