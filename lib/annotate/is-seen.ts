import { call, read } from '../dom/page-nodes'

/** Less than this of an element is not seen. */
const leastOpacity = 0.2
/** In pixels: what is smaller is not read. */
const leastSize = 6

/**
 * Whether a person can see an element. It asks for styles only, so that it is cheap: what lies under something else, or
 * has the colour of its ground, counts as seen.
 *
 * @param size of the part that is not cut off, in pixels
 */
export function isSeen(
  element: Element,
  { width, height }: Pick<DOMRect, 'width' | 'height'>,
): boolean {
  if (width < leastSize || height < leastSize) return false
  if (!call(element, 'checkVisibility', { visibilityProperty: true })) return false
  let opacity = 1
  for (let part: Element | null = element; part !== null; part = read(part, 'parentElement')) {
    opacity *= Number(getComputedStyle(part).opacity)
  }
  return opacity >= leastOpacity
}
