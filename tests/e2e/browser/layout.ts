import { fonts } from './fonts'

/** Runs a function that stands alone in a page, as `Page.evaluate` and `ToolbarPopup.run` do. */
type Run = (
  what: (given: string) => Promise<readonly string[]>,
  given: string,
) => Promise<readonly string[]>

/**
 * What is wrong with how a page is laid out, in each of the fonts that `system-ui` may be.
 *
 * @param run of the page, at the size that it has now
 * @param picture takes a picture in each font
 * @returns each as `font: what: text`
 */
export async function layoutProblems(
  run: Run,
  picture?: (font: string) => Promise<unknown>,
): Promise<string[]> {
  const found: string[] = []
  for (const [name, font] of Object.entries(fonts)) {
    const problems = await run(problemsIn, font)
    found.push(...problems.map((one) => `${name}: ${one}`))
    await picture?.(name)
  }
  await run(problemsIn, '')
  return found
}

/** A script that has a page use a font as the system's from its first frame on. */
export const inFont = (font: string) => `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(':root { --sans: "${font}" }')
  document.adoptedStyleSheets = [sheet]
}`

/**
 * Shows the page in a font and looks for text that is cut through, lies on other text or on a control, or has a line
 * more than it should. Stands alone.
 *
 * @param font empty for the font of the system
 */
async function problemsIn(font: string): Promise<readonly string[]> {
  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  interface Line extends Box {
    readonly text: string
    readonly node: Node
    readonly element: Element
  }
  const root = document.documentElement
  if (font === '') root.style.removeProperty('--sans')
  else root.style.setProperty('--sans', `"${font}"`)
  // A row that comes near the screen is laid out in the frame after.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)

  const problems = new Set<string>()
  const notSeen = '.only-spoken, math, select, option, svg, input, textarea'
  /** Nothing of these may be left out by dots. */
  const whole = '.list-header, .key-hints, nav, button:not(.paper-title)'
  /** Each text of these stands on one line. */
  const ofOneLine = '.list-header, .key-hints, .paper-facts, .page .quiet'
  const layers = ':modal, :popover-open, .popup-new-papers, .page-toast'
  const isWithin = (inner: Box, outer: Box) =>
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 &&
    inner.bottom <= outer.bottom + 1
  const areApart = (one: Box, other: Box) =>
    one.left >= other.right - 1 ||
    one.right <= other.left + 1 ||
    one.top >= other.bottom - 1 ||
    one.bottom <= other.top + 1
  const common = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  })
  const seen: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }

  /** What of a line is on the screen; undefined where nothing is. */
  const shownPart = (line: Line): Box | undefined => {
    let part: Box = line
    for (let over: Element | null = line.element; over; over = over.parentElement) {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(over)
      const { left, top } = over.getBoundingClientRect()
      const { clientLeft, clientTop, clientWidth, clientHeight } = over
      const isScrolled = overflowX === 'auto' || overflowY === 'auto'
      if (overflowX !== 'visible' && clientWidth > 0 && over !== root && over !== document.body) {
        const box: Box = {
          left: left + clientLeft,
          top: top + clientTop,
          right: left + clientLeft + clientWidth,
          bottom: top + clientTop + clientHeight,
        }
        if (areApart(part, box)) return undefined
        const isShortened = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
        if (!isScrolled && !isWithin(part, box)) {
          const isAllowed = isShortened && line.element.closest(whole) === null
          if (!isAllowed) problems.add(`cut: ${line.text}`)
        }
        part = common(part, box)
      }
      if (over.matches(layers)) break
    }
    if (part.left < -1 || part.right > innerWidth + 1) problems.add(`outside: ${line.text}`)
    return areApart(part, seen) ? undefined : part
  }

  const lines: Line[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || text === '' || element.closest(notSeen) !== null) continue
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    // Of a line the part that letters without a tail have: the rest may reach into the next line.
    const half = Number.parseFloat(getComputedStyle(element).fontSize) * 0.36
    const ofNode: Line[] = []
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      const middle = (top + bottom) / 2
      if (width < 1) continue
      ofNode.push({ left, right, top: middle - half, bottom: middle + half, text, node, element })
    }
    const [first, ...others] = ofNode
    const wraps = others.some((line) => first && line.top > first.bottom)
    const isOpen = element.closest('.paper-row:has([aria-expanded="true"])') !== null
    if (wraps && !isOpen && element.closest(ofOneLine) !== null) problems.add(`wraps: ${text}`)
    for (const line of ofNode) {
      const part = shownPart(line)
      if (part !== undefined) lines.push({ ...part, text, node, element })
    }
  }

  const layerOf = (element: Element) => element.closest(layers)
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1)) {
      if (
        line.node === other.node ||
        areApart(line, other) ||
        layerOf(line.element) !== layerOf(other.element)
      )
        continue
      problems.add(`one on the other: ${line.text} | ${other.text}`)
    }
  })
  for (const control of document.querySelectorAll('button, select, input, [role="switch"]')) {
    if (control.closest('.only-spoken') !== null || getComputedStyle(control).opacity === '0')
      continue
    if (!control.checkVisibility({ visibilityProperty: true })) continue
    const box = control.getBoundingClientRect()
    const name = control.getAttribute('aria-label') ?? control.textContent
    if (box.width > 1 && (box.left < -1 || box.right > innerWidth + 1)) {
      problems.add(`outside: ${name}`)
    }
    const scroller = control.closest('ol, main, .find-results, .this-page')
    for (const line of lines) {
      if (control.contains(line.element) || layerOf(control) !== layerOf(line.element)) continue
      // What has been scrolled out of a list lies behind what is around the list.
      if (scroller !== line.element.closest('ol, main, .find-results, .this-page')) continue
      const isLabel = line.element.closest('label')?.contains(control) === true
      if (!isLabel && !areApart(line, box)) problems.add(`below a control: ${line.text} | ${name}`)
    }
  }
  for (const foot of document.querySelectorAll('.key-hints')) {
    const [first, ...others] = [...foot.children].map((child) => child.getBoundingClientRect())
    const isBelow = others.some(({ top }) => first && top >= first.bottom)
    if (isBelow) problems.add('the foot has two lines')
  }
  for (const element of document.querySelectorAll('*')) {
    const { overflowX } = getComputedStyle(element)
    const isPage = element === root
    if (!isPage && overflowX !== 'auto' && overflowX !== 'scroll') continue
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) {
      problems.add(`scrolls sideways: ${element.localName}.${element.className}`)
    }
  }
  return [...problems].map((one) => one.replace(/\s+/g, ' ').slice(0, 140))
}
