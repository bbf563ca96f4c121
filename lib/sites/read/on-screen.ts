import { call, isElement, read } from '../../dom/page-nodes'
import { repositoryOf } from './web-address'

const headings = 'h1, h2, h3, h4, h5, h6'
/** Where formulas have been typeset their text stands twice and more. */
const notPlain = 'script, style, math, mjx-container, .MathJax, .katex'

/** The text below the heading `Abstract`, where there is one such heading: paragraphs, or one block. */
export function abstractOnScreen(document: Document): string | undefined {
  const [heading, second] = [...document.querySelectorAll(headings)].filter((element) =>
    /^\W{0,9}abstract\W{0,9}$/i.test(element.textContent ?? ''),
  )
  if (heading === undefined || second !== undefined) return undefined
  let text = ''
  for (let node = next(heading); node !== null; node = next(node)) {
    // Behind the one block comes what is no longer the abstract.
    const name = read(node, 'nodeName')
    const isBlock = /^(?:DIV|SECTION|[DOU]L|FORM|BUTTON)$/.test(name)
    if ((isBlock && text.trim() !== '') || holds(node, headings)) break
    if (holds(node, notPlain)) return undefined
    if (isElement(node) || name === '#text') text += ` ${read(node, 'textContent')}`
    if (isBlock && text.trim() !== '') break
  }
  return text
}

/** The one repository to which a link that says `Code` leads, or one that is listed under that word. */
export function codeOnScreen(document: Document): string | undefined {
  const links = [...document.querySelectorAll('a[href*="://git"]')].filter((link) => {
    const description = link.closest('dd')
    const label = (description && read(description, 'previousElementSibling')) ?? link
    const text = read(label, 'textContent') ?? ''
    return /^\W{0,9}(?:code|software|implementation)\W{0,9}$/i.test(text)
  })
  return onlyRepository(links.map((link) => link.getAttribute('href') ?? ''))
}

/** The one repository that a sentence of an abstract names as the place of the paper's code. */
export function codeInAbstract(abstract: string): string | undefined {
  const sentences = abstract
    .split(/[.!?]\s/)
    .filter((sentence) => /\b(?:code|implementation|software|library)\b/i.test(sentence))
    .filter((sentence) => /available|release|publi|found|open/i.test(sentence))
  return onlyRepository(sentences.join(' ').match(/https?:[^\s{}()<>]+/gi) ?? [])
}

function onlyRepository(addresses: readonly string[]): string | undefined {
  const [repository, ...others] = new Set(addresses.map(repositoryOf).filter(Boolean))
  return others.length > 0 ? undefined : repository
}

function holds(node: Node, selector: string): boolean {
  return (
    isElement(node) &&
    (call(node, 'matches', selector) || call(node, 'querySelector', selector) !== null)
  )
}

function next(node: Node): ChildNode | null {
  return read(node, 'nextSibling')
}
