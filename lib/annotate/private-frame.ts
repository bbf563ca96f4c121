import annotations from './annotations.css?inline'
import { element } from './element'

/**
 * A document of its own inside an element of ours, for what the user has written and is typing. No event leaves it, so
 * that the page hears no key, and a search of the page's (`find`) does not look into it; a frame in a closed root is
 * not among the page's `frames` either (docs/decisions/0028).
 *
 * @param label for screen readers
 * @param content what is in it, with its language. It stays what it is when the page moves the frame, which empties it.
 * @param onReady the content can have the focus
 */
export function privateFrame(
  label: string,
  content: HTMLElement,
  onReady: () => void,
): HTMLIFrameElement {
  const frame = element('iframe', 'fields')
  frame.title = label
  const sizes = new ResizeObserver(() => {
    frame.style.height = `${content.offsetHeight}px`
  })
  sizes.observe(content)
  // Chromium is ready as soon as the frame is in the page, Firefox a little later.
  frame.addEventListener('load', () => {
    const inside = frame.contentDocument
    if (inside === null) return
    inside.documentElement.lang = content.lang
    // A frame of another scheme than what is around it would not be transparent.
    inside.documentElement.style.colorScheme = getComputedStyle(frame).colorScheme
    inside.head.append(element('style', '', annotations))
    inside.body.replaceChildren(content)
    onReady()
  })
  return frame
}
