import { browser } from 'wxt/browser'
import { call, read } from '../dom/page-nodes'
import { onUser } from './user-events'

/**
 * Calls back when the user presses one of these keys alone and is not writing. What the page deals with itself
 * is left to it, and so is a key for which there is nothing to do.
 *
 * @param actions say whether there was something to do
 */
export function listenForKeys(
  actions: Readonly<Record<string, () => boolean>>,
  signal: AbortSignal,
): void {
  onUser(
    document,
    'keydown',
    (event) => {
      const { key, defaultPrevented, repeat } = event
      const hasModifier = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
      if (defaultPrevented || repeat || hasModifier || !Object.hasOwn(actions, key)) return
      // The innermost that can be seen from here: the event's target is the host of a whole tree.
      const [target] = event.composedPath()
      if (!(target instanceof Element) || mayWrite(target)) return
      if (actions[key]?.()) event.preventDefault()
    },
    { signal },
  )
}

const forWriting =
  'input, textarea, select, iframe, [role="textbox"], [role="searchbox"], [role="combobox"], [role="application"]'

/** Whether the user may be writing there. What is in a closed root, or drawn by a class of the page's, nobody knows. */
function mayWrite(element: Element): boolean {
  return (
    call(element, 'matches', forWriting) ||
    read(element, 'localName').includes('-') ||
    read(element as HTMLElement, 'isContentEditable') === true ||
    read(element as EditedElement, 'editContext') != null ||
    rootOf(element) !== null
  )
}

/** Chrome 121: an element that takes what is typed without being a field. It is not among the types. */
interface EditedElement extends HTMLElement {
  readonly editContext?: unknown
}

/** The shadow root of an element, open or closed. */
function rootOf(element: Element): unknown {
  if (read(element, 'shadowRoot') !== null) return true
  const { dom } = browser as unknown as { readonly dom?: DomApi }
  return element instanceof HTMLElement ? (dom?.openOrClosedShadowRoot(element) ?? null) : null
}

/** Chrome 88, Firefox 63. It is not among the types. */
interface DomApi {
  openOrClosedShadowRoot(element: HTMLElement): unknown
}
