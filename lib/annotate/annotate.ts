import { listenForBroadcasts } from '../messaging/listen'
import type { Site } from '../sites/site'
import { PageAnnotations } from './page-annotations'
import { listenForKeys } from './page-keys'
import { observePage } from './page-observer'

/** A symbol, because an element of the page answers for any other name by its id. */
const here = Symbol.for('dogear')

/** How long the title of a paper may be in coming, in milliseconds. */
const titlePatience = 5_000

/**
 * Annotates a page for as long as it is open: the bar under the title of the paper that it is about, a mark
 * behind each mention of a paper of which something is known.
 */
export function annotate(site: Site): void {
  // The worker puts the script into pages that were open before, which may be loading it already.
  if (Reflect.has(globalThis, here)) return
  Reflect.set(globalThis, here, true)
  const stop = new AbortController()
  const annotations = new PageAnnotations(site, () => stop.abort())
  observePage(() => {
    annotations.reconcile().catch(() => annotations.tell('failed'))
  }, stop.signal)
  // By then a page that makes its title by itself has one.
  const timer = setTimeout(() => annotations.missTitle(), titlePatience)
  listenForBroadcasts((broadcast) => annotations.hear(broadcast), stop.signal)
  matchMedia('(prefers-color-scheme: dark)').addEventListener(
    'change',
    () => void annotations.readGround(),
    stop,
  )
  listenForKeys({ s: () => annotations.save(), t: () => annotations.editTags() }, stop.signal)
  stop.signal.addEventListener('abort', () => {
    clearTimeout(timer)
    annotations.remove()
    Reflect.deleteProperty(globalThis, here)
  })
}
