import { call, isElement, read } from '../../dom/page-nodes'
import { isSameTitle, lettersOf } from './plain-text'

/** Elements that a title may stand in. */
const places = 'h1, h2, h3, h4, [id*="title" i], [class*="title" i]'
const headings = 'h1, h2, h3, h4'
/** Where formulas have been typeset: their text stands there in another form, and often twice. */
const typeset = 'math, script, style, svg, mjx-container, .MathJax, .MathJax_Preview, .katex'
/**
 * Formulas as authors write them, and as publishers export them. Each is looked for up to where the next begins: a look
 * to the end of the text, from each of thousands, takes minutes.
 */
const formula =
  /\$[^$]*\$|\\\([^()]*\\\)|<(?:mml:)?math[ >](?:(?!<(?:mml:)?math[ >]).)*?<\/(?:mml:)?math>/
/** More places than a page has that all say its title. */
const mostPlaces = 50

/**
 * The heading on the screen that says a title. Of several a real heading counts more than what is only called
 * a title, and one of the page's text more than one of the bars around it; there is no look at the layout.
 */
export function findHeading(document: Document, title: string): Element | undefined {
  const found: Element[] = []
  for (const place of document.querySelectorAll(places)) {
    if (saysTitle(place, title) && found.push(place) === mostPlaces) break
  }
  const innermost = found.filter(
    (place) => !found.some((one) => one !== place && call(place, 'contains', one)),
  )
  const [first, ...others] = innermost.map((place) => call(place, 'closest', headings) ?? place)
  if (first === undefined) return undefined
  return others.reduce((best, place) => (distance(place) < distance(best) ? place : best), first)
}

/** Whether an element says a title and little more, but for the form of formulas in it. */
export function saysTitle(element: Element, title: string): boolean {
  const text = textOf(element).replace(/^\s*title:/i, '')
  // A formula can take many times its length. What is longer is a whole part of the page.
  if (text.length > title.length * 10 + 500) return false
  return (
    isSameTitle(text, title) ||
    isAround(textAround(element).split(formula), title) ||
    isAround(title.split(formula), text)
  )
}

/** The text of an element with `$$` in place of its formulas. */
function textAround(element: Element): string {
  if (!holdsFormula(element)) return textOf(element)
  return [...read(element, 'childNodes')]
    .map((node) => {
      if (!isElement(node)) return node.nodeType === 3 ? node.textContent : ''
      return call(node, 'matches', typeset) ? '$$' : textAround(node)
    })
    .join('')
}

/** Whether a text names what an element says, but for the form of formulas in it. */
export function isNamedIn(element: Element, text: string): boolean {
  const letters = textAround(element).split(formula).map(lettersOf)
  return letters.join('') !== '' && areInOrder(letters, lettersOf(text))
}

export function hasFormula(element: Element): boolean {
  return holdsFormula(element) || formula.test(textOf(element))
}

/** Whether the parts of a title around its formulas stand in a whole title, and are most of it. */
function isAround(parts: readonly string[], title: string): boolean {
  if (parts.length < 2) return false
  const letters = parts.map(lettersOf)
  const whole = lettersOf(title)
  const { length } = letters.join('')
  const isMost = length >= 15 || length * 2 >= whole.length
  const isWhole = whole.startsWith(letters[0] ?? '') && whole.endsWith(letters.at(-1) ?? '')
  return isMost && isWhole && areInOrder(letters, whole)
}

function areInOrder(parts: readonly string[], whole: string): boolean {
  let from = 0
  for (const part of parts) {
    const at = whole.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return true
}

/** How far an element is from being the heading of a page's text. */
function distance(element: Element): number {
  const isAside = call(element, 'closest', 'nav, [hidden], [aria-hidden="true"]') !== null
  const isInHeader = call(element, 'closest', 'header') !== null
  const isHeading = call(element, 'matches', headings)
  return Number(isAside) * 4 + Number(!isHeading) * 2 + Number(isInHeader)
}

function holdsFormula(element: Element): boolean {
  return call(element, 'querySelector', typeset) !== null
}

function textOf(element: Element): string {
  return read(element, 'textContent') ?? ''
}
