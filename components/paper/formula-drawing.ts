import temml from 'temml'

const mathMl = 'http://www.w3.org/1998/Math/MathML'

const options = {
  throwOnError: true,
  // Commands with an address, a class or a style in them: the formula then stays as it was written.
  trust: () => {
    throw new Error('A formula may not do this')
  },
  maxSize: [5, 5] as [number, number],
  maxExpand: 200,
}

/** What the formulas of papers need. Nothing in this list loads, links or runs anything. */
const elements: ReadonlySet<string> = new Set(
  'math mfrac mi mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover mmultiscripts'.split(
    ' ',
  ),
)

/**
 * Draws a formula. No text becomes markup on the way: Temml makes the elements one by one.
 *
 * @param formula LaTeX
 * @returns a new element; undefined where the formula is broken or wants what a formula may not do
 */
export function drawFormula(formula: string): Element | undefined {
  const math = document.createElementNS(mathMl, 'math')
  try {
    temml.render(formula, math, options)
  } catch {
    // Whatever is wrong with it, its source can be read.
    return undefined
  }
  const isPlain = [...math.querySelectorAll('*')].every(
    (element) => element.namespaceURI === mathMl && elements.has(element.localName),
  )
  return isPlain && math.textContent.trim() !== '' ? math : undefined
}
